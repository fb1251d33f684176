import { err, ok, type Result } from '../../../shared/lib/result.ts';

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

const fileFaults = [
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'file-mislabelled',
  'file-damaged',
  'pdf-encrypted',
] as const;
type FileFault = (typeof fileFaults)[number];

/** The file itself is at fault: trying again brings the same answer. */
export const isFileFault = (code: string): boolean => fileFaults.some((fault) => fault === code);

const MIB = 1_048_576;

/**
 * Looks at the content, never at the name alone: PDF, JPEG and PNG by their structure. A name that claims another of
 * these types is refused, because somebody would open it as that.
 */
export function checkFile(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
): Result<MediaType, { readonly code: FileFault; readonly detail?: string }> {
  if (bytes.byteLength === 0) return err({ code: 'file-empty' });
  if (bytes.byteLength > maxBytes) return err({ code: 'file-too-large', detail: String(maxBytes / MIB) });
  const type = typeOf(bytes);
  if (!type) return err({ code: claimed(name) ? 'file-mislabelled' : 'file-type-refused' });
  const claim = claimed(name);
  if (claim !== undefined && claim !== type) return err({ code: 'file-mislabelled' });
  if (claim === undefined && /\.[a-z0-9]{1,5}$/i.test(name)) return err({ code: 'file-mislabelled' });
  if (!isWhole(type, bytes)) return err({ code: 'file-damaged' });
  if (type === 'application/pdf' && isEncrypted(bytes)) return err({ code: 'pdf-encrypted' });
  return ok(type);
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((value, at) => bytes[at] === value);

function typeOf(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  return indexOf(bytes.subarray(0, 1024), '%PDF-') >= 0 ? 'application/pdf' : undefined;
}

function claimed(name: string): MediaType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === 'pdf') return 'application/pdf';
  if (extension === 'png') return 'image/png';
  return extension === 'jpg' || extension === 'jpeg' ? 'image/jpeg' : undefined;
}

/** The parts without which the file was cut on the way. */
function isWhole(type: MediaType, bytes: Uint8Array): boolean {
  if (type === 'application/pdf') {
    const tail = bytes.subarray(Math.max(0, bytes.byteLength - 2048));
    return indexOf(tail, '%%EOF') >= 0 && indexOf(tail, 'startxref') >= 0;
  }
  if (type === 'image/png') {
    const end = bytes.subarray(Math.max(0, bytes.byteLength - 64));
    return ascii(bytes.subarray(12, 16)) === 'IHDR' && indexOf(end, 'IEND') >= 0;
  }
  return hasJpegFrame(bytes) && lastMarker(bytes);
}

/** A frame header (SOF) with a size, reached by walking the segments. */
function hasJpegFrame(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 9 < bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const height = ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0);
    const width = ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0);
    if (frame) return height > 0 && width > 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return false;
    at += 2 + length;
  }
  return false;
}

/** End of image near the end; some cameras pad. */
function lastMarker(bytes: Uint8Array): boolean {
  for (let at = bytes.byteLength - 2; at >= Math.max(2, bytes.byteLength - 4096); at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** An /Encrypt entry in any trailer or cross-reference stream dictionary. */
function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = indexOf(bytes, '/Encrypt'); at >= 0; at = indexOf(bytes, '/Encrypt', at + 8)) {
    const next = bytes[at + 8];
    if (next === undefined || !/[A-Za-z]/.test(String.fromCharCode(next))) return true;
  }
  return false;
}

function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same++;
    if (same === text.length) return at;
  }
  return -1;
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
