import type { SignedPackSet } from '../../shared/domain/packs/pack-set.ts';
import { readPackSet } from '../../shared/domain/packs/read-pack-set.ts';
import type { Queries } from '../store/database.ts';
import type { GatewayKeys } from './keys.ts';
import { nodeDigest, webCryptoVerifier } from './web-crypto.ts';

/** The device of the province page; it signs its acts like any other device, with a chain of its own in each commune. */
export const PROVINCE_DEVICE = 'PROVINCE';
export const PROVINCE_CLERK = 'tinh.mot-cua';

/** Makes a commune known, with the province's own device and clerk in it. Safe to repeat. */
export async function ensureCommune(queries: Queries, keys: GatewayKeys, commune: string): Promise<void> {
  await queries.query('insert into commune (code) values ($1) on conflict do nothing', [commune]);
  await queries.query(
    `insert into device (commune, id, name, public_key, state) values ($1, $2, $3, $4, 'active') on conflict do nothing`,
    [commune, PROVINCE_DEVICE, 'Cổng tỉnh', keys.desk.publicKey],
  );
  await queries.query(
    'insert into clerk (commune, id, name, roles) values ($1, $2, $3, $4::jsonb) on conflict do nothing',
    [commune, PROVINCE_CLERK, 'Bộ phận Một cửa cấp tỉnh', JSON.stringify(['province'])],
  );
  await queries.query(
    'insert into clerk_key (commune, clerk, device, public_key) values ($1, $2, $3, $4) on conflict do nothing',
    [commune, PROVINCE_CLERK, PROVINCE_DEVICE, keys.clerk.publicKey],
  );
}

/** Keeps a pack set for a commune; sets are only ever added. Refuses one that does not read strictly. */
export async function addPackSet(
  queries: Queries,
  keys: GatewayKeys,
  commune: string,
  signed: SignedPackSet,
): Promise<string> {
  const read = await readPackSet(signed, keys.province.publicKey, { ...nodeDigest, ...webCryptoVerifier });
  if (!read.ok) throw new Error(`pack set refused: ${read.error}`);
  const { hash, manifest } = read.value;
  await queries.query(
    `insert into pack_set (commune, hash, effective_from, manifest, signature, content)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [commune, hash, manifest.effectiveFrom, signed.manifest, signed.signature, signed.content],
  );
  return hash;
}
