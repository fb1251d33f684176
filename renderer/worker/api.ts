/**
 * The contract between pages and the worker: named commands and live views, types only. Pages import nothing else from
 * renderer/worker. Every command resolves to a Result; a rejected promise is a bug.
 */
import type {
  Dossier,
  DossierStatus,
  LostField,
  TimelineEntry,
} from '../../shared/domain/dossier/dossier.ts';
import type { Appointment, FeeLine, FieldSource } from '../../shared/domain/dossier/payloads.ts';
import type { ProcedurePaper, Sourced, Term } from '../../shared/domain/procedure/procedure.ts';
import type { Workspace } from '../../shared/host/contract.ts';
import type { Result } from '../../shared/lib/result.ts';

/** What went wrong, as a stable code with a text of three parts in renderer/text (what, what is safe, what to do). */
export interface Problem {
  readonly code: string;
  /** goes into the text's `{detail}`; never personal data */
  readonly detail?: string;
}

export type Answer<T> = Result<T, Problem>;

/** One field of the person as the clerk sees it: text as typed, and where it came from. */
export interface DraftField {
  readonly text: string;
  readonly source: FieldSource;
}

export interface DraftAttachment {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly name: string;
  readonly source: 'file' | 'scan' | 'photo';
}

export interface DraftPaper {
  readonly key: string;
  readonly name: string;
  readonly form: 'original' | 'copy' | 'presented';
  readonly required: boolean;
  /** the clerk has it in her hand */
  readonly held: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly attachments: readonly DraftAttachment[];
  /** typed by the clerk because the procedure has no paper list */
  readonly typed: boolean;
  /** a shared database holds it; not asked for (R5) */
  readonly reuse?: string;
}

/** nháp — a reception being typed. Plain data; saved on every change, mirrored to the host, back after a crash. */
export interface ReceptionDraft {
  readonly id: string;
  readonly startedAt: string;
  readonly person: {
    readonly name: DraftField;
    readonly personalId: DraftField;
    /** dd/mm/yyyy as typed */
    readonly birthDate: DraftField;
    /** '' | 'male' | 'female' */
    readonly sex: DraftField;
    readonly address: DraftField;
    readonly phone: DraftField;
  };
  readonly capacity: 'self' | 'representative' | 'organisation';
  readonly submitterName: string;
  readonly submitterPersonalId: string;
  readonly organisation: string;
  readonly procedureCode?: string;
  readonly papers: readonly DraftPaper[];
  readonly sets: number;
  /** pages, copies … for fees counted per unit */
  readonly quantity: number;
  readonly payment: 'none' | 'cash' | 'transfer' | 'exempt' | 'unknown';
  readonly resultChannel: 'counter' | 'electronic' | 'post';
  readonly competentAgency: string;
  readonly note: string;
}

/** A finding before F9. `error` stops F9 and focuses `field`; `warning` is shown and does not. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly field: string;
  readonly code: string;
  readonly detail?: string;
}

/** What the panel above F9 shows. */
export interface Preflight {
  readonly findings: readonly Finding[];
  readonly appointment?: Appointment;
  readonly term?: Sourced<Term>;
  readonly fees: readonly FeeLine[];
  /** whole đồng; absent when unknown */
  readonly total?: number;
}

export interface ProcedureHit {
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  /** where it is received when not here */
  readonly elsewhere?: 'police' | 'ministry';
  readonly term?: Sourced<Term>;
  readonly fees?: Sourced<
    readonly {
      readonly kind: 'fee' | 'charge';
      readonly name: string;
      readonly amount: number;
      readonly perUnit?: string;
    }[]
  >;
  readonly papers?: Sourced<readonly ProcedurePaper[]>;
}

/** `waiting` = signed on this machine, not yet answered by the province. */
export type SyncState = 'waiting' | 'sent' | 'attention';

/** One row of a list: no personal number, phone or address. */
export interface DossierRow {
  readonly id: string;
  /** official code when known, else the provisional one */
  readonly code: string;
  readonly provisional: boolean;
  readonly name: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly status: DossierStatus;
  readonly receivedAt: string;
  readonly dueAt?: string;
  readonly dueExpected: boolean;
  /** derived now; never while the clock stands */
  readonly urgency: 'overdue' | 'due-soon' | 'running' | 'standing' | 'closed';
  readonly sync: SyncState;
}

export type ListTab = 'open' | 'due-soon' | 'overdue' | 'supplement' | 'to-return' | 'waiting' | 'all';

export interface DossierList {
  readonly rows: readonly DossierRow[];
  readonly counts: Readonly<Record<ListTab, number>>;
}

export interface TimelineStep extends TimelineEntry {
  readonly clerkName?: string;
  /** the province has it; otherwise it is drawn hollow, "chờ gửi" */
  readonly sent: boolean;
}

export interface DossierDetail {
  readonly dossier: Dossier;
  readonly row: DossierRow;
  readonly timeline: readonly TimelineStep[];
  readonly attention: readonly AttentionItem[];
  readonly attachments: readonly {
    readonly sha256: string;
    readonly arrived: boolean;
    readonly localId?: string;
  }[];
  readonly lost: readonly LostField[];
}

/** cần xử lý — something the machine may not decide. Never deleted by the machine. */
export interface AttentionItem {
  readonly id: string;
  readonly dossier: string;
  readonly at: string;
  readonly result: 'merged' | 'conflict' | 'rejected' | 'blocked';
  readonly code: string;
  readonly operationType: string;
  /** what the clerk had entered, kept in words */
  readonly kept: string;
}

export interface OutboxEntry {
  readonly operation: string;
  readonly dossier: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly at: string;
  readonly state: 'waiting' | 'attention';
  readonly bytes: number;
  readonly filesWaiting: number;
}

export interface OutboxView {
  readonly entries: readonly OutboxEntry[];
  readonly attention: readonly AttentionItem[];
}

/** The line as it is, not as the operating system thinks. */
export interface LineView {
  readonly state: 'unknown' | 'online' | 'offline';
  /** why offline, as a problem code (no line, wrong answer, refused …) */
  readonly reason?: string;
  readonly lastContactAt?: string;
  readonly nextTryAt?: string;
  readonly busy: boolean;
  readonly waiting: number;
  readonly filesWaiting: number;
  readonly attention: number;
}

export interface OfficeView {
  readonly name: string;
  readonly parent: string;
  readonly desk: string;
  readonly device: string;
  readonly deviceName: string;
  readonly demonstration: boolean;
  readonly packTitle: string;
  readonly recipients: readonly string[];
}

/** Where the door stands. `repaired` is the one sentence the clerk reads after a start that mended something. */
export interface SessionView {
  readonly phase: 'starting' | 'enrolment' | 'locked' | 'open' | 'failed';
  readonly workspace: Workspace;
  readonly target: 'desktop' | 'web';
  readonly version: string;
  readonly office?: OfficeView;
  readonly clerks: readonly {
    readonly id: string;
    readonly name: string;
    readonly secret: 'pin' | 'passphrase';
  }[];
  readonly clerk?: { readonly id: string; readonly name: string };
  readonly failedAttempts: number;
  readonly repaired?: { readonly code: string; readonly count: number };
  readonly problem?: Problem;
  readonly scanFolder: boolean;
  readonly printing: 'folder' | 'printer' | 'dialog';
}

export interface HomeView {
  readonly receivedToday: number;
  readonly today: readonly DossierRow[];
  readonly dueSoon: readonly DossierRow[];
  readonly overdue: readonly DossierRow[];
  readonly supplement: number;
}

/** Live views: name → parameters and value. A subscriber gets the present value at once and every change after. */
export interface Views {
  session: { readonly params: undefined; readonly value: SessionView };
  line: { readonly params: undefined; readonly value: LineView };
  home: { readonly params: undefined; readonly value: HomeView };
  dossiers: {
    readonly params: { readonly tab: ListTab; readonly query: string };
    readonly value: DossierList;
  };
  dossier: { readonly params: { readonly id: string }; readonly value: DossierDetail | undefined };
  outbox: { readonly params: undefined; readonly value: OutboxView };
  draft: { readonly params: undefined; readonly value: ReceptionDraft | undefined };
}
export type ViewName = keyof Views;

/** Commands: name → input and answer. */
export interface Commands {
  /** first screen of an office: a signed enrolment file and one secret per clerk */
  readEnrolment: (input: { file: string }) => Answer<{
    agency: string;
    deviceName: string;
    demonstration: boolean;
    clerks: readonly { id: string; name: string }[];
    secret: 'pin' | 'passphrase';
  }>;
  enrol: (input: { file: string; secrets: readonly { clerk: string; secret: string }[] }) => Answer<void>;
  unlock: (input: { clerk: string; secret: string }) => Answer<void>;
  lock: () => Answer<void>;
  /** after the problem `other-window`: this window takes the workspace, the other one stops */
  takeOver: () => Answer<void>;

  searchProcedures: (input: { query: string }) => Answer<readonly ProcedureHit[]>;
  /** dossiers of a person known on this machine, newest first */
  earlierDossiers: (input: {
    personalId: string;
  }) => Answer<{ rows: readonly DossierRow[]; person?: ReceptionDraft['person'] }>;

  saveDraft: (input: { draft: ReceptionDraft }) => Answer<void>;
  discardDraft: () => Answer<void>;
  preflight: (input: { draft: ReceptionDraft }) => Answer<Preflight>;
  /** checks content, seals, stores; the same bytes again give a new attachment of the same sha256 */
  attach: (input: {
    name: string;
    bytes: Uint8Array;
    source: 'file' | 'scan' | 'photo';
  }) => Answer<DraftAttachment>;
  /** the oldest settled file of the scan folder, attached; undefined when none waits */
  takeScan: () => Answer<DraftAttachment | undefined>;
  attachmentBytes: (input: { id: string }) => Answer<{ bytes: Uint8Array; mediaType: string; name: string }>;
  /** F9: idempotent by commandId; resolves only after journal and store hold it */
  receive: (input: {
    commandId: string;
    draft: ReceptionDraft;
  }) => Answer<{ dossier: string; provisionalCode: string }>;
  forward: (input: { commandId: string; dossier: string; to: string; note: string }) => Answer<void>;
  returnResult: (input: {
    commandId: string;
    dossier: string;
    to: string;
    channel: 'counter' | 'electronic' | 'post';
  }) => Answer<void>;
  amend: (input: {
    commandId: string;
    dossier: string;
    set: { phone?: string; email?: string; address?: string; note?: string };
  }) => Answer<void>;
  /** the stored slip; `reprint` marks it "In lại". `pdf` comes back when the window itself must print or show it */
  printReceipt: (input: {
    dossier: string;
    reprint: boolean;
  }) => Answer<{ via: 'folder' | 'printer' | 'dialog'; pdf: Uint8Array }>;

  syncNow: () => Answer<void>;
  demoLine: (input: { state: 'online' | 'offline' | 'stutter' }) => Answer<void>;
  demoLineState: () => Answer<'online' | 'offline' | 'stutter' | undefined>;
  provincePage: () => Answer<string>;
}
export type CommandName = keyof Commands;
