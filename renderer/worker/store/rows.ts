import type { Verdict } from '../../../shared/protocol/messages.ts';

/**
 * Rows as they lie in the database. Clear fields are ids, states and times that say nothing about a person;
 * everything else is in `c`, sealed and bound to table, id and revision.
 */
interface Sealed {
  readonly id: string;
  readonly rev: number;
  readonly c: Uint8Array;
}

/** hồ sơ as the clerk sees it: pending operations folded over the province's row */
export interface DossierRecord extends Sealed {
  readonly status: string;
  readonly due: string;
  readonly updated: string;
  readonly procedure: string;
}

/** the province's own row, untouched */
export interface ProvinceRecord extends Sealed {
  readonly change: number;
  readonly version: number;
}

/** one signed operation of this device; never deleted before its retention ends */
export interface OperationRecord extends Sealed {
  readonly entity: string;
  readonly command: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly state: 'waiting' | 'answered';
  readonly result: Verdict['result'] | '';
}

export interface AttachmentRecord extends Sealed {
  readonly sha256: string;
  readonly bytes: number;
  readonly count: number;
  readonly month: string;
  /** draft: not yet part of an act; waiting: the province lacks it; arrived: the province has confirmed its hash */
  readonly state: 'draft' | 'waiting' | 'arrived';
  readonly dossier: string;
}

export interface DraftRecord extends Sealed {
  readonly at: string;
  /** id of the draft itself; the row is named after its clerk */
  readonly draft: string;
}

export interface AttentionRecord extends Sealed {
  readonly dossier: string;
  readonly at: string;
}

export interface Counter {
  readonly id: string;
  readonly value: number;
}

/** Facts of the store itself, as JSON text without personal data. */
export interface Meta {
  readonly id: string;
  readonly value: string;
}

export interface Rows {
  dossiers: DossierRecord;
  provinceRows: ProvinceRecord;
  operations: OperationRecord;
  attachments: AttachmentRecord;
  drafts: DraftRecord;
  attention: AttentionRecord;
  counters: Counter;
  meta: Meta;
}
export type TableName = keyof Rows;

export const tableNames = [
  'dossiers',
  'provinceRows',
  'operations',
  'attachments',
  'drafts',
  'attention',
  'counters',
  'meta',
] as const satisfies readonly TableName[];
