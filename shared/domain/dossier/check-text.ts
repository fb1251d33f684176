import type { Finding, FindingField } from './finding.ts';

/** What no free text may hold: too much of it, letters in pieces (NFD), control or direction characters. */
export function checkText(field: FindingField, text: string, most: number, manyLines = false): Finding[] {
  const error = (code: Finding['code'], detail?: string): Finding[] => [
    { severity: 'error', field, code, ...(detail === undefined ? {} : { detail }) },
  ];
  if (text.length > most) return error('text-too-long', String(most));
  if (text !== text.normalize('NFC')) return error('text-not-nfc');
  const bare = manyLines ? text.replaceAll('\n', '') : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  return /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(bare)
    ? error('text-control')
    : [];
}
