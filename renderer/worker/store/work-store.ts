import type { OperationRecord, Rows, TableName } from './rows.ts';

export type Write =
  | { readonly [T in TableName]: { readonly put: T; readonly row: Rows[T] } }[TableName]
  | { readonly delete: TableName; readonly id: string };

/**
 * The working database as commands, verdicts and pulls see it. Reads are single statements outside transactions;
 * `commit` is the only way to write: all of its writes or none, on disk when it resolves.
 */
export interface WorkStore {
  readonly get: <T extends TableName>(table: T, id: string) => Promise<Rows[T] | undefined>;
  readonly all: <T extends TableName>(table: T) => Promise<readonly Rows[T][]>;
  readonly count: (table: TableName) => Promise<number>;
  /** operations of an epoch from `seq` on, by seq, at most `limit` */
  readonly operationsFrom: (epoch: number, seq: number, limit: number) => Promise<readonly OperationRecord[]>;
  readonly operationsOfEntity: (entity: string) => Promise<readonly OperationRecord[]>;
  readonly operationsOfCommand: (command: string) => Promise<readonly OperationRecord[]>;
  readonly unansweredOperations: () => Promise<readonly OperationRecord[]>;
  readonly attachmentsInState: (
    state: Rows['attachments']['state'],
  ) => Promise<readonly Rows['attachments'][]>;
  readonly attachmentsBySha256: (sha256: string) => Promise<readonly Rows['attachments'][]>;
  readonly attentionOfDossier: (dossier: string) => Promise<readonly Rows['attention'][]>;
  readonly commit: (writes: readonly Write[]) => Promise<void>;
  /** empties every table in one transaction, before a rebuild from the journal */
  readonly clear: () => Promise<void>;
  readonly close: () => void;
}
