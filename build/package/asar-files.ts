import { open } from 'node:fs/promises';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
}

function* walk(entry: Entry, prefix: string): Generator<string> {
  if (entry.files === undefined) yield prefix;
  for (const [name, child] of Object.entries(entry.files ?? {}))
    yield* walk(child, prefix === '' ? name : `${prefix}/${name}`);
}

/** The paths of all files in an asar archive, sorted; only its header is read. */
export async function asarFiles(file: string): Promise<string[]> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(16);
    await handle.read(head, 0, 16, 0);
    const json = Buffer.alloc(head.readUInt32LE(12));
    await handle.read(json, 0, json.length, 16);
    return [...walk(JSON.parse(json.toString('utf8')) as Entry, '')].sort();
  } finally {
    await handle.close();
  }
}
