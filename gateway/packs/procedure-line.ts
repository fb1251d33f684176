import type { z } from 'zod';
import type {
  Basis,
  Procedure,
  ProcedureFee,
  ProcedurePaper,
  Term,
} from '../../shared/domain/procedure/procedure.ts';

export type ProcedureData = z.input<typeof Procedure>;

/** A fact with where it was read: `[value, basis, source?]`; without a source the table's own stands. */
export type Fact<T> = readonly [value: T, basis: Basis, source?: string];

/** One line of a procedure table, as short as it can be written down. */
export interface ProcedureLine {
  readonly code: string;
  readonly name: string;
  readonly term?: Fact<Term>;
  readonly fees?: Fact<readonly ProcedureFee[]>;
  /** paper lists are from memory everywhere: they stand in the demonstration set only */
  readonly papers?: readonly ProcedurePaper[];
  readonly cutoffShiftsStart?: boolean;
  readonly effectiveTo?: string;
  readonly keywords?: readonly string[];
}

/** What all lines of one table share. */
export interface ProcedureTable {
  readonly sector: string;
  readonly systemOfRecord: ProcedureData['systemOfRecord'];
  readonly source: string;
  /** how well code and name are grounded */
  readonly basis: Basis;
  readonly lines: readonly ProcedureLine[];
}

export const IMMEDIATE: Term = { unit: 'immediate', amount: 0 };
export const days = (amount: number): Term => ({ unit: 'workingDays', amount });
export const FREE: readonly ProcedureFee[] = [];

/** lệ phí per act, whole đồng */
export const fee = (name: string, amount: number, perUnit?: string): readonly ProcedureFee[] => [
  { kind: 'fee', name, amount, ...(perUnit === undefined ? {} : { perUnit }) },
];

/** A paper that is handed in. */
export const handedIn = (
  key: string,
  name: string,
  form: 'original' | 'copy' = 'original',
  required = true,
) => ({
  key,
  name,
  form,
  required,
  originals: form === 'original' ? 1 : 0,
  copies: form === 'copy' ? 1 : 0,
});

/** A paper that is only shown and never scanned (R16). */
export const shown = (key: string, name: string): ProcedurePaper => ({
  key,
  name,
  form: 'presented',
  required: true,
  originals: 0,
  copies: 0,
});

/** A paper that must not be asked for, because a shared database holds the data (R5). */
export const reused = (key: string, name: string, database: string): ProcedurePaper => ({
  key,
  name,
  form: 'presented',
  required: false,
  originals: 0,
  copies: 0,
  reuse: database,
});

const PAPERS_SOURCE = 'Danh mục minh họa, chưa đối chiếu văn bản';

/** Since 1 July 2025 communes work under the present organisation; the sets start there. */
const EFFECTIVE_FROM = '2025-07-01';

/** Writes a table out as pack data; `unverified: false` leaves out every value that nobody has verified. */
export const proceduresOf = (table: ProcedureTable, unverified: boolean): ProcedureData[] =>
  table.lines.map((line) => ({
    code: line.code,
    name: { value: line.name, source: table.source, basis: table.basis },
    sector: table.sector,
    systemOfRecord: table.systemOfRecord,
    effectiveFrom: EFFECTIVE_FROM,
    ...(line.effectiveTo === undefined ? {} : { effectiveTo: line.effectiveTo }),
    ...factOf('term', line.term, table, unverified),
    cutoffShiftsStart: line.cutoffShiftsStart ?? false,
    ...factOf('fees', line.fees, table, unverified),
    ...(line.papers && unverified
      ? { papers: { value: [...line.papers], source: PAPERS_SOURCE, basis: 'unverified' as const } }
      : {}),
    ...(line.keywords ? { keywords: [...line.keywords] } : {}),
  }));

function factOf<K extends 'term' | 'fees'>(
  key: K,
  fact: Fact<unknown> | undefined,
  table: ProcedureTable,
  unverified: boolean,
): Partial<Record<K, { value: never; source: string; basis: Basis }>> {
  if (!fact || (fact[1] === 'unverified' && !unverified)) return {};
  const [value, basis, source = table.source] = fact;
  return { [key]: { value, source, basis } } as never;
}
