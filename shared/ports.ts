/**
 * The outside world as the pure parts see it. Every port has at least two implementations (the fake counts)
 * and one contract suite in tests/contract that all of them pass.
 */

/** Wall time and a clock that never goes back. */
export interface Clock {
  /** milliseconds since 1970-01-01T00:00:00Z, as the machine believes */
  readonly now: () => number;
  /** milliseconds since an arbitrary start; unaffected by somebody setting the clock */
  readonly monotonic: () => number;
}

export interface IdSource {
  /** a fresh UUIDv7 */
  readonly uuidV7: () => string;
  /** `size` random bytes as lower-case hex */
  readonly randomHex: (size: number) => string;
  /** uniform in [0, 1): jitter only, never keys */
  readonly random: () => number;
}

/** SHA-256, lower-case hex; text is hashed as UTF-8. */
export interface Digest {
  readonly sha256: (data: string | Uint8Array) => Promise<string>;
}

/** ECDSA P-256 with SHA-256 over the UTF-8 of a text; signature r‖s as base64url without padding. */
export interface Signer {
  readonly sign: (text: string) => Promise<string>;
}

/** `publicKey` is SubjectPublicKeyInfo as base64url. False for anything that is not a right signature; never throws on bad input. */
export interface Verifier {
  readonly verify: (publicKey: string, text: string, signature: string) => Promise<boolean>;
}

/** One exchange with the province, as the worker asks the host for it. */
export interface GatewayRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** path and query below the gateway's base URL, e.g. `/v1/pull?cursor=1.0` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly timeoutMs: number;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
