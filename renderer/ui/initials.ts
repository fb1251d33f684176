/** First letters of family and given name; an addition in brackets does not count. */
export function initials(name: string): string {
  const words = name
    .replaceAll(/\(.*?\)/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const first = words[0]?.[0] ?? '';
  return words.length > 1 ? `${first}${words.at(-1)?.[0] ?? ''}` : first;
}
