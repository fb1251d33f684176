import { RegisterRequest } from '../../../shared/protocol/messages.ts';
import type { LineView } from '../api.ts';
import { createSyncEngine, type SyncEngine } from '../sync/engine.ts';
import type { LineNews, SyncEnginePorts } from '../sync/engine-ports.ts';
import { heardTime } from '../verdicts/heard-time.ts';
import { createSyncStore } from '../verdicts/sync-store.ts';
import type { Office, WorldPorts } from './office.ts';

export type StartEngine = (ports: SyncEnginePorts) => SyncEngine;
export const startEngine: StartEngine = createSyncEngine;

/** Delivery to the province: runs from the first unlock until suspend or exit, also while the screen is locked. */
export interface Delivery {
  readonly begin: (office: Office) => void;
  readonly end: () => Promise<void>;
  readonly workWaits: () => void;
  readonly lineMayDiffer: () => void;
  readonly demoLineChanged: () => void;
  readonly line: (office: Office | undefined) => Promise<LineView>;
}

export function createDelivery(
  parts: WorldPorts & { readonly startEngine: StartEngine; readonly onBug: (error: unknown) => void },
  changed: () => void,
): Delivery {
  let engine: SyncEngine | undefined;
  let news: LineNews = { state: 'unknown', busy: false };
  return {
    begin: (office) => {
      const { machine, host, clock, ids, digest } = office;
      engine = parts.startEngine({
        store: createSyncStore(office),
        signer: machine.device,
        device: machine.facts.device,
        host,
        clock,
        ids,
        digest,
        registration: registrationOf(office),
        onLine: (next) => {
          news = next;
          changed();
        },
        heardTime: (server, roundTrip) => {
          void heardTime(office, server, roundTrip).then(changed, parts.onBug);
        },
        onBug: parts.onBug,
      });
    },
    end: async () => {
      const running = engine;
      engine = undefined;
      news = { state: 'unknown', busy: false };
      await running?.stop();
    },
    workWaits: () => engine?.kick('work'),
    lineMayDiffer: () => engine?.kick('line'),
    demoLineChanged: () => engine?.demoLineChanged(),
    line: async (office) => ({ ...news, ...(await counts(office)) }),
  };
}

async function counts(
  office: Office | undefined,
): Promise<Pick<LineView, 'waiting' | 'filesWaiting' | 'attention'>> {
  if (!office) return { waiting: 0, filesWaiting: 0, attention: 0 };
  return {
    waiting: (await office.store.unansweredOperations()).length,
    filesWaiting: (await office.store.attachmentsInState('waiting')).length,
    attention: await office.store.count('attention'),
  };
}

const registrationOf = ({ machine }: Office): RegisterRequest =>
  RegisterRequest.parse({
    protocol: 1,
    device: machine.facts.device,
    token: machine.facts.token,
    publicKey: machine.devicePublicKey,
    clerks: machine.clerkPublicKeys,
  });
