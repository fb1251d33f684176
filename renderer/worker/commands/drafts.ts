import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Answer, ReceptionDraft } from '../api.ts';
import type { Counter } from '../boot/office.ts';
import { sealText, unsealText } from '../keys/seal.ts';
import { openRow, sealRow } from '../store/sealed-row.ts';
import { hostProblem } from './host-problem.ts';

const mirrorPlace = (slot: string): string => `draft-mirror|${slot}`;

/** nháp của một công chức — the one reception a clerk has open: in the database at once, on the host within a second. */
export interface DraftDesk {
  readonly current: () => ReceptionDraft | undefined;
  readonly save: (draft: ReceptionDraft) => Promise<Answer<void>>;
  readonly discard: () => Promise<Answer<void>>;
  /** forgets the draft after its reception has been written down */
  readonly finished: (draftId: string) => Promise<void>;
  /** waits for the mirror; at lock and suspend */
  readonly settle: () => Promise<void>;
}

/** Opens the clerk's desk with the draft a crash may have left, from database or host, whichever is newer. */
export async function openDraftDesk(counter: Counter): Promise<DraftDesk> {
  const { office, clerk } = counter;
  const left = await leftDraft(counter);
  let current = left.draft;
  let { rev } = left;
  let mirroring: Promise<void> = Promise.resolve();

  const mirror = (): Promise<void> => {
    mirroring = mirroring
      .catch(() => undefined)
      .then(async () => {
        const draft = current;
        if (!draft) return office.host.draftClear(clerk.id);
        const text = canonicalJson({ rev, draft });
        const sealed = await sealText(office.machine.dataKey, mirrorPlace(clerk.id), text);
        return office.host.draftWrite(clerk.id, sealed);
      });
    return mirroring;
  };

  return {
    current: () => current,
    save: async (draft) => {
      try {
        await office.writer.run(async () => {
          // a save that was on its way while F9 finished must not bring the draft back
          if (draft.id === (await finishedDraft(counter))) return;
          rev += 1;
          const c = await sealRow(office.machine.dataKey, 'drafts', clerk.id, rev, draft);
          const at = new Date(office.clock.now()).toISOString();
          await office.store.commit([{ put: 'drafts', row: { id: clerk.id, rev, at, draft: draft.id, c } }]);
          current = draft;
        });
        await mirror();
        office.changed();
        return ok(undefined);
      } catch (error) {
        return hostProblem(error);
      }
    },
    discard: async () => {
      try {
        await office.writer.run(() => office.store.commit([{ delete: 'drafts', id: clerk.id }]));
        current = undefined;
        await mirror();
        office.changed();
        return ok(undefined);
      } catch (error) {
        return hostProblem(error);
      }
    },
    finished: async (draftId) => {
      if (current?.id !== draftId) return;
      current = undefined;
      await mirror().catch(() => undefined);
    },
    settle: () => mirroring.catch(() => undefined),
  };
}

/** Id of the draft whose reception was written down last; its row is part of that same transaction. */
const finishedDraft = async ({ office, clerk }: Counter): Promise<string | undefined> =>
  (await office.store.get('meta', `finished-draft:${clerk.id}`))?.value;

/** What a crash has left: the newer one of row and mirror, and the revision to go on from. */
async function leftDraft(
  counter: Counter,
): Promise<{ readonly draft: ReceptionDraft | undefined; readonly rev: number }> {
  const { office, clerk } = counter;
  const row = await office.store.get('drafts', clerk.id);
  const mirrored = await readMirror(office, clerk.id);
  const rev = Math.max(row?.rev ?? 0, mirrored?.rev ?? 0);
  const usable = mirrored && mirrored.draft.id !== (await finishedDraft(counter));
  if (usable && mirrored.rev > (row?.rev ?? 0)) return { draft: mirrored.draft, rev };
  const draft = row && (await openRow<ReceptionDraft>(office.machine.dataKey, 'drafts', row));
  return { draft, rev };
}

/** A damaged mirror is only a second copy: it is passed over. */
async function readMirror(
  office: Counter['office'],
  slot: string,
): Promise<{ rev: number; draft: ReceptionDraft } | undefined> {
  try {
    const sealed = await office.host.draftRead(slot);
    if (!sealed) return undefined;
    return JSON.parse(await unsealText(office.machine.dataKey, mirrorPlace(slot), sealed));
  } catch {
    return undefined;
  }
}
