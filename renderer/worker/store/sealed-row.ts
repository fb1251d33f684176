import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { sealText, unsealText } from '../keys/seal.ts';
import type { TableName } from './rows.ts';

const place = (table: TableName, id: string, rev: number): string => `${table}|${id}|${rev}`;

/** Seals the personal part of a row for exactly this table, id and revision. Never called inside a transaction. */
export const sealRow = (
  key: CryptoKey,
  table: TableName,
  id: string,
  rev: number,
  content: unknown,
): Promise<Uint8Array> => sealText(key, place(table, id, rev), canonicalJson(content));

/** Opens the personal part of a row; throws SealBroken when it was moved, replayed or damaged. */
export async function openRow<T>(
  key: CryptoKey,
  table: TableName,
  row: { readonly id: string; readonly rev: number; readonly c: Uint8Array },
): Promise<T> {
  return JSON.parse(await unsealText(key, place(table, row.id, row.rev), row.c)) as T;
}
