import type { IntakeText } from '../../text/vi.intake.ts';

/** The sentence for a check or finding code; an unknown code is shown, never swallowed. */
export function faultText(text: IntakeText, code: string, detail?: string): string {
  const findings: Readonly<Record<string, string>> = text.findings;
  const sentence = findings[code] ?? text.findingUnknown(code);
  return sentence.replace('{detail}', detail ?? '');
}
