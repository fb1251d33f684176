/** `1,2 MB` or `86 KB`, as Vietnamese writes numbers. */
export function sizeText(bytes: number): string {
  const mega = bytes / 1_048_576;
  return mega >= 1
    ? `${mega.toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
