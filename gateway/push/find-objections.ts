import type { Verifier } from '../../shared/ports.ts';
import type { Queries } from '../store/database.ts';
import type { Objection } from './judge-batch.ts';
import type { ReadOperation } from './read-batch.ts';

/** Receive, issue, refuse and return: the clerk's signature is checked before the verdict (design §3), all others' in the background. */
const CHECKED_INLINE: ReadonlySet<string> = new Set([
  'dossier.receive',
  'dossier.finish',
  'dossier.stop',
  'dossier.returnResult',
]);

interface ClerkRow {
  readonly id: string;
  readonly public_key: string | null;
}

/** What speaks against operations of a batch before `apply`: unknown clerk, clerk without a key here, wrong signature. */
export async function findObjections(
  dependencies: { readonly database: Queries; readonly verifier: Verifier },
  device: { readonly commune: string; readonly id: string },
  batch: readonly ReadOperation[],
): Promise<ReadonlyMap<string, Objection>> {
  const objections = new Map<string, Objection>();
  if (batch.length === 0) return objections;
  const clerks = new Map(
    (
      await dependencies.database.query<ClerkRow>(
        `select clerk.id, clerk_key.public_key from clerk
         left join clerk_key on clerk_key.commune = clerk.commune and clerk_key.clerk = clerk.id and clerk_key.device = $2
         where clerk.commune = $1`,
        [device.commune, device.id],
      )
    ).map((row) => [row.id, row.public_key]),
  );
  for (const read of batch) {
    const key = clerks.get(read.head.clerk);
    if (!key) objections.set(read.head.id, 'clerk-unknown');
    else if (
      CHECKED_INLINE.has(read.head.type) &&
      !(await dependencies.verifier.verify(key, read.act, read.signed.clerkSignature))
    )
      objections.set(read.head.id, 'signature-invalid');
  }
  return objections;
}
