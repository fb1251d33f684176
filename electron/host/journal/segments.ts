import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { HostError } from '../../../shared/host/host-error.ts';
import { syncFolder } from '../durable/atomic-file.ts';
import { findMagic, HEADER, type RecordHead, readRecord } from './record.ts';

/** Room for many records; the largest one fits with its header. */
export const SEGMENT_BYTES = 4 * 1024 * 1024;

/** Where a record stands. */
export interface Place extends RecordHead {
  readonly segment: number;
  /** of the header, in its segment */
  readonly offset: number;
}

/** What lies on disk: every complete record, the end of the last one, and the torn bytes that were set aside. */
export interface Found {
  readonly places: readonly Place[];
  readonly segment: number;
  readonly end: number;
  readonly tornBytes: number;
}

export const segmentFile = (folder: string, segment: number) =>
  path.join(folder, `${String(segment).padStart(6, '0')}.seg`);

/** Makes a segment of zeros of full size, durable before the first record goes in: appending then moves no metadata. */
export async function createSegment(folder: string, segment: number): Promise<void> {
  const handle = await open(segmentFile(folder, segment), 'a', 0o600);
  try {
    const { size } = await handle.stat();
    if (size < SEGMENT_BYTES) await handle.appendFile(Buffer.alloc(SEGMENT_BYTES - size));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

/**
 * Reads all segments in order. An unfinished last record is copied to a side file and cut off; a break that has a
 * complete record behind it is damage and throws `journal-damaged` naming the place.
 */
export async function readSegments(folder: string): Promise<Found> {
  const segments = await segmentNumbers(folder);
  const places: Place[] = [];
  for (const [position, segment] of segments.entries()) {
    if (segment !== position + 1) throw new HostError('journal-damaged', `segment ${position + 1} missing`);
    const bytes = await readFile(segmentFile(folder, segment));
    const end = readPlaces(bytes, segment, places);
    if (lastUsed(bytes) <= end) {
      if (position === segments.length - 1) return { places, segment, end, tornBytes: 0 };
      continue;
    }
    await refuseDamage(folder, bytes, segment, end, segments.slice(position + 1));
    const tornBytes = await cutTail(folder, bytes, segment, end, places.length);
    return { places, segment, end, tornBytes };
  }
  return { places, segment: 0, end: 0, tornBytes: 0 };
}

async function segmentNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^\d{6}\.seg$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .sort((a, b) => a - b);
}

/** Adds the chained records of one segment to `places`; gives the offset behind the last one. */
function readPlaces(bytes: Buffer, segment: number, places: Place[]): number {
  let offset = 0;
  for (;;) {
    const head = readRecord(bytes, offset);
    if (head === undefined) return offset;
    const before = places.at(-1);
    if (head.index !== places.length + 1 || head.prev !== (before?.hash ?? '0'))
      throw new HostError('journal-damaged', `chain at segment ${segment} offset ${offset}`);
    places.push({ ...head, segment, offset });
    offset += HEADER + head.length;
  }
}

async function refuseDamage(
  folder: string,
  bytes: Buffer,
  segment: number,
  end: number,
  later: readonly number[],
): Promise<void> {
  const damaged = () => new HostError('journal-damaged', `segment ${segment} offset ${end}`);
  if (holdsRecord(bytes, end + 1)) throw damaged();
  for (const next of later) if (holdsRecord(await readFile(segmentFile(folder, next)), 0)) throw damaged();
}

function holdsRecord(bytes: Buffer, from: number): boolean {
  for (let at = findMagic(bytes, from); at >= 0; at = findMagic(bytes, at + 1))
    if (readRecord(bytes, at) !== undefined) return true;
  return false;
}

/** Keeps the torn bytes in a file of their own, durable first, then clears them from the segment. */
async function cutTail(
  folder: string,
  bytes: Buffer,
  segment: number,
  end: number,
  count: number,
): Promise<number> {
  const torn = bytes.subarray(end, lastUsed(bytes));
  const side = await open(path.join(folder, `torn-after-${count}-${Date.now()}.bin`), 'wx', 0o600);
  try {
    await side.writeFile(torn);
    await side.sync();
  } finally {
    await side.close();
  }
  await syncFolder(folder);
  const handle = await open(segmentFile(folder, segment), 'r+');
  try {
    await handle.write(Buffer.alloc(torn.length), 0, torn.length, end);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return torn.length;
}

/** Offset behind the last byte that is not zero. */
function lastUsed(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
}
