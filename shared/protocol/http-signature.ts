import type { Digest, Signer, Verifier } from '../ports.ts';

/**
 * HTTP Message Signatures (RFC 9421) in the one form protocol 1 uses: label `tram`, components method, path, query and
 * content digest (RFC 9530, of the bytes as sent, compressed ones included), ECDSA P-256 with SHA-256.
 */
export interface SignableRequest {
  readonly method: string;
  /** path and query below the gateway's base URL, exactly as sent */
  readonly path: string;
  readonly body?: Uint8Array;
}

export interface SignatureParameters {
  readonly device: string;
  /** seconds since 1970 in province time: this machine's clock plus the offset heard on the last ping */
  readonly created: number;
  /** 8 to 64 characters of [A-Za-z0-9_-], fresh for each request */
  readonly nonce: string;
}

export interface SignedHeaders {
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
}

export interface ReadSignature extends SignatureParameters {
  readonly contentDigest: string;
  /** r‖s, base64url */
  readonly signature: string;
}

const COMPONENTS = '("@method" "@path" "@query" "content-digest")';
const EMPTY = new Uint8Array(0);

/** Request in, the three headers that authenticate it out. */
export async function signRequest(
  request: SignableRequest,
  parameters: SignatureParameters,
  digest: Digest,
  signer: Signer,
): Promise<SignedHeaders> {
  const contentDigest = await contentDigestOf(request.body ?? EMPTY, digest);
  const signature = await signer.sign(signatureBase(request, parameters, contentDigest));
  return {
    'content-digest': contentDigest,
    'signature-input': `tram=${signatureParams(parameters)}`,
    signature: `tram=:${fromBase64Url(signature)}:`,
  };
}

/** The text that is signed (RFC 9421 §2.5). */
export function signatureBase(
  request: SignableRequest,
  parameters: SignatureParameters,
  contentDigest: string,
): string {
  const mark = request.path.indexOf('?');
  const path = mark < 0 ? request.path : request.path.slice(0, mark);
  const query = mark < 0 ? '?' : request.path.slice(mark);
  return [
    `"@method": ${request.method.toUpperCase()}`,
    `"@path": ${path}`,
    `"@query": ${query}`,
    `"content-digest": ${contentDigest}`,
    `"@signature-params": ${signatureParams(parameters)}`,
  ].join('\n');
}

/** Reads the headers strictly; undefined when anything is missing or spelled otherwise than protocol 1 spells it. */
export function readSignature(header: (name: string) => string | undefined): ReadSignature | undefined {
  const input = INPUT.exec(header('signature-input') ?? '');
  const signature = SIGNATURE.exec(header('signature') ?? '');
  const contentDigest = header('content-digest') ?? '';
  if (!input?.[1] || !input[2] || !input[3] || !signature?.[1] || !DIGEST.test(contentDigest))
    return undefined;
  return {
    created: Number(input[1]),
    nonce: input[2],
    device: input[3],
    contentDigest,
    signature: toBase64Url(signature[1]),
  };
}

/** True when the body has the digest that was signed and the signature is by `publicKey`. Never throws on bad input. */
export async function verifyRequest(
  request: SignableRequest,
  read: ReadSignature,
  publicKey: string,
  digest: Digest,
  verifier: Verifier,
): Promise<boolean> {
  if ((await contentDigestOf(request.body ?? EMPTY, digest)) !== read.contentDigest) return false;
  return verifier.verify(publicKey, signatureBase(request, read, read.contentDigest), read.signature);
}

const INPUT =
  /^tram=\("@method" "@path" "@query" "content-digest"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{8,64})";keyid="([A-Za-z0-9][A-Za-z0-9-]{2,39})";alg="ecdsa-p256-sha256"$/;
const SIGNATURE = /^tram=:([A-Za-z0-9+/]{86}==):$/;
const DIGEST = /^sha-256=:[A-Za-z0-9+/]{43}=:$/;

function signatureParams(parameters: SignatureParameters): string {
  const { created, nonce, device } = parameters;
  return `${COMPONENTS};created=${created};nonce="${nonce}";keyid="${device}";alg="ecdsa-p256-sha256"`;
}

async function contentDigestOf(body: Uint8Array, digest: Digest): Promise<string> {
  return `sha-256=:${hexToBase64(await digest.sha256(body))}:`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function hexToBase64(hex: string): string {
  let bits = '';
  for (const digit of hex) bits += Number.parseInt(digit, 16).toString(2).padStart(4, '0');
  let text = '';
  for (let at = 0; at < bits.length; at += 6)
    text += ALPHABET.charAt(Number.parseInt(bits.slice(at, at + 6).padEnd(6, '0'), 2));
  return padded(text);
}

const fromBase64Url = (text: string): string => padded(text.replaceAll('-', '+').replaceAll('_', '/'));
const toBase64Url = (text: string): string =>
  text.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');
