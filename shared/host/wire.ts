/** UTF-8 as both ends have it (TextEncoder, Buffer); shared code sees the ES library only. */
export interface Utf8 {
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

const UNDEFINED = -1;

/**
 * One value of the loopback bridge as bytes: 4 bytes head length (big endian), a JSON head with the lengths of the parts,
 * then every Uint8Array of the value raw, so that a file never travels as text.
 */
export function packFrame(value: unknown, utf8: Utf8): Uint8Array {
  const parts: Uint8Array[] = [];
  const head = utf8.encode(
    JSON.stringify({ value: marked(value, parts), parts: parts.map((part) => part.byteLength) }),
  );
  const size = parts.reduce((sum, part) => sum + part.byteLength, 4 + head.byteLength);
  const frame = new Uint8Array(size);
  new DataView(frame.buffer).setUint32(0, head.byteLength);
  frame.set(head, 4);
  let at = 4 + head.byteLength;
  for (const part of parts) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** The value of a frame; throws on anything that packFrame would not have written. */
export function unpackFrame(frame: Uint8Array, utf8: Utf8): unknown {
  if (frame.byteLength < 4) throw new Error('frame: cut');
  const headLength = new DataView(frame.buffer, frame.byteOffset, 4).getUint32(0);
  if (4 + headLength > frame.byteLength) throw new Error('frame: cut');
  const head: unknown = JSON.parse(utf8.decode(frame.subarray(4, 4 + headLength)));
  if (!isRecord(head) || !Array.isArray(head.parts)) throw new Error('frame: head');
  let at = 4 + headLength;
  const parts = head.parts.map((length: unknown) => {
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0)
      throw new Error('frame: part length');
    if (at + length > frame.byteLength) throw new Error('frame: cut');
    // a copy: a view would drag the whole frame through every later postMessage
    const part = frame.slice(at, at + length);
    at += length;
    return part;
  });
  if (at !== frame.byteLength) throw new Error('frame: bytes left over');
  return unmarked(head.value, parts);
}

/** Bytes become `{"$": part}`, undefined `{"$": -1}`; keys of the value that begin with `$` get one more. */
function marked(value: unknown, parts: Uint8Array[]): unknown {
  if (value === undefined) return { $: UNDEFINED };
  if (value instanceof Uint8Array) return { $: parts.push(value) - 1 };
  if (Array.isArray(value)) return value.map((member) => marked(member, parts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key.startsWith('$') ? `$${key}` : key, marked(member, parts)]),
  );
}

function unmarked(value: unknown, parts: readonly Uint8Array[]): unknown {
  if (Array.isArray(value)) return value.map((member) => unmarked(member, parts));
  if (!isRecord(value)) return value;
  if (Object.hasOwn(value, '$')) {
    if (value.$ === UNDEFINED) return undefined;
    const part = typeof value.$ === 'number' ? parts[value.$] : undefined;
    if (part === undefined) throw new Error('frame: part missing');
    return part;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.startsWith('$$') ? key.slice(1) : key,
      unmarked(member, parts),
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
