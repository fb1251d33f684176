import { isRealDay } from '../../lib/vietnam-time.ts';

/** Which rule a code follows: `new` = TT 03/2025 and TT 04/2025, `old` = TT 01/2018 in full, `shortened` = as seen in the wild. */
export type CodeGeneration = 'new' | 'old' | 'shortened' | 'unknown';

/**
 * mã hồ sơ — the official code, as the province wrote it. Codes of all generations stay alive, so an unknown shape is
 * accepted and flagged, never rewritten.
 */
export interface OfficialCode {
  readonly text: string;
  readonly generation: CodeGeneration;
  /** dot-joined agency groups in the order they stand in the code */
  readonly agency?: string;
  /** day of reception, `yyyy-mm-dd` */
  readonly day?: string;
  readonly serial?: string;
}

const SHAPES: readonly (readonly [CodeGeneration, RegExp])[] = [
  ['old', /^(\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})-(\d{6})-(\d{4,})$/],
  ['shortened', /^(\d{2,3}\.\d{2,3}\.[A-Y]\d{2})-(\d{6})-(\d{4,})$/],
  ['new', /^([A-Y]\d{2}(?:\.\d{2,3}){0,5})-(\d{6})-(\d{4,})$/],
];

/** Reads an official code of any generation; what fits none, or carries an impossible date, comes back as `unknown`. */
export function parseOfficialCode(text: string): OfficialCode {
  for (const [generation, shape] of SHAPES) {
    const [, agency, date, serial] = shape.exec(text) ?? [];
    if (!agency || !date || !serial) continue;
    const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
    if (isRealDay(day)) return { text, generation, agency, day, serial };
  }
  return { text, generation: 'unknown' };
}

/** Writes a code of the present generation: agency (level 1 left), day of reception, serial of at least four digits. */
export function formatOfficialCode(agency: string, day: string, serial: number): string {
  if (!isRealDay(day) || !Number.isInteger(serial) || serial < 1)
    throw new Error(`official code: ${day} ${serial}`);
  return `${agency}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}
