import type { FindingCode, FindingField } from '../../../../shared/domain/dossier/finding.ts';
import type { Finding } from '../../../worker/api.ts';
import type { Faults } from '../draft/check-fields.ts';

/** Findings that stop F9, at most one for each field, in the order of the screen. */
export function faultsOf(findings: readonly Finding[]): Faults {
  const faults: Partial<Record<FindingField, FindingCode>> = {};
  for (const { severity, field, code } of findings)
    if (severity === 'error') faults[field as FindingField] ??= code as FindingCode;
  return faults;
}
