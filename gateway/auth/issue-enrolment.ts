import { randomBytes, randomInt } from 'node:crypto';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { Enrolment, type Role, type SignedEnrolment } from '../../shared/protocol/enrolment.ts';
import type { Gateway } from '../gateway.ts';
import type { Queries } from '../store/database.ts';
import { ensureCommune } from './commune.ts';
import { ensureOfficeRules, type OfficeFile } from './office-rules.ts';
import { signedPackSets } from './pack-sets.ts';
import { sha256Hex } from './web-crypto.ts';

export interface EnrolmentWish {
  readonly commune: string;
  readonly deviceName: string;
  readonly gatewayUrl: string;
  /** clerks to add or rename before issuing; the enrolment carries all clerks of the commune */
  readonly clerks: readonly ClerkEntry[];
  /** what the province says about the office; without it a new commune gets the sourced facts alone */
  readonly office?: OfficeFile | undefined;
}

export interface ClerkEntry {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Why no enrolment can be issued, as a sentence for the person at the console. */
export class EnrolmentRefused extends Error {
  override readonly name = 'EnrolmentRefused';
}

/** who opens an office for which nobody has been named yet */
const FIRST_CLERK: ClerkEntry = {
  id: 'quan-tri',
  name: 'Người quản trị',
  roles: ['reception', 'processing', 'records', 'leader', 'administrator'],
};
const VALID_DAYS = 30;
/** the symbols of provisional codes (design §6) */
const SYMBOLS = '0123456789BCGHKLMNPQTV';

/** Issues the file by which one new device of a commune begins: identity, series, one-time token, clerks, rules; signed by the province. */
export async function issueEnrolment(gateway: Gateway, wish: EnrolmentWish): Promise<SignedEnrolment> {
  await ensureCommune(gateway.database, gateway.keys, wish.commune);
  await ensureOfficeRules(gateway.database, gateway.keys, wish.commune, wish.office, gateway.now());
  const known = await officeClerks(gateway.database, wish.commune);
  const named = known.length + wish.clerks.length === 0 ? [FIRST_CLERK] : wish.clerks;
  for (const clerk of named) await keepClerk(gateway.database, wish.commune, clerk);
  const clerks = await officeClerks(gateway.database, wish.commune);
  if (clerks.length === 0)
    throw new EnrolmentRefused('the commune has no clerk yet: add --clerk id:name:role');
  const packs = await signedPackSets(gateway.database, wish.commune);
  const token = randomBytes(24).toString('base64url');
  const { device, series } = await newDevice(gateway.database, wish, sha256Hex(token));
  const issuedAt = gateway.now();
  const enrolment = Enrolment.parse({
    v: 1,
    device,
    deviceName: wish.deviceName.normalize('NFC'),
    commune: wish.commune,
    series,
    token,
    gatewayUrl: wish.gatewayUrl,
    gatewayKey: gateway.keys.province.publicKey,
    clerks,
    packs,
    issuedAt: new Date(issuedAt).toISOString(),
    expiresAt: new Date(issuedAt + VALID_DAYS * 86_400_000).toISOString(),
  });
  const text = canonicalJson(enrolment);
  gateway.log.info('device-enrolled', { device, commune: wish.commune });
  return { enrolment: text, signature: await gateway.keys.province.signer.sign(text) };
}

const keepClerk = (queries: Queries, commune: string, clerk: ClerkEntry) =>
  queries.query(
    `insert into clerk (commune, id, name, roles) values ($1, $2, $3, $4::jsonb)
     on conflict (commune, id) do update set name = excluded.name, roles = excluded.roles`,
    [commune, clerk.id, clerk.name, JSON.stringify(clerk.roles)],
  );

/** Clerks of the office; the province's own clerk is not one of them. */
function officeClerks(queries: Queries, commune: string): Promise<readonly ClerkEntry[]> {
  return queries.query<ClerkEntry>(
    'select id, name, roles from clerk where commune = $1 and not roles @> \'["province"]\' order by id',
    [commune],
  );
}

async function newDevice(
  queries: Queries,
  wish: EnrolmentWish,
  tokenHash: string,
): Promise<{ readonly device: string; readonly series: string }> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const device = `${wish.commune.replaceAll('.', '-')}-${symbols(4)}`;
    const series = symbols(3);
    const rows = await queries.query(
      `insert into device (commune, id, name, series, token_hash) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [wish.commune, device, wish.deviceName, series, tokenHash],
    );
    if (rows.length > 0) return { device, series };
  }
  throw new EnrolmentRefused('no free device series is left');
}

const symbols = (count: number): string =>
  Array.from({ length: count }, () => SYMBOLS.charAt(randomInt(SYMBOLS.length))).join('');
