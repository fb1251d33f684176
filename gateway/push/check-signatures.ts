import { actBytes, type Operation } from '../../shared/domain/operation.ts';
import type { Verifier } from '../../shared/ports.ts';
import type { Gateway } from '../gateway.ts';
import type { LogFields } from '../http/log.ts';
import type { Database } from '../store/database.ts';

const BATCH = 200;
const PAUSE_MS = 2000;

interface UncheckedRow {
  readonly commune: string;
  readonly device: string;
  readonly epoch: number;
  readonly seq: string;
  readonly bytes: string;
  readonly signature: string;
  readonly clerk_signature: string;
  readonly device_key: string | null;
  readonly clerk_key: string | null;
}

/**
 * Checks device and clerk signatures of operations that were stored on the strength of their batch's last signature; the
 * result stands beside each operation. Several instances may do it at once: the answer is the same. Answers how many were
 * looked at; `onWrong` hears of each that is not right.
 */
export async function checkSignatures(
  database: Database,
  verifier: Verifier,
  onWrong: (place: LogFields) => void = () => undefined,
): Promise<number> {
  const rows = await database.query<UncheckedRow>(
    `select o.commune, o.device, o.epoch, o.seq, o.bytes, o.signature, o.clerk_signature,
       device.public_key as device_key, clerk_key.public_key as clerk_key
     from operation as o
     join device on device.commune = o.commune and device.id = o.device
     left join clerk_key on clerk_key.commune = o.commune and clerk_key.clerk = o.clerk and clerk_key.device = o.device
     where o.checked_at is null order by o.received_at limit $1`,
    [BATCH],
  );
  for (const row of rows) {
    const { commune, device, epoch } = row;
    const [seq, result] = [Number(row.seq), await resultOf(row, verifier)];
    if (result !== 'right') onWrong({ commune, device, epoch, seq, result });
    await database.query(
      `update operation set checked_at = now(), check_result = $5
       where commune = $1 and device = $2 and epoch = $3 and seq = $4`,
      [commune, device, epoch, seq, result],
    );
  }
  return rows.length;
}

async function resultOf(row: UncheckedRow, verifier: Verifier): Promise<string> {
  const act = actBytes(JSON.parse(row.bytes) as Operation);
  if (!row.device_key || !(await verifier.verify(row.device_key, row.bytes, row.signature)))
    return 'device-signature-invalid';
  if (!row.clerk_key) return 'clerk-unknown';
  return (await verifier.verify(row.clerk_key, act, row.clerk_signature))
    ? 'right'
    : 'clerk-signature-invalid';
}

/** Runs the check in the background until the returned function is called. Wrong signatures are an error in the log. */
export function checkSignaturesForEver(gateway: Gateway): () => void {
  let stopped = false;
  const round = async () => {
    let more = false;
    try {
      const wrong = (place: LogFields) => gateway.log.error('signature-wrong', place);
      more = (await checkSignatures(gateway.database, gateway.push.verifier, wrong)) === BATCH;
    } catch {
      gateway.log.error('signature-check-failed');
    }
    if (!stopped) setTimeout(round, more ? 50 : PAUSE_MS).unref();
  };
  setTimeout(round, PAUSE_MS).unref();
  return () => {
    stopped = true;
  };
}
