export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 text of a value, every string in NFC: the one spelling that is hashed, signed, stored and sent.
 * Keys are ordered by UTF-16 code units; absent (`undefined`) members are left out.
 * Throws on what JSON cannot carry (non-finite numbers, functions, lone surrogates, two keys equal after NFC).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonical JSON: non-finite number');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value as Record<string, unknown>)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key.normalize('NFC'), member] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (let i = 1; i < members.length; i++)
      if (members[i]?.[0] === members[i - 1]?.[0]) throw new Error('canonical JSON: two equal keys');
    return `{${members.map(([key, member]) => `${quoted(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new Error(`canonical JSON: ${typeof value}`);
}

function quoted(text: string): string {
  const composed = text.normalize('NFC');
  if (!composed.isWellFormed()) throw new Error('canonical JSON: lone surrogate');
  return JSON.stringify(composed);
}
