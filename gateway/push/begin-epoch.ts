import type { EpochReply } from '../../shared/protocol/messages.ts';
import type { Database } from '../store/database.ts';
import { heardOf, lockPosition } from './position.ts';

/**
 * POST /v1/epoch: begins the next epoch of a device. Every token works once and answers the same ever after, so a late copy
 * of an old request changes nothing. The old chain stays as evidence.
 */
export function beginEpoch(
  database: Database,
  commune: string,
  device: string,
  { token, above }: { readonly token: string; readonly above: number },
  now: number,
): Promise<EpochReply> {
  return database.transaction(async (queries) => {
    const position = await lockPosition(queries, commune, device);
    const [known] = await queries.query<{ epoch: number }>(
      'select epoch from device_epoch where commune = $1 and device = $2 and token = $3',
      [commune, device, token],
    );
    if (known) return heardOf(position, now);
    const epoch = Math.max(position.epoch, above) + 1;
    await queries.query('insert into device_epoch (commune, device, token, epoch) values ($1, $2, $3, $4)', [
      commune,
      device,
      token,
      epoch,
    ]);
    await queries.query(
      "update device set epoch = $3, last_seq = 0, head = '0' where commune = $1 and id = $2",
      [commune, device, epoch],
    );
    return heardOf({ ...position, epoch, lastSeq: 0, head: '0' }, now);
  });
}
