import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface StaticAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The one content policy of the window, the same on every target; `nonce` lets the page's own style tags in. */
export function contentPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A file of the built page: no way out of `root`, no maps; a path without extension is a screen and gets index.html. */
export async function serveStatic(root: string, pathname: string): Promise<StaticAnswer> {
  const relative = relativeFile(root, pathname);
  if (relative === undefined) return refused(403);
  let body: Uint8Array;
  try {
    body = await readFile(path.join(root, relative));
  } catch {
    return refused(404);
  }
  if (relative !== 'index.html') return { status: 200, headers: headersOf(relative), body };
  const nonce = randomBytes(16).toString('base64');
  const page = Buffer.from(body).toString('utf8').replaceAll('__NONCE__', nonce);
  return { status: 200, headers: headersOf(relative, nonce), body: Buffer.from(page, 'utf8') };
}

function relativeFile(root: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.endsWith('.map')) return undefined;
  const wanted = path.posix.extname(decoded) ? decoded : '/index.html';
  const relative = path.relative(root, path.resolve(root, `.${wanted}`));
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative;
}

function headersOf(relative: string, nonce?: string): Record<string, string> {
  return {
    'content-type': MEDIA[path.extname(relative)] ?? 'application/octet-stream',
    // workers obey the policy of their own answer, so it goes out with every file
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    'cache-control': relative.startsWith('assets') ? 'private, max-age=31536000, immutable' : 'no-store',
  };
}

const refused = (status: number): StaticAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  body: Buffer.from(String(status)),
});
