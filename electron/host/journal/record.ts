import { createHash } from 'node:crypto';

/**
 * One record in a journal segment, all numbers big endian:
 *
 *   0 magic "TRJ1" · 4 version · 5 three zero bytes · 8 length of ciphertext · 12 index · 16 command id (16 bytes)
 *   32 month "2026-11" + zero byte · 40 hash of the record before (zeros for the first) · 72 own hash · 104 ciphertext
 *
 * The own hash is SHA-256 over bytes 0–71 and the ciphertext, so the chain can be checked without any key.
 */
export const HEADER = 104;
const MAGIC = Buffer.from('TRJ1');
const VERSION = 1;
const HASHED = 72;
const MAX_SEALED = 4_000_000;

export interface RecordHead {
  readonly index: number;
  readonly commandId: string;
  readonly month: string;
  /** lower-case hex; '0' before the first record */
  readonly prev: string;
  readonly hash: string;
  readonly length: number;
}

export interface NewRecord {
  readonly index: number;
  readonly commandId: string;
  readonly month: string;
  readonly prev: string;
  readonly sealed: Uint8Array;
}

/** The bytes of a record as they stand in the file, and its hash. */
export function encodeRecord(record: NewRecord): { readonly bytes: Buffer; readonly hash: string } {
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header, 0);
  header.writeUInt8(VERSION, 4);
  header.writeUInt32BE(record.sealed.byteLength, 8);
  header.writeUInt32BE(record.index, 12);
  header.write(record.commandId.replaceAll('-', ''), 16, 'hex');
  header.write(record.month, 32, 'ascii');
  if (record.prev !== '0') header.write(record.prev, 40, 'hex');
  const hash = digestOf(header, record.sealed);
  hash.copy(header, HASHED);
  return { bytes: Buffer.concat([header, record.sealed]), hash: hash.toString('hex') };
}

/** The head of the record that begins at `at`, when the bytes there are a complete record that matches its own hash. */
export function readRecord(segment: Buffer, at: number): RecordHead | undefined {
  if (at + HEADER > segment.length) return undefined;
  if (!segment.subarray(at, at + 4).equals(MAGIC) || segment.readUInt8(at + 4) !== VERSION) return undefined;
  const length = segment.readUInt32BE(at + 8);
  if (length > MAX_SEALED || at + HEADER + length > segment.length) return undefined;
  const header = segment.subarray(at, at + HEADER);
  const hash = header.subarray(HASHED, HEADER);
  if (!digestOf(header, segment.subarray(at + HEADER, at + HEADER + length)).equals(hash)) return undefined;
  const prev = header.subarray(40, HASHED);
  return {
    index: header.readUInt32BE(12),
    commandId: uuidOf(header.subarray(16, 32).toString('hex')),
    month: header.subarray(32, 39).toString('ascii'),
    prev: prev.every((byte) => byte === 0) ? '0' : prev.toString('hex'),
    hash: hash.toString('hex'),
    length,
  };
}

/** Position of the next byte sequence from `from` on that could begin a record, or -1. */
export function findMagic(segment: Buffer, from: number): number {
  return segment.indexOf(MAGIC, from);
}

const digestOf = (header: Buffer, sealed: Uint8Array) =>
  createHash('sha256').update(header.subarray(0, HASHED)).update(sealed).digest();

const uuidOf = (hex: string) =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
