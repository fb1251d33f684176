import { z } from 'zod';
import { blobMethods } from './blob-methods.ts';
import { demonstrationMethods } from './demonstration-methods.ts';
import { scanMethods } from './scan-methods.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const limited = (max: number) => bytes.refine((value) => value.byteLength <= max, 'too large');
const uuid = z.uuid();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const slot = z.string().regex(/^[a-z0-9][a-z0-9.@_-]{0,63}$/);

export const Workspace = z.enum(['demo', 'practice', 'office']);
export type Workspace = z.infer<typeof Workspace>;

/** nhật ký ghi — one record of the append-only journal; `sealed` is ciphertext, the chain runs over ciphertext. */
const JournalRecord = z.strictObject({ index: z.int().min(1), commandId: uuid, month, sealed: bytes, hash });
export type JournalRecord = z.infer<typeof JournalRecord>;

/**
 * All that the window may ask of the system: method → arguments and answer. Desktop (IPC) and web (loopback HTTP) are made
 * from this table; both sides parse. Expected failures are thrown as HostError (shared/host/host-error.ts) with a code.
 */
export const hostMethods = {
  info: {
    in: z.tuple([]),
    out: z.strictObject({
      target: z.enum(['desktop', 'web']),
      version: z.string(),
      workspace: Workspace,
      /** the operating system protects the vault file; without it an office needs a passphrase */
      machineSecret: z.boolean(),
      /** prints go to a folder (tests, demonstration by command), to a printer, or to the window's own dialog */
      printing: z.enum(['folder', 'printer', 'dialog']),
      scanFolder: z.boolean(),
    }),
  },
  /** text of the enrolment file the demonstration brings along; undefined in an office */
  offeredEnrolment: { in: z.tuple([]), out: z.string().optional() },

  vaultRead: {
    in: z.tuple([]),
    out: z.strictObject({ file: bytes.optional(), failedAttempts: z.int().min(0) }),
  },
  /** replaces the vault atomically; the former file stays beside it as `.old` */
  vaultWrite: { in: z.tuple([limited(1_000_000)]), out: z.void() },
  /** counted on disk before a secret is tried */
  vaultAttempt: {
    in: z.tuple([]),
    out: z.strictObject({ failedAttempts: z.int().min(1), waitMs: z.int().min(0) }),
  },
  vaultOpened: { in: z.tuple([]), out: z.void() },

  /** `count` = records in the journal, `witness` = highest count ever written (only goes up), `storeId` = the marked IndexedDB store */
  journalHead: {
    in: z.tuple([]),
    out: z.strictObject({
      count: z.int().min(0),
      hash: z.union([z.literal('0'), hash]),
      witness: z.int().min(0),
      storeId: uuid.optional(),
      /** bytes of an unfinished last record that were cut off at start */
      tornBytes: z.int().min(0),
    }),
  },
  /**
   * the commit point: append, chain, fdatasync; idempotent by commandId. `after` = hash of the record the writer knows as the
   * last: when another window has written meanwhile, also by this command id, it is refused with `journal-moved`
   */
  journalAppend: {
    in: z.tuple([
      z.strictObject({
        commandId: uuid,
        month,
        sealed: limited(4_000_000),
        after: z.union([z.literal('0'), hash]),
      }),
    ]),
    out: z.strictObject({ index: z.int().min(1), hash }),
  },
  journalFind: { in: z.tuple([uuid]), out: JournalRecord.optional() },
  /** oldest first; may answer fewer than `limit` (at least one when there is one), ask on from the last index + 1 */
  journalRead: {
    in: z.tuple([z.strictObject({ from: z.int().min(1), limit: z.int().min(1).max(200) })]),
    out: z.array(JournalRecord),
  },
  storeMark: { in: z.tuple([uuid]), out: z.void() },

  /** one sealed mirror file per draft slot */
  draftWrite: { in: z.tuple([slot, limited(2_000_000)]), out: z.void() },
  draftRead: { in: z.tuple([slot]), out: bytes.optional() },
  draftClear: { in: z.tuple([slot]), out: z.void() },

  ...blobMethods,

  disk: {
    in: z.tuple([]),
    out: z.strictObject({ freeBytes: z.number(), state: z.enum(['ok', 'no-attachments', 'no-actions']) }),
  },
  /** `lastSeen` = highest wall time this host has ever noted on disk; `wall` below it means the clock went back */
  clock: {
    in: z.tuple([]),
    out: z.strictObject({ wall: z.number(), monotonic: z.number(), lastSeen: z.number() }),
  },

  /** where the province is, from the enrolment file; taken once, before the vault is written, and kept. The demonstration keeps its own */
  chooseGateway: { in: z.tuple([z.url({ protocol: /^https?$/ }).max(300)]), out: z.void() },
  /** one HTTP exchange with the configured gateway, nothing else on the network */
  request: {
    in: z.tuple([
      z.strictObject({
        method: z.enum(['GET', 'POST', 'PUT']),
        path: z
          .string()
          .regex(/^\/v1\/[A-Za-z0-9/._~?=&%-]*$/)
          .max(500),
        headers: z.record(z.string().max(60), z.string().max(4000)),
        body: limited(25_000_000).optional(),
        timeoutMs: z.int().min(100).max(120_000),
      }),
    ]),
    out: z.strictObject({ status: z.int(), headers: z.record(z.string(), z.string()), body: bytes }),
  },

  ...scanMethods,

  /** prints a stored PDF; `dialog` = this host cannot print, the window shows its own dialog */
  print: {
    in: z.tuple([
      z.strictObject({ name: z.string().max(100), pdf: limited(20_000_000), paper: z.enum(['A4', 'A5']) }),
    ]),
    out: z.strictObject({ via: z.enum(['folder', 'printer', 'dialog']) }),
  },

  ...demonstrationMethods,

  /** no personal data: level, stable code, short detail */
  log: {
    in: z.tuple([
      z.strictObject({
        level: z.enum(['error', 'info', 'debug']),
        code: z.string().max(60),
        detail: z.string().max(500),
      }),
    ]),
    out: z.void(),
  },
} as const;

export type HostMethods = typeof hostMethods;
export type HostMethod = keyof HostMethods;
type Call<K extends HostMethod> = (
  ...args: z.infer<HostMethods[K]['in']>
) => Promise<z.infer<HostMethods[K]['out']>>;
/** The host as callers and services see it. */
export type Host = { readonly [K in HostMethod]: Call<K> };

/** What the host tells the window unasked. */
export const HostEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('suspend') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('network') }),
  z.strictObject({ type: z.literal('scan'), count: z.int().min(0) }),
]);
export type HostEvent = z.infer<typeof HostEvent>;
