/** Electron's fuses in their order in the binary. */
export const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrity',
  'onlyLoadAppFromAsar',
  'browserProcessV8Snapshot',
  'fileProtocolPrivileges',
  'wasmTrapHandlers',
] as const;
export type FuseName = (typeof fuseNames)[number];

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');

/** What stands in the binary after the sentinel: version 1, length, then one character per fuse. */
export const fuseWire = (states: string): Buffer =>
  Buffer.concat([sentinel, Buffer.from([1, states.length]), Buffer.from(states, 'latin1')]);

/** Reads the fuses back from a program file; undefined for each that the binary does not know. */
export function readFuses(binary: Buffer): Partial<Record<FuseName, boolean>> {
  const start = binary.indexOf(sentinel);
  if (start < 0) throw new Error('no fuse wire in this file');
  const length = binary[start + sentinel.length + 1] ?? 0;
  const states = binary.subarray(start + sentinel.length + 2, start + sentinel.length + 2 + length);
  const entries = fuseNames.slice(0, length).map((name, index) => [name, states[index] === 0x31] as const);
  return Object.fromEntries(entries);
}
