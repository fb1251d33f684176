import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type { Host, JournalRecord } from '../../../shared/host/contract.ts';
import { HostError } from '../../../shared/host/host-error.ts';
import { makeFolder, readIfThere, replaceFile } from '../durable/atomic-file.ts';
import { asDiskError } from '../durable/disk-error.ts';
import { serialQueue } from '../durable/serial-queue.ts';
import { openUpOnlyNumber, type UpOnlyNumber } from '../durable/up-only-number.ts';
import { encodeRecord, HEADER } from './record.ts';
import { createSegment, type Place, readSegments, SEGMENT_BYTES, segmentFile } from './segments.ts';

/** One answer of journalRead stays below this, whatever the limit asked for; at least one record always comes. */
const READ_BYTES = 16_000_000;

export type Journal = Pick<
  Host,
  'journalHead' | 'journalAppend' | 'journalFind' | 'journalRead' | 'storeMark'
> & { readonly close: () => Promise<void> };

interface Opened {
  readonly places: Place[];
  readonly byCommand: Map<string, Place>;
  readonly witness: UpOnlyNumber;
  readonly tornBytes: number;
  segment: number;
  end: number;
  file: FileHandle;
}

/**
 * nhật ký ghi — the append-only journal of one workspace. An append that resolved has happened: it survives a power cut.
 * Opens itself with the first call, and again after a failed write, because then only the disk knows what was kept.
 */
export function createJournal(folder: string): Journal {
  const queue = serialQueue();
  const marker = path.join(folder, 'store.id');
  let opened: Opened | undefined;
  const use = <T>(job: (journal: Opened) => Promise<T>) =>
    queue(async () => {
      opened ??= await openJournal(folder);
      return job(opened);
    });
  return {
    journalHead: () =>
      use(async (journal) => {
        const id = await readIfThere(marker);
        return {
          count: journal.places.length,
          hash: journal.places.at(-1)?.hash ?? '0',
          witness: journal.witness.value(),
          storeId: id && Buffer.from(id).toString('ascii').trim(),
          tornBytes: journal.tornBytes,
        };
      }),
    journalAppend: (input) =>
      use(async (journal) => {
        const known = journal.byCommand.get(input.commandId);
        if (known && isSame(known, input)) return { index: known.index, hash: known.hash };
        if (known || input.after !== (journal.places.at(-1)?.hash ?? '0'))
          throw new HostError('journal-moved');
        try {
          return await append(folder, journal, input);
        } catch (error) {
          opened = undefined;
          await journal.file.close().catch(() => undefined);
          throw asDiskError(error);
        }
      }),
    journalFind: (commandId) =>
      use(async (journal) => {
        const place = journal.byCommand.get(commandId);
        return place && (await readPlace(folder, place));
      }),
    journalRead: ({ from, limit }) => use((journal) => readPlaces(folder, journal.places, from, limit)),
    storeMark: (storeId) => use(() => replaceFile(marker, Buffer.from(`${storeId}\n`, 'ascii'))),
    close: () =>
      queue(async () => {
        await opened?.file.close();
        opened = undefined;
      }),
  };
}

/** The very record again: another one by the same command id is of another window and must not be taken for written. */
const isSame = (known: Place, input: Parameters<Host['journalAppend']>[0]) =>
  encodeRecord({ ...input, index: known.index, prev: known.prev }).hash === known.hash;

async function openJournal(folder: string): Promise<Opened> {
  try {
    await makeFolder(folder);
    const found = await readSegments(folder);
    const segment = Math.max(1, found.segment);
    await createSegment(folder, segment);
    const witness = await openUpOnlyNumber(path.join(folder, 'witness'));
    const file = await open(segmentFile(folder, segment), 'r+');
    // records of a program that was killed may still stand in memory only; from here on they are answered as durable
    await file.datasync();
    await witness.raise(found.places.length);
    return {
      places: [...found.places],
      byCommand: new Map(found.places.map((place) => [place.commandId, place])),
      witness,
      tornBytes: found.tornBytes,
      segment,
      end: found.end,
      file,
    };
  } catch (error) {
    throw asDiskError(error);
  }
}

async function append(
  folder: string,
  journal: Opened,
  input: { readonly commandId: string; readonly month: string; readonly sealed: Uint8Array },
): Promise<{ index: number; hash: string }> {
  const index = journal.places.length + 1;
  const prev = journal.places.at(-1)?.hash ?? '0';
  const { bytes, hash } = encodeRecord({ ...input, index, prev });
  if (journal.end + bytes.length > SEGMENT_BYTES) await turnOver(folder, journal);
  await writeAll(journal.file, bytes, journal.end);
  await journal.file.datasync();
  const { commandId, month } = input;
  const place: Place = {
    index,
    commandId,
    month,
    prev,
    hash,
    length: input.sealed.byteLength,
    segment: journal.segment,
    offset: journal.end,
  };
  journal.places.push(place);
  journal.byCommand.set(commandId, place);
  journal.end += bytes.length;
  await journal.witness.raise(index);
  return { index, hash };
}

/** Goes on in a fresh segment; the full one is never written again. */
async function turnOver(folder: string, journal: Opened): Promise<void> {
  await createSegment(folder, journal.segment + 1);
  const next = await open(segmentFile(folder, journal.segment + 1), 'r+');
  await journal.file.close();
  journal.file = next;
  journal.segment += 1;
  journal.end = 0;
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function readPlaces(
  folder: string,
  places: readonly Place[],
  from: number,
  limit: number,
): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  let size = 0;
  for (const place of places.slice(from - 1, from - 1 + limit)) {
    size += place.length;
    if (records.length > 0 && size > READ_BYTES) break;
    records.push(await readPlace(folder, place));
  }
  return records;
}

async function readPlace(folder: string, place: Place): Promise<JournalRecord> {
  const handle = await open(segmentFile(folder, place.segment), 'r');
  try {
    const sealed = new Uint8Array(place.length);
    for (let done = 0; done < place.length; ) {
      const { bytesRead } = await handle.read(
        sealed,
        done,
        place.length - done,
        place.offset + HEADER + done,
      );
      if (bytesRead === 0) throw asDiskError(new Error('cut'));
      done += bytesRead;
    }
    const { index, commandId, month, hash } = place;
    return { index, commandId, month, sealed, hash };
  } finally {
    await handle.close();
  }
}
