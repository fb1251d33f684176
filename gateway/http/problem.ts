import { type ErrorReply, PROTOCOL } from '../../shared/protocol/messages.ts';

/** A refused request: thrown anywhere below the app, answered as ErrorReply. */
export class Problem extends Error {
  constructor(
    readonly error: ErrorReply['error'],
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

const STATUS: Readonly<Record<ErrorReply['error'], number>> = {
  malformed: 400,
  'too-large': 413,
  'signature-invalid': 401,
  'clock-skew': 401,
  'device-unknown': 401,
  'device-revoked': 403,
  'not-permitted': 403,
  'not-found': 404,
  'hash-mismatch': 400,
  'token-used': 409,
  'too-many': 429,
  busy: 503,
  internal: 500,
};

/** The answer for a problem; anything unexpected is `internal` and says nothing about its cause. */
export function problemResponse(cause: unknown): Response {
  const problem =
    cause instanceof Problem ? cause : new Problem('internal', 'unexpected failure, nothing was stored');
  const body: ErrorReply = {
    protocol: PROTOCOL,
    error: problem.error,
    message: problem.message,
    ...(problem.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: problem.retryAfterSeconds }),
  };
  const headers: Record<string, string> = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (problem.retryAfterSeconds !== undefined) headers['retry-after'] = String(problem.retryAfterSeconds);
  return new Response(JSON.stringify(body), { status: STATUS[problem.error], headers });
}
