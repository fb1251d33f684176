import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import { admitPackSet, packSetFor, readPackSet } from '../../../shared/domain/packs/read-pack-set.ts';
import type { Workspace } from '../../../shared/host/contract.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { Enrolment, SignedEnrolment } from '../../../shared/protocol/enrolment.ts';
import type { Answer } from '../api.ts';
import type { WorldPorts } from '../boot/office.ts';

/** An enrolment file that may be used: checked, its pack sets opened. */
export interface ReadEnrolment {
  readonly enrolment: Enrolment;
  readonly packs: readonly PackSet[];
  /** the set in force now, or the first to come */
  readonly present: PackSet;
}

/**
 * Reads the province's file strictly: canonical text, the signature by the key inside (trusted on first use: the file was
 * handed over by the province), its time limit, every pack set, and no fictional rules in an office.
 */
export async function readEnrolmentFile(
  file: string,
  workspace: Workspace,
  ports: Pick<WorldPorts, 'clock' | 'digest' | 'verifier'>,
): Promise<Answer<ReadEnrolment>> {
  const signed = parsed(SignedEnrolment, file);
  const enrolment = signed && parsed(Enrolment, signed.enrolment);
  if (!signed || !enrolment || canonicalJson(enrolment) !== signed.enrolment)
    return err({ code: 'enrolment-malformed' });
  if (!(await ports.verifier.verify(enrolment.gatewayKey, signed.enrolment, signed.signature)))
    return err({ code: 'enrolment-signature-invalid' });
  if (Date.parse(enrolment.expiresAt) <= ports.clock.now()) return err({ code: 'enrolment-expired' });
  const packs: PackSet[] = [];
  for (const one of enrolment.packs) {
    const checks = { sha256: ports.digest.sha256, verify: ports.verifier.verify };
    const read = await readPackSet(one, enrolment.gatewayKey, checks);
    if (!read.ok) return err({ code: read.error });
    const admitted = admitPackSet(read.value, workspace);
    if (!admitted.ok) return err({ code: admitted.error });
    packs.push(admitted.value);
  }
  const present = packSetFor(new Date(ports.clock.now()).toISOString(), packs) ?? packs[0];
  return present ? ok({ enrolment, packs, present }) : err({ code: 'enrolment-malformed' });
}

function parsed<T>(
  schema: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } },
  text: string,
): T | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
