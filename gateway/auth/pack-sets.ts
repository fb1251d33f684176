import type { PackSet, SignedPackSet } from '../../shared/domain/packs/pack-set.ts';
import { readPackSet } from '../../shared/domain/packs/read-pack-set.ts';
import type { Database, Queries } from '../store/database.ts';
import { nodeDigest, webCryptoVerifier } from './web-crypto.ts';

interface PackRow extends SignedPackSet {
  readonly hash: string;
}

/** Every pack set a commune may name, as signed texts, oldest first. Old sets are kept for ever. */
export async function signedPackSets(queries: Queries, commune: string): Promise<readonly SignedPackSet[]> {
  return queries.query<SignedPackSet>(
    'select manifest, signature, content from pack_set where commune = $1 order by effective_from, hash',
    [commune],
  );
}

/** Read pack sets by hash. Pack sets never change, so what one instance has read it may keep. */
export function packSetReader(
  database: Database,
  provinceKey: string,
): (commune: string) => Promise<ReadonlyMap<string, PackSet>> {
  const read = new Map<string, PackSet>();
  return async (commune) => {
    const rows = await database.query<{ hash: string }>('select hash from pack_set where commune = $1', [
      commune,
    ]);
    const unread = rows.map((row) => row.hash).filter((hash) => !read.has(hash));
    if (unread.length > 0) {
      const texts = await database.query<PackRow>(
        'select hash, manifest, signature, content from pack_set where commune = $1 and hash = any($2::text[])',
        [commune, unread],
      );
      for (const { hash, ...signed } of texts) {
        const result = await readPackSet(signed, provinceKey, { ...nodeDigest, ...webCryptoVerifier });
        if (!result.ok) throw new Error(`pack set ${hash} in the database: ${result.error}`);
        read.set(hash, result.value);
      }
    }
    return new Map(
      rows.flatMap(({ hash }) => {
        const packSet = read.get(hash);
        return packSet ? [[hash, packSet] as const] : [];
      }),
    );
  };
}
