import { inForceOn } from '../../../shared/domain/procedure/receivable.ts';
import { searchProcedures } from '../../../shared/domain/procedure/search-procedures.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { localDayOf } from '../../../shared/lib/vietnam-time.ts';
import type { Answer, CommandName, Commands } from '../api.ts';
import { amend, forward, returnResult } from '../commands/act-on-dossier.ts';
import { earlierDossiers } from '../commands/earlier-dossiers.ts';
import { hostProblem } from '../commands/host-problem.ts';
import { preflight } from '../commands/preflight.ts';
import { printReceipt } from '../commands/print-receipt.ts';
import { procedureHit } from '../commands/procedure-hit.ts';
import { receive } from '../commands/receive.ts';
import { createLivedInDay } from '../demonstration/lived-in-day.ts';
import type { Door } from '../door/door.ts';
import type { OpenCounter } from '../door/door-state.ts';
import { enrolMachine } from '../door/enrol.ts';
import { readEnrolmentFile } from '../door/read-enrolment.ts';
import { attach, attachmentBytes, takeScan } from '../files/attachments.ts';
import { secretKind } from '../keys/secret-rule.ts';
import type { CoreParts } from './core-parts.ts';
import type { Delivery } from './delivery.ts';

type Handlers = {
  readonly [N in CommandName]: (...input: Parameters<Commands[N]>) => Promise<ReturnType<Commands[N]>>;
};

/** Every command of the contract, by name. Those of the counter answer `locked` while nobody is there. */
export function createCommands(parts: CoreParts, door: Door, delivery: Delivery): Handlers {
  const atCounter =
    <I extends unknown[], T>(run: (counter: OpenCounter, ...input: I) => Promise<Answer<T>>) =>
    async (...input: I): Promise<Answer<T>> => {
      const counter = door.counter();
      if (!counter) return err({ code: 'locked' });
      // a host that is gone is a problem to tell, never the end of the screen with what was typed on it
      return run(counter, ...input).catch(hostProblem);
    };
  return {
    ...doorCommands(parts, door, createLivedInDay({ parts, delivery, counter: door.counter })),
    searchProcedures: atCounter(async ({ office }, { query }) => {
      const now = office.clock.now();
      const packs = office.packs.at(new Date(now).toISOString());
      if (!packs) return err({ code: 'pack-set-missing' });
      const inForce = packs.content.procedures.filter((procedure) => inForceOn(procedure, localDayOf(now)));
      return ok(searchProcedures(query, inForce).map(procedureHit));
    }),
    earlierDossiers: atCounter(async ({ office }, { personalId }) => ok(earlierDossiers(office, personalId))),
    saveDraft: atCounter(({ desk }, { draft }) => desk.save(draft)),
    discardDraft: atCounter(({ desk }) => desk.discard()),
    preflight: atCounter(async ({ office }, { draft }) => ok(await preflight(office, draft))),
    attach: atCounter(({ office }, input) => attach(office, input)),
    takeScan: atCounter(({ office }) => takeScan(office)),
    attachmentBytes: atCounter(({ office }, { id }) => attachmentBytes(office, id)),
    receive: atCounter(async (counter, input) => {
      const answer = await receive(counter, parts.makeReceipt, input);
      if (answer.ok) await counter.desk.finished(input.draft.id);
      return answer;
    }),
    forward: atCounter(forward),
    returnResult: atCounter(returnResult),
    amend: atCounter(amend),
    printReceipt: atCounter((counter, input) => printReceipt(counter, parts.markReprint, input)),
    syncNow: async () => {
      delivery.lineMayDiffer();
      return ok(undefined);
    },
    demoLine: ({ state }) =>
      hostAnswer(async () => {
        await parts.host.demoLine(state);
        delivery.demoLineChanged();
      }),
    demoLineState: () => hostAnswer(() => parts.host.demoLineState()),
    provincePage: () => hostAnswer(() => parts.host.provincePage()),
  };
}

function doorCommands(
  parts: CoreParts,
  door: Door,
  unlocked: () => void,
): Pick<Handlers, 'readEnrolment' | 'enrol' | 'unlock' | 'lock' | 'takeOver'> {
  return {
    readEnrolment: async ({ file }) => {
      const { workspace } = door.info();
      const read = await readEnrolmentFile(file, workspace, parts);
      if (!read.ok) return read;
      const { enrolment, present } = read.value;
      return ok({
        agency: present.content.agency.name,
        deviceName: enrolment.deviceName,
        demonstration: present.content.demonstration,
        clerks: enrolment.clerks.map(({ id, name }) => ({ id, name })),
        secret: secretKind(workspace),
      });
    },
    enrol: async (input) => {
      try {
        const vault = await enrolMachine(parts, door.info().workspace, parts.kdf, input);
        if (!vault.ok) return vault;
        door.enrolled(vault.value);
        return ok(undefined);
      } catch (error) {
        return hostProblem(error);
      }
    },
    unlock: async ({ clerk, secret }) => {
      const answer = await door.unlock(clerk, secret);
      if (answer.ok) unlocked();
      return answer;
    },
    lock: async () => {
      await door.lock();
      return ok(undefined);
    },
    takeOver: () => door.takeOver(),
  };
}

async function hostAnswer<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return ok(await call());
  } catch (error) {
    return hostProblem(error);
  }
}
