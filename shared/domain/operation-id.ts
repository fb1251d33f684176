/** Identity of an operation from its stored text, without judging the rest; undefined when there is none. */
export function operationId(bytes: string): string | undefined {
  try {
    const value: unknown = JSON.parse(bytes);
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
    return typeof value.id === 'string' ? value.id : undefined;
  } catch {
    return undefined;
  }
}
