import { createHash } from 'node:crypto';
import { demonstrationPackSet } from '../../gateway/packs/demonstration.ts';
import { PackManifest, type PackSet, PackSetContent } from '../../shared/domain/packs/pack-set.ts';
import type { Procedure } from '../../shared/domain/procedure/procedure.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The demonstration set as a counter holds it after reading, with changes to its content where a test needs them. */
export function aPackSet(
  change: Partial<PackSetContent> = {},
  effective: { readonly from?: string; readonly to?: string } = {},
): PackSet {
  const content = PackSetContent.parse({ ...demonstrationPackSet(), ...change });
  const manifest = PackManifest.parse({
    v: 1,
    title: content.title,
    effectiveFrom: effective.from ?? '2025-06-30T17:00:00.000Z',
    ...(effective.to ? { effectiveTo: effective.to } : {}),
    content: sha256(canonicalJson(content)),
    demonstration: content.demonstration,
  });
  return { hash: sha256(canonicalJson(manifest)), manifest, content };
}

/** A procedure of the demonstration set, by code. */
export function aProcedure(code = '1.000689'): Procedure {
  const found = demonstrationPackSet().procedures.find((procedure) => procedure.code === code);
  if (!found) throw new Error(`no procedure ${code}`);
  return found;
}
