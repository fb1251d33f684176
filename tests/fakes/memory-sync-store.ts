import { createHash, randomUUID } from 'node:crypto';
import type { SyncPosition, SyncStore } from '../../renderer/worker/sync/sync-store.ts';
import type { SignedOperation } from '../../shared/domain/operation.ts';
import type { Verdict } from '../../shared/protocol/messages.ts';

interface Written {
  readonly id: string;
  readonly entity: string;
  readonly payload: number;
  bytes: string;
  verdict?: Verdict;
}

interface State {
  registered: boolean;
  epoch: number;
  head: string;
  written: Written[];
  generation: number;
  cursor: string;
  token?: string;
  files: { id: string; sha256: string; text: string; arrived: boolean }[];
}

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');

/** The sync engine's store in memory; writes operations the way the counter does, without their content. */
export class MemorySyncStore implements SyncStore {
  state: State = {
    registered: false,
    epoch: 1,
    head: '0',
    written: [],
    generation: 0,
    cursor: '0.0',
    files: [],
  };

  /** one act on `entity`, written down; `id` must be fresh */
  write(id: string, entity: string): void {
    const operation: Written = { id, entity, payload: this.state.written.length, bytes: '' };
    this.state.written.push(operation);
    this.envelope(operation, this.state.written.length);
  }
  attach(text: string): void {
    this.state.files.push({ id: randomUUID(), sha256: sha256(text), text, arrived: false });
  }
  /** the disk comes back from an older copy */
  copy(): State {
    return structuredClone(this.state);
  }
  restore(copy: State): void {
    this.state = structuredClone(copy);
  }

  private envelope(operation: Written, seq: number): void {
    const { id, entity, payload } = operation;
    const { epoch, head } = this.state;
    operation.bytes = JSON.stringify({ entity, epoch, id, payload, prev: head, seq });
    this.state.head = sha256(operation.bytes);
  }

  readonly position = async (): Promise<SyncPosition> => {
    const { registered, epoch, head, written, generation, cursor } = this.state;
    const first = written.findIndex(({ verdict }) => !verdict);
    return {
      registered,
      epoch,
      head,
      generation,
      cursor,
      lastSeq: written.length,
      acknowledged: first < 0 ? written.length : first,
    };
  };
  readonly markRegistered = async (): Promise<void> => {
    this.state.registered = true;
  };
  readonly operationsFrom = async (seq: number, limit: number) =>
    this.state.written.slice(seq - 1, seq - 1 + limit).map((operation, index) => ({
      seq: seq + index,
      operation: {
        bytes: operation.bytes,
        signature: 'A'.repeat(86),
        clerkSignature: 'A'.repeat(86),
      } as SignedOperation,
    }));
  readonly firstUnanswered = async (): Promise<number | undefined> => {
    const index = this.state.written.findIndex(({ verdict }) => !verdict);
    return index < 0 ? undefined : index + 1;
  };
  readonly storeVerdicts = async (verdicts: readonly Verdict[]): Promise<void> => {
    for (const verdict of verdicts) {
      const operation = this.state.written.find(({ id }) => id === verdict.operation);
      if (operation) operation.verdict = verdict;
    }
  };
  readonly storePull: SyncStore['storePull'] = async (reply, askedCursor) => {
    if (askedCursor !== this.state.cursor) return false;
    this.state.cursor = reply.cursor;
    return true;
  };
  readonly newGeneration = async (generation: number): Promise<void> => {
    this.state.generation = generation;
    this.state.cursor = `${generation}.0`;
    for (const file of this.state.files) file.arrived = false;
  };
  readonly epochToken = async (): Promise<string> => {
    this.state.token ??= randomUUID();
    return this.state.token;
  };
  readonly beginEpoch = async (epoch: number): Promise<void> => {
    delete this.state.token;
    if (epoch === this.state.epoch) return;
    this.state.epoch = epoch;
    this.state.head = '0';
    for (const [index, operation] of this.state.written.entries()) this.envelope(operation, index + 1);
  };
  readonly attachmentsToSend: SyncStore['attachmentsToSend'] = async (limit) =>
    this.state.files
      .filter(({ arrived }) => !arrived)
      .slice(0, limit)
      .map(({ id, sha256: hash, text }) => ({ id, sha256: hash, bytes: text.length }));
  readonly attachmentBytes = async (id: string): Promise<Uint8Array> =>
    new Uint8Array(Buffer.from(this.state.files.find((file) => file.id === id)?.text ?? ''));
  readonly attachmentArrived = async (hash: string): Promise<void> => {
    for (const file of this.state.files) if (file.sha256 === hash) file.arrived = true;
  };
}
