import { type OperationType, operationPayloads, type PayloadOf } from '../../../shared/domain/operation.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import type { Counter } from '../boot/office.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';
import { provinceVersion } from '../store/refold.ts';
import type { PlannedAct } from './next-operation.ts';
import { writeAct } from './write-act.ts';

interface OnDossier {
  readonly commandId: string;
  readonly dossier: string;
}

/** An act cannot be without its reception; any other act that waits may be refused without taking this one with it. */
const waitingReception = ({ dossier, waiting }: FoldedDossier): readonly string[] =>
  dossier.timeline
    .filter(({ type, operation }) => type === 'dossier.receive' && waiting.includes(operation))
    .map(({ operation }) => operation);

/** One act on a dossier the machine knows, under the rules it was received by. */
function act<T extends OperationType>(
  counter: Counter,
  { commandId, dossier: id }: OnDossier,
  type: T,
  raw: PayloadOf<T>,
): Promise<Answer<void>> {
  const { office } = counter;
  return writeAct(counter, commandId, async () => {
    const folded = office.shelf.get(id);
    if (!folded) return err({ code: 'dossier-missing' });
    const payload = operationPayloads[type].safeParse(raw);
    if (!payload.success)
      return err({ code: 'draft-invalid', detail: payload.error.issues[0]?.path.join('.') });
    const planned = {
      type,
      entity: id,
      payload: payload.data,
      base: await provinceVersion(office, id),
      deps: waitingReception(folded),
      packs: folded.dossier.packs,
    } as PlannedAct;
    return ok({ at: new Date(office.clock.now()).toISOString(), acts: [planned], files: [] });
  });
}

const clean = (text: string): string => text.normalize('NFC').trim();

/** chuyển xử lý */
export const forward = (counter: Counter, input: OnDossier & { to: string; note: string }) =>
  act(counter, input, 'dossier.forward', { to: clean(input.to), note: clean(input.note) || undefined });

/** trả kết quả */
export const returnResult = (
  counter: Counter,
  input: OnDossier & { to: string; channel: 'counter' | 'electronic' | 'post' },
) => act(counter, input, 'dossier.returnResult', { to: clean(input.to), channel: input.channel });

/** sửa thông tin liên hệ */
export const amend = (
  counter: Counter,
  input: OnDossier & { set: { phone?: string; email?: string; address?: string; note?: string } },
) => {
  const set = Object.fromEntries(
    Object.entries(input.set).flatMap(([field, text]) => (text === undefined ? [] : [[field, clean(text)]])),
  );
  return act(counter, input, 'dossier.amend', { set });
};
