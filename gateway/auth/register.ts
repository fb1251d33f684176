import { AgencyCode } from '../../shared/domain/identity/ids.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { RegisterReply, RegisterRequest } from '../../shared/protocol/messages.ts';
import { heardOf, lockPosition } from '../push/position.ts';
import type { Database, Queries } from '../store/database.ts';
import { sha256Hex } from './web-crypto.ts';

type RegisterRefusal = 'device-unknown' | 'device-revoked' | 'token-used' | 'not-permitted';

interface DeviceRow {
  readonly commune: string;
  readonly state: string;
  readonly token_hash: string | null;
  readonly public_key: string | null;
}

/**
 * POST /v1/register: binds a device's key and its clerks' keys to the enrolment. The token serves one device key for ever: the
 * same request again answers the same, and a clerk who chose her secret later is added; another device key is refused.
 * The caller has checked that the request is signed with the key it brings.
 */
export async function register(
  database: Database,
  request: RegisterRequest,
  now: number,
): Promise<Result<RegisterReply, RegisterRefusal>> {
  return database.transaction(async (queries): Promise<Result<RegisterReply, RegisterRefusal>> => {
    const device = await findDevice(queries, request.device);
    if (!device || device.token_hash !== sha256Hex(request.token)) return err('device-unknown');
    const position = await lockPosition(queries, device.commune, request.device);
    const locked = await findDevice(queries, request.device);
    if (locked?.state === 'revoked') return err('device-revoked');
    if (locked?.public_key && locked.public_key !== request.publicKey) return err('token-used');
    const refusal = await addClerkKeys(queries, device.commune, request);
    if (refusal) return err(refusal);
    await queries.query(
      `update device set public_key = $3, state = 'active', registered_at = coalesce(registered_at, now())
       where commune = $1 and id = $2`,
      [device.commune, request.device, request.publicKey],
    );
    return ok({ ...heardOf(position, now), commune: AgencyCode.parse(device.commune) });
  });
}

async function findDevice(queries: Queries, id: string): Promise<DeviceRow | undefined> {
  const rows = await queries.query<DeviceRow>(
    'select commune, state, token_hash, public_key from device where id = $1 and series is not null',
    [id],
  );
  return rows[0];
}

async function addClerkKeys(
  queries: Queries,
  commune: string,
  request: RegisterRequest,
): Promise<RegisterRefusal | undefined> {
  const clerks = await queries.query<{ id: string; public_key: string | null }>(
    `select clerk.id, clerk_key.public_key from clerk
     left join clerk_key on clerk_key.commune = clerk.commune and clerk_key.clerk = clerk.id and clerk_key.device = $2
     where clerk.commune = $1`,
    [commune, request.device],
  );
  const keys = new Map(clerks.map((row) => [row.id, row.public_key]));
  for (const clerk of request.clerks) {
    if (!keys.has(clerk.id)) return 'not-permitted';
    const held = keys.get(clerk.id);
    if (held && held !== clerk.publicKey) return 'token-used';
  }
  for (const clerk of request.clerks)
    await queries.query(
      'insert into clerk_key (commune, clerk, device, public_key) values ($1, $2, $3, $4) on conflict do nothing',
      [commune, clerk.id, request.device, clerk.publicKey],
    );
  return undefined;
}
