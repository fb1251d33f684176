import type { z } from 'zod';
import {
  actBytes,
  type Operation,
  OperationHead,
  parseOperation,
  type SignedOperation,
} from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { sha256Hex } from '../auth/web-crypto.ts';

/** One operation of a batch, read but not judged. `operation` is absent when its payload is unknown or malformed. */
export interface ReadOperation {
  readonly signed: SignedOperation;
  readonly head: z.infer<typeof OperationHead>;
  readonly operation?: Operation;
  readonly hash: string;
  /** canonical text the clerk signed */
  readonly act: string;
  readonly actHash: string;
}

/**
 * Reads a batch strictly. Undefined when any envelope cannot be read, is not canonical, is of another device or epoch, or
 * does not follow the one before it: such a batch has no place in a chain and is refused as a whole, nothing stored.
 */
export function readBatch(
  device: string,
  epoch: number,
  operations: readonly SignedOperation[],
): readonly ReadOperation[] | undefined {
  const batch: ReadOperation[] = [];
  for (const signed of operations) {
    const read = readOne(signed);
    if (!read || read.head.device !== device || read.head.epoch !== epoch) return undefined;
    const before = batch.at(-1);
    if (before && (read.head.seq !== before.head.seq + 1 || read.head.prev !== before.hash)) return undefined;
    if ((read.head.prev === '0') !== (read.head.seq === 1)) return undefined;
    batch.push(read);
  }
  return batch;
}

function readOne(signed: SignedOperation): ReadOperation | undefined {
  const head = readHead(signed.bytes);
  if (!head) return undefined;
  const operation = parseOperation(signed.bytes);
  const act = actBytes(head as Operation);
  return {
    signed,
    head,
    ...(operation ? { operation } : {}),
    hash: sha256Hex(signed.bytes),
    act,
    actHash: sha256Hex(act),
  };
}

function readHead(bytes: string): z.infer<typeof OperationHead> | undefined {
  try {
    const head = OperationHead.safeParse(JSON.parse(bytes));
    return head.success && canonicalJson(head.data) === bytes ? head.data : undefined;
  } catch {
    return undefined;
  }
}
