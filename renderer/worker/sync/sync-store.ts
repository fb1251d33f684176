import type { SignedOperation } from '../../../shared/domain/operation.ts';
import type { PullReply, Verdict } from '../../../shared/protocol/messages.ts';

/** Where this device stands towards the province. `generation` 0 = never spoke with it. */
export interface SyncPosition {
  readonly registered: boolean;
  readonly epoch: number;
  /** highest seq written on this device in `epoch`, and its hash ("0" before the first) */
  readonly lastSeq: number;
  readonly head: string;
  /** highest seq without an earlier unanswered one */
  readonly acknowledged: number;
  readonly generation: number;
  /** `<generation>.<counter>` of the last stored pull */
  readonly cursor: string;
}

export interface AttachmentToSend {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * What the sync engine needs of the store. Every writing call passes the worker's one FIFO and resolves after the
 * strict transaction; none of them is held open over a network exchange.
 */
export interface SyncStore {
  readonly position: () => Promise<SyncPosition>;
  readonly markRegistered: () => Promise<void>;
  /** operations of the present epoch from `seq` on, in order, at most `limit` and about `maxBytes` of text; answered ones too (retained) */
  readonly operationsFrom: (
    seq: number,
    limit: number,
    maxBytes: number,
  ) => Promise<readonly { readonly seq: number; readonly operation: SignedOperation }[]>;
  /** first seq without a stored verdict, undefined when all are answered */
  readonly firstUnanswered: () => Promise<number | undefined>;
  /** stores final verdicts; conflicts, rejections and lost texts become attention items */
  readonly storeVerdicts: (
    verdicts: readonly Verdict[],
    heard: { readonly generation: number; readonly time: string },
  ) => Promise<void>;
  /** stores rows and cursor in one transaction, only if `askedCursor` is still the stored one; false = ask again */
  readonly storePull: (reply: PullReply, askedCursor: string) => Promise<boolean>;
  /** the province was restored: forget its rows and the cursor, keep operations */
  readonly newGeneration: (generation: number) => Promise<void>;
  /** token to send for the next epoch, stored before it is sent */
  readonly epochToken: () => Promise<string>;
  /** uses the token up; when `epoch` is above the present one, re-envelopes all retained operations: ids, acts and clerk signatures stay */
  readonly beginEpoch: (epoch: number) => Promise<void>;
  readonly attachmentsToSend: (limit: number) => Promise<readonly AttachmentToSend[]>;
  readonly attachmentBytes: (id: string) => Promise<Uint8Array>;
  readonly attachmentArrived: (sha256: string) => Promise<void>;
}
