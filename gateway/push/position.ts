import { Instant } from '../../shared/domain/identity/ids.ts';
import { type EpochReply, PROTOCOL } from '../../shared/protocol/messages.ts';
import type { Queries } from '../store/database.ts';
import type { DevicePosition } from './plan-push.ts';

/** The part of a reply that says where the province stands (`heard` in shared/protocol/messages.ts). */
export type Heard = EpochReply;

export interface LockedPosition extends DevicePosition {
  readonly counter: number;
  readonly scopeVersion: number;
  readonly generation: number;
  readonly safeBefore: string;
}

/**
 * Locks the commune row, then the device row (always in this order, so no two pushes wait for each other in a circle),
 * and answers where the province stands. Call inside a transaction.
 */
export async function lockPosition(
  queries: Queries,
  commune: string,
  device: string,
): Promise<LockedPosition> {
  const [communeRow] = await queries.query<{ counter: string; scope_version: number }>(
    'select counter, scope_version from commune where code = $1 for update',
    [commune],
  );
  const [deviceRow] = await queries.query<{ epoch: number; last_seq: string; head: string }>(
    'select epoch, last_seq, head from device where commune = $1 and id = $2 for update',
    [commune, device],
  );
  const [state] = await queries.query<{ generation: number; safe_before: string }>(
    'select generation, safe_before from gateway_state',
  );
  if (!communeRow || !deviceRow || !state) throw new Error('commune or device is missing');
  return {
    epoch: deviceRow.epoch,
    lastSeq: Number(deviceRow.last_seq),
    head: deviceRow.head,
    counter: Number(communeRow.counter),
    scopeVersion: communeRow.scope_version,
    generation: state.generation,
    safeBefore: state.safe_before,
  };
}

export const heardOf = (position: LockedPosition, now: number): Heard => ({
  protocol: PROTOCOL,
  generation: position.generation,
  epoch: position.epoch,
  lastSeq: position.lastSeq,
  head: position.head,
  scopeVersion: position.scopeVersion,
  safeBefore: Instant.parse(position.safeBefore),
  time: Instant.parse(new Date(now).toISOString()),
});
