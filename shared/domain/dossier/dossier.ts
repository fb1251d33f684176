import type { z } from 'zod';
import type { ClerkId, DossierId, Instant, OperationId } from '../identity/ids.ts';
import type { OperationType } from '../operation-types.ts';
import type {
  Applicant,
  Appointment,
  ClockEvidence,
  DossierComponent,
  dossierPayloads,
  FeeLine,
} from './payloads.ts';

/**
 * trạng thái hồ sơ — the national portal's list (domain.md §1.4), by English name; the code and the Vietnamese label
 * stand in the status pack. `overdue` and `due soon` are derived, never stored.
 */
export type DossierStatus =
  | 'received'
  | 'processing'
  | 'awaitingSupplement'
  | 'finished'
  | 'returned'
  | 'withdrawn'
  | 'stopped';

/** tiến trình — one step of the dossier's life, a projection of its operations, append-only. */
export interface TimelineEntry {
  readonly operation: OperationId;
  readonly type: OperationType;
  readonly at: Instant;
  readonly clerk: ClerkId;
  /** what the step says in the clerk's own words: recipient, items asked for, reason … */
  readonly text?: string;
}

/** A value that lost against another one in a three-way merge; shown until a person closes it. */
export interface LostField {
  readonly field: string;
  readonly value: string;
  readonly operation: OperationId;
  readonly at: Instant;
  readonly clerk: ClerkId;
}

/** phiên bản của một ô — which version wrote a field, and which device. */
export interface FieldVersion {
  readonly version: number;
  readonly device: string;
}

/**
 * hồ sơ — one dossier, folded from its operations. `version` counts operations that took effect.
 * `officialCode` (mã hồ sơ) is given by the province; `provisionalCode` (mã tạm) stays an alias for ever (R3).
 * `appointment` is the promise on paper; it is replaced only by a supplement's new term (R7), never by recomputation.
 */
export interface Dossier {
  readonly id: DossierId;
  readonly version: number;
  readonly provisionalCode: string;
  readonly officialCode?: string;
  readonly status: DossierStatus;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly channel: 'counter' | 'online' | 'post';
  readonly capacity: 'self' | 'representative' | 'organisation';
  readonly applicant: Applicant;
  readonly submitter?: z.infer<(typeof dossierPayloads)['dossier.receive']>['submitter'];
  readonly organisation?: string;
  readonly components: readonly DossierComponent[];
  readonly sets: number;
  readonly receivedAt: Instant;
  readonly clock: ClockEvidence;
  /** cơ quan có thẩm quyền, when the dossier was received for another agency (R2) */
  readonly competentAgency?: string;
  readonly appointment: Appointment;
  readonly fees: readonly FeeLine[];
  readonly payment: 'none' | 'cash' | 'transfer' | 'exempt' | 'unknown';
  readonly resultChannel: 'counter' | 'electronic' | 'post';
  readonly note?: string;
  readonly receipt: { readonly attachment: string; readonly sha256: string; readonly bytes: number };
  /** hash of the pack set the dossier was received under; it rules the dossier to its end */
  readonly packs: string;
  readonly assignedTo?: string;
  readonly outcome?: string;
  readonly timeline: readonly TimelineEntry[];
  readonly fieldVersions: Readonly<Record<string, FieldVersion>>;
  /** texts that lost a merge or came too late; kept and shown */
  readonly lost: readonly LostField[];
}
