/**
 * ISO 7064 hybrid check symbol (modulus M+1,M) over an alphabet of M symbols, e.g. MOD 11,10 or MOD 37,36.
 * Returns undefined when the text holds a symbol outside the alphabet.
 */
export function hybridCheckSymbol(text: string, alphabet: string): string | undefined {
  const size = alphabet.length;
  let product = size;
  for (const symbol of text) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return undefined;
    const sum = (product + value) % size || size;
    product = (sum * 2) % (size + 1);
  }
  return alphabet[(size + 1 - product) % size];
}
