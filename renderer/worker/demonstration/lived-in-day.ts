import type { Answer } from '../api.ts';
import type { CoreParts } from '../boot/core-parts.ts';
import type { Delivery } from '../boot/delivery.ts';
import type { Office } from '../boot/office.ts';
import { forward } from '../commands/act-on-dossier.ts';
import { procedureAt } from '../commands/preflight.ts';
import { receive } from '../commands/receive.ts';
import type { OpenCounter } from '../door/door-state.ts';
import {
  conflicting,
  MOVED,
  rejected,
  type SampleReception,
  sampleDraft,
  waiting,
} from './sample-receptions.ts';

/** The same command ids on every machine: what an interrupted day has already written is known by them. */
const command = (n: number): string => `019aa000-0000-7000-8000-00000000000${n}`;
const FORWARDED = command(2);

const LAST = command(3 + waiting.length);

const LOOK_MS = 100;
const PATIENCE_MS = 15_000;

/** The day cannot go on now: locked, no province, or the clerk has taken the line in hand. The next unlock goes on. */
class DayInterrupted extends Error {
  override readonly name = 'DayInterrupted';
}

interface DayParts {
  readonly parts: Pick<CoreParts, 'host' | 'makeReceipt'>;
  readonly delivery: Pick<Delivery, 'demoLineChanged'>;
  readonly counter: () => OpenCounter | undefined;
}

/** Answers how to begin, or go on with, the day after an unlock: beside the clerk's work, never in its way. */
export function createLivedInDay(day: DayParts): () => void {
  let living = false;
  return () => {
    if (living) return;
    living = true;
    liveThroughDay(day)
      .catch((error: unknown) => {
        const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        return day.parts.host.log({
          level: 'info',
          code: 'demo-day-interrupted',
          detail: detail.slice(0, 300),
        });
      })
      .catch(() => undefined)
      .finally(() => {
        living = false;
      });
  };
}

/**
 * What a visitor of the demonstration finds on this machine besides the colleagues' dossiers: one conflict, one rejection and
 * three receptions that wait behind a cut line. Made by the real commands, once, on a machine that has done nothing yet.
 */
async function liveThroughDay(day: DayParts): Promise<void> {
  const { host } = day.parts;
  if (!(await host.demoLivedIn())) return;
  const { office } = present(day);
  const { count } = await host.journalHead();
  if ((await isWritten(office, LAST)) || (count > 0 && !(await isWritten(office, command(1))))) return;
  await setLine(day, 'online');
  const dossier = await received(day, command(1), conflicting);
  await until(() => isAnswered(office, command(1)));
  await setLine(day, 'offline');
  await actPastEachOther(day, dossier);
  await received(day, command(3), rejected);
  await setLine(day, 'online');
  await until(async () => (await isAnswered(office, FORWARDED)) && (await isAnswered(office, command(3))));
  // the province's row and the printed slips have gone their way before the line is cut
  await until(async () => office.shelf.get(dossier)?.dossier.status === 'awaitingSupplement');
  await until(async () => (await office.store.attachmentsInState('waiting')).length === 0);
  await setLine(day, 'offline');
  for (const [at, sample] of waiting.entries()) await received(day, command(4 + at), sample);
}

/** The province asks for a paper and moves a procedure elsewhere, while the counter without a line does not know. */
async function actPastEachOther(day: DayParts, dossier: string): Promise<void> {
  const { host } = day.parts;
  const { office } = present(day);
  if (!(await isWritten(office, FORWARDED))) {
    await host.demoAct({
      type: 'dossier.requestSupplement',
      dossier,
      items: 'Bản sao quyết định ly hôn (minh họa)',
      reason: 'Thành phần hồ sơ còn thiếu (minh họa)',
    });
    const [to = ''] = office.vault.office.recipients;
    const note = 'Đề nghị giải quyết sớm (minh họa)';
    const answer = await forward(present(day), { commandId: FORWARDED, dossier, to, note });
    // an interrupted day may have heard of the request before the clerk could forward: then there is no conflict to show
    if (!answer.ok && answer.error.code !== 'status-moved') mustBe(answer);
  }
  await host.demoAct({ type: 'moveElsewhere', procedure: MOVED });
}

async function received(day: DayParts, commandId: string, sample: SampleReception): Promise<string> {
  const counter = present(day);
  const { office } = counter;
  const at = new Date(office.clock.now()).toISOString();
  const found = procedureAt(office, sample.procedure, at);
  const procedure = found.ok ? found.value.procedure : undefined;
  const draft = sampleDraft(sample, procedure, { id: office.ids.uuidV7(), at });
  return mustBe(await receive(counter, day.parts.makeReceipt, { commandId, draft })).dossier;
}

function present(day: DayParts): OpenCounter {
  const counter = day.counter();
  if (!counter) throw new DayInterrupted('locked');
  return counter;
}

function mustBe<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new DayInterrupted(`${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value;
}

async function setLine({ parts, delivery }: DayParts, state: 'online' | 'offline'): Promise<void> {
  await parts.host.demoLine(state);
  delivery.demoLineChanged();
}

const isWritten = async (office: Office, id: string): Promise<boolean> =>
  (await office.store.operationsOfCommand(id)).length > 0;

const isAnswered = async (office: Office, id: string): Promise<boolean> =>
  (await office.store.operationsOfCommand(id)).every(({ state }) => state === 'answered');

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += LOOK_MS) {
    if (waited >= PATIENCE_MS) throw new DayInterrupted('the province does not answer');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
