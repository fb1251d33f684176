import type { FormNode } from './form-definition.ts';

/** What nobody knows stays a visible blank on paper. */
export const UNKNOWN = '…………………';

/** Label and value on one line; a value nobody knows stays a dotted blank. */
export const field = (label: string, value: string | undefined, bold = false): FormNode => ({
  text: [`${label}: `, { text: value || UNKNOWN, bold }],
  margin: [0, 0.5, 0, 0.5],
});
