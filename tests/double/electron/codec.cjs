/**
 * What crosses between processes and worlds, as text: a structured-clone-like subset, enough for a host contract. Plain
 * script on purpose: the same text runs in Node and is injected into pages. With `hooks` functions and promises pass too,
 * as over a contextBridge.
 */
module.exports = function createCodec(hooks) {
  const toBase64 = (bytes) => {
    if (typeof Buffer === 'function') return Buffer.from(bytes).toString('base64');
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text) => {
    if (typeof Buffer === 'function') return new Uint8Array(Buffer.from(text, 'base64'));
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  };
  const uncloneable = () => new Error('An object could not be cloned.');
  const members = (value, map) =>
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, map(one)]));

  const pack = (value) => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'symbol') throw uncloneable();
    if (typeof value === 'function' || value instanceof Promise) {
      if (!hooks) throw uncloneable();
      return { $: value instanceof Promise ? 'promise' : 'function', v: hooks.keep(value) };
    }
    if (value instanceof Uint8Array) return { $: 'bytes', v: toBase64(value) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) throw new Error('electron double: only Uint8Array and ArrayBuffer');
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(pack)) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
    if (Array.isArray(value)) return value.map(pack);
    return { $: 'object', v: members(value, pack) };
  };

  const unpackers = {
    undefined: () => undefined,
    number: Number,
    bigint: BigInt,
    bytes: fromBase64,
    buffer: (text) => fromBase64(text).buffer,
    date: (time) => new Date(time),
    map: (pairs) => new Map(pairs.map((pair) => pair.map(unpack))),
    set: (values) => new Set(values.map(unpack)),
    error: ([name, message]) => Object.assign(new Error(message), { name }),
    object: (value) => members(value, unpack),
    function: (id) => hooks.remote(id),
    promise: (id) => hooks.remote(id)(),
  };
  const unpack = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    return unpackers[value.$](value.v);
  };

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
};
