import { ClerkId, DeviceId, Instant, OperationId, Sha256 } from '../../../shared/domain/identity/ids.ts';
import {
  actBytes,
  type Operation,
  type OperationType,
  operationBytes,
  type PayloadOf,
  type SignedOperation,
} from '../../../shared/domain/operation.ts';
import type { Counter } from '../boot/office.ts';
import type { Mark } from '../store/marks.ts';

/** One act before it has its place in the chain. */
export type PlannedAct = {
  readonly [T in OperationType]: {
    readonly entity: string;
    readonly type: T;
    readonly payload: PayloadOf<T>;
    /** the province's version of the entity that the clerk saw */
    readonly base: number;
    readonly deps: readonly string[];
    /** hash of the pack set the values were computed from */
    readonly packs: string;
  };
}[OperationType];

/** Gives an act its id, time and place in the device's chain. Pure but for the ids; the chain is not yet moved. */
export function nextOperation(
  { office, clerk }: Counter,
  act: PlannedAct,
  at: string,
  chain: Mark<'chain'>,
): { readonly operation: Operation; readonly chain: Mark<'chain'> } {
  const { ms, count } = nextHlc(Date.parse(at), chain);
  const device = DeviceId.parse(office.machine.facts.device);
  const operation = {
    v: 1,
    id: OperationId.parse(office.ids.uuidV7()),
    device,
    epoch: chain.epoch,
    seq: chain.seq + 1,
    prev: chain.head === '0' ? '0' : Sha256.parse(chain.head),
    deps: act.deps.map((id) => OperationId.parse(id)),
    entity: act.entity,
    base: act.base,
    type: act.type,
    at: Instant.parse(at),
    hlc: `${String(ms).padStart(13, '0')}-${count.toString(16).padStart(4, '0')}-${device}`,
    clerk: ClerkId.parse(clerk.id),
    packs: Sha256.parse(act.packs),
    payload: act.payload,
  } as Operation;
  return { operation, chain: { ...chain, seq: chain.seq + 1, hlcMs: ms, hlcCount: count } };
}

/** Never behind the one before, also while the clock stands back; a full count of four digits goes over into the next millisecond. */
function nextHlc(wall: number, { hlcMs, hlcCount }: Mark<'chain'>): { ms: number; count: number } {
  if (wall > hlcMs) return { ms: wall, count: 0 };
  return hlcCount < 0xffff ? { ms: hlcMs, count: hlcCount + 1 } : { ms: hlcMs + 1, count: 0 };
}

/** Signs the act as the clerk and the whole as the device; answers the form that is stored and sent. */
export async function signOperation(
  { office, clerk }: Counter,
  operation: Operation,
): Promise<SignedOperation> {
  const bytes = operationBytes(operation);
  return {
    bytes,
    clerkSignature: await clerk.signer.sign(actBytes(operation)),
    signature: await office.machine.device.sign(bytes),
  };
}
