import type { z } from 'zod';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { PackManifest, type PackSet, PackSetContent, SignedPackSet } from './pack-set.ts';

/** What reading needs of the outside; a `Digest` and a `Verifier` of shared/ports.ts together fulfil it. */
export interface PackSetChecks {
  readonly sha256: (text: string) => Promise<string>;
  readonly verify: (publicKey: string, text: string, signature: string) => Promise<boolean>;
}

export type PackSetFault =
  | 'pack-set-malformed'
  | 'pack-set-signature-invalid'
  | 'pack-set-content-changed'
  | 'pack-set-demonstration'
  | 'pack-set-unverified-value';

/**
 * Reads a signed pack set strictly: canonical texts, the province's signature over the manifest, the content's hash, and
 * the same title and kind on cover and content. Unverified values are let through in demonstration sets only.
 */
export async function readPackSet(
  signed: unknown,
  provinceKey: string,
  checks: PackSetChecks,
): Promise<Result<PackSet, PackSetFault>> {
  const outer = SignedPackSet.safeParse(signed);
  if (!outer.success) return err('pack-set-malformed');
  const texts = outer.data;
  const manifest = readCanonical(PackManifest, texts.manifest);
  const content = readCanonical(PackSetContent, texts.content);
  if (!manifest || !content) return err('pack-set-malformed');
  if (!(await checks.verify(provinceKey, texts.manifest, texts.signature)))
    return err('pack-set-signature-invalid');
  if ((await checks.sha256(texts.content)) !== manifest.content) return err('pack-set-content-changed');
  if (manifest.demonstration !== content.demonstration || manifest.title !== content.title) {
    return err('pack-set-content-changed');
  }
  if (!content.demonstration && holdsUnverified(content)) return err('pack-set-unverified-value');
  return ok({ hash: await checks.sha256(texts.manifest), manifest, content });
}

/** bộ quy tắc minh họa — an office imports no demonstration set; the demonstration workspace does. */
export const admitPackSet = (
  packSet: PackSet,
  workspace: 'demo' | 'practice' | 'office',
): Result<PackSet, PackSetFault> =>
  packSet.content.demonstration && workspace === 'office' ? err('pack-set-demonstration') : ok(packSet);

/** The set that rules a reception: of those in effect at that moment, the one that took effect last. */
export function packSetFor(moment: string, sets: readonly PackSet[]): PackSet | undefined {
  const inEffect = sets.filter(
    ({ manifest }) =>
      manifest.effectiveFrom <= moment &&
      (manifest.effectiveTo === undefined || moment < manifest.effectiveTo),
  );
  return inEffect.reduce<PackSet | undefined>(
    (latest, set) => (!latest || set.manifest.effectiveFrom >= latest.manifest.effectiveFrom ? set : latest),
    undefined,
  );
}

function readCanonical<T extends z.ZodType>(schema: T, text: string): z.infer<T> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** True when any value says of itself that nobody has verified it. */
function holdsUnverified(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('basis' in value && value.basis === 'unverified') return true;
  return Object.values(value).some(holdsUnverified);
}
