import { hasUnseenCharacters, hasUnseenInLines, isComposed } from '../../../lib/plain-text.ts';
import type { Finding, FindingField } from '../finding.ts';

/** What no free text may hold: too much of it, letters in pieces (NFD), control or direction characters. */
export function checkText(field: FindingField, text: string, most: number, manyLines = false): Finding[] {
  const error = (code: Finding['code'], detail?: string): Finding[] => [
    { severity: 'error', field, code, ...(detail === undefined ? {} : { detail }) },
  ];
  if (text.length > most) return error('text-too-long', String(most));
  if (!isComposed(text)) return error('text-not-nfc');
  return (manyLines ? hasUnseenInLines : hasUnseenCharacters)(text) ? error('text-control') : [];
}
