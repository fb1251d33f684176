import { z } from 'zod';
import {
  AgencyProfile,
  OfficeHours,
  type PackSetContent,
  RuleValues,
} from '../../shared/domain/packs/pack-set.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { officePackSet } from '../packs/office-template.ts';
import type { Queries } from '../store/database.ts';
import { addPackSet, ensureCommune } from './commune.ts';
import type { GatewayKeys } from './keys.ts';
import { sha256Hex } from './web-crypto.ts';

/** What a province says about one office (`--office FILE`): each value with its source. */
export const OfficeFile = z.strictObject({
  title: z.string().min(1).max(200),
  agency: AgencyProfile,
  officeHours: OfficeHours,
  maxAttachmentBytes: RuleValues.shape.maxAttachmentBytes,
  dueSoonWorkingDays: RuleValues.shape.dueSoonWorkingDays,
});
export type OfficeFile = z.infer<typeof OfficeFile>;

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Signs a pack set as the province and keeps it for the commune; in effect from the given instant. */
export async function publishPackSet(
  queries: Queries,
  keys: GatewayKeys,
  commune: string,
  set: PackSetContent,
  effectiveFrom: string,
): Promise<void> {
  await ensureCommune(queries, keys, commune);
  const content = canonicalJson(set);
  const { title, demonstration } = set;
  const manifest = canonicalJson({ v: 1, title, effectiveFrom, content: sha256Hex(content), demonstration });
  const signature = await keys.province.signer.sign(manifest);
  await addPackSet(queries, keys, commune, { manifest, content, signature });
}

/** Gives a commune its first rules when it has none, or further ones when the province says something about the office. */
export async function ensureOfficeRules(
  queries: Queries,
  keys: GatewayKeys,
  commune: string,
  office: OfficeFile | undefined,
  now: number,
): Promise<void> {
  const known = await queries.query('select 1 from pack_set where commune = $1 limit 1', [commune]);
  if (known.length > 0 && !office) return;
  const set = officePackSet(office ?? bareOffice(commune));
  await publishPackSet(queries, keys, commune, set, new Date(now).toISOString());
}

/** Nothing is invented about an office: no name but its code, no hours, so no due moment is promised until the province says more. */
function bareOffice(commune: string): z.input<typeof OfficeFile> {
  const source = 'Tỉnh chưa cung cấp khi ghi danh';
  return {
    title: `Bộ quy tắc của ${commune}`,
    agency: {
      code: commune,
      name: `Ủy ban nhân dân xã (mã ${commune})`,
      parent: 'Ủy ban nhân dân tỉnh',
      oneStopDesk: 'Trung tâm Phục vụ hành chính công cấp xã',
      place: commune,
      recipients: [],
    },
    officeHours: {
      sessions: {
        value: Object.fromEntries(DAYS.map((day) => [day, []])) as Record<(typeof DAYS)[number], []>,
        source,
        basis: 'secondary',
      },
    },
    maxAttachmentBytes: { value: 20_971_520, source: 'docs/protocol.md', basis: 'sourced' },
    dueSoonWorkingDays: { value: 1, source, basis: 'secondary' },
  };
}
