import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** Who stands at the counter when the card is not scanned but typed. */
const Person = z.strictObject({
  name: z.string(),
  personalId: z.string(),
  /** dd/mm/yyyy or yyyy-mm-dd */
  birthDate: z.string(),
  sex: z.enum(['Nam', 'Nữ']),
  address: z.string().optional(),
});

const Reception = z.strictObject({
  qr: z.string().optional(),
  person: Person.optional(),
  phone: z.string(),
  /** code, or the words a clerk would type into the procedure search */
  procedure: z.string(),
  /** papers laid into the scan folder; relative to the day file */
  files: z.array(z.string()).optional(),
  expect: z.enum(['received', 'refused']).optional(),
});
export type DayReception = z.infer<typeof Reception>;

const LineChange = z.strictObject({
  at: z.union([z.literal(0), z.literal('end'), z.string().regex(/^afterReception:[1-9]\d*$/)]),
  state: z.enum(['online', 'offline', 'stutter']),
});

/** ngày làm việc mẫu — one day at the counter; receptions count from 1. */
export const Day = z.strictObject({
  title: z.string().min(1).max(200),
  line: z.array(LineChange),
  receptions: z.array(Reception).max(500),
});
export type Day = z.infer<typeof Day>;

/** Reads a day strictly; file paths come back absolute and are checked to exist. The error is one readable sentence. */
export function readDay(file: string): Result<Day, string> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    return err(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const day = Day.safeParse(raw);
  if (!day.success) return err(`${file}: ${z.prettifyError(day.error)}`);
  const folder = path.dirname(path.resolve(file));
  const receptions = day.data.receptions.map((reception) => ({
    ...reception,
    ...(reception.files ? { files: reception.files.map((name) => path.resolve(folder, name)) } : {}),
  }));
  for (const change of day.data.line) {
    const after = afterReception(change.at);
    if (after !== undefined && after > receptions.length)
      return err(`${file}: line change after reception ${after}, the day has ${receptions.length}`);
  }
  const missing = receptions.flatMap((reception) => reception.files ?? []).find((name) => !existsSync(name));
  return missing ? err(`${file}: no such file ${missing}`) : ok({ ...day.data, receptions });
}

/** N of `afterReception:N`; undefined for `0` and `end`. */
export function afterReception(at: Day['line'][number]['at']): number | undefined {
  return typeof at === 'string' && at !== 'end' ? Number(at.slice('afterReception:'.length)) : undefined;
}
