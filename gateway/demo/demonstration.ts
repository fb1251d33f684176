import type { PackManifest, SignedPackSet } from '../../shared/domain/packs/pack-set.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { addPackSet, ensureCommune } from '../auth/commune.ts';
import type { ClerkEntry } from '../auth/issue-enrolment.ts';
import { sha256Hex } from '../auth/web-crypto.ts';
import type { Gateway } from '../gateway.ts';
import { DEMONSTRATION_AGENCY, demonstrationPackSet } from '../packs/demonstration.ts';

export const DEMONSTRATION_COMMUNE = DEMONSTRATION_AGENCY.code;

/** Three plainly fictional clerks. */
export const DEMONSTRATION_CLERKS: readonly ClerkEntry[] = [
  { id: 'lan.nt', name: 'Nguyễn Thị Lan (mẫu)', roles: ['reception', 'processing'] },
  { id: 'minh.tv', name: 'Trần Văn Minh (mẫu)', roles: ['reception', 'records'] },
  { id: 'hoa.lt', name: 'Lê Thị Hoa (mẫu)', roles: ['leader', 'administrator'] },
];

const EFFECTIVE_FROM = '2025-07-01T00:00:00.000Z';

/** Makes the demonstration commune with its rules and clerks; safe to repeat. */
export async function prepareDemonstration(gateway: Gateway): Promise<void> {
  const { database, keys } = gateway;
  await ensureCommune(database, keys, DEMONSTRATION_COMMUNE);
  await addPackSet(database, keys, DEMONSTRATION_COMMUNE, await signedDemonstrationPackSet(gateway));
  for (const clerk of DEMONSTRATION_CLERKS)
    await database.query(
      'insert into clerk (commune, id, name, roles) values ($1, $2, $3, $4::jsonb) on conflict do nothing',
      [DEMONSTRATION_COMMUNE, clerk.id, clerk.name, JSON.stringify(clerk.roles)],
    );
}

async function signedDemonstrationPackSet(gateway: Gateway): Promise<SignedPackSet> {
  const set = demonstrationPackSet();
  const content = canonicalJson(set);
  const manifest = canonicalJson({
    v: 1,
    title: set.title,
    effectiveFrom: EFFECTIVE_FROM,
    content: sha256Hex(content),
    demonstration: set.demonstration,
  } satisfies Record<keyof Omit<PackManifest, 'effectiveTo'>, unknown>);
  return { manifest, content, signature: await gateway.keys.province.signer.sign(manifest) };
}
