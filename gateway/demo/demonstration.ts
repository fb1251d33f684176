import type { ClerkEntry } from '../auth/issue-enrolment.ts';
import { publishPackSet } from '../auth/office-rules.ts';
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
  await publishPackSet(database, keys, DEMONSTRATION_COMMUNE, demonstrationPackSet(), EFFECTIVE_FROM);
  for (const clerk of DEMONSTRATION_CLERKS)
    await database.query(
      'insert into clerk (commune, id, name, roles) values ($1, $2, $3, $4::jsonb) on conflict do nothing',
      [DEMONSTRATION_COMMUNE, clerk.id, clerk.name, JSON.stringify(clerk.roles)],
    );
}
