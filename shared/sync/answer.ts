import type { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { ErrorReply } from '../protocol/messages.ts';
import type { LinePolicy, LineProblem, LineProblemCode } from './line-problem.ts';

/** How one exchange ended, before anything of it is believed. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** names in lower case */
      readonly headers: Readonly<Record<string, string>>;
      /** undefined when the bytes are no UTF-8 or no gzip although they say so */
      readonly text: string | undefined;
    }
  | { readonly kind: 'none'; readonly code: 'line-unreachable' | 'line-timeout' | 'answer-broken' };

const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/**
 * Reads an answer strictly: only the very message that was expected counts as success. HTML, half a body, JSON of another
 * shape or an error that does not speak protocol 1 never does, whatever its status says.
 */
export function readAnswer<T extends z.ZodType>(
  exchange: Exchange,
  schema: T,
): Result<z.infer<T>, LineProblem> {
  if (exchange.kind === 'none') return err(offline(exchange.code, exchange.code === 'line-timeout'));
  const json = parseJson(exchange.text);
  if (exchange.status === 200) {
    const message = schema.safeParse(json);
    if (message.success) return ok(message.data);
    return err(offline(looksLikeJson(exchange) ? 'answer-broken' : 'answer-foreign', false));
  }
  const refusal = ErrorReply.safeParse(json);
  if (!refusal.success) return err(foreignRefusal(exchange));
  const { code, policy } = refusals[refusal.data.error];
  const seconds = refusal.data.retryAfterSeconds;
  return err({
    code,
    policy,
    offline: false,
    ...(policy === 'retry-after' && { retryAfterMs: retryAfter(exchange.headers, seconds) }),
  });
}

const refusals: Record<ErrorReply['error'], { code: LineProblemCode; policy: LinePolicy }> = {
  malformed: { code: 'request-refused', policy: 'bisect' },
  'too-large': { code: 'too-large', policy: 'shrink' },
  'signature-invalid': { code: 'signature-refused', policy: 'person' },
  'clock-skew': { code: 'clock-skew', policy: 'retry' },
  'device-unknown': { code: 'device-unknown', policy: 'person' },
  'device-revoked': { code: 'device-revoked', policy: 'person' },
  'not-permitted': { code: 'not-permitted', policy: 'person' },
  'not-found': { code: 'not-found', policy: 'retry' },
  'hash-mismatch': { code: 'hash-mismatch', policy: 'retry' },
  'token-used': { code: 'token-used', policy: 'person' },
  'too-many': { code: 'too-many', policy: 'retry-after' },
  busy: { code: 'gateway-busy', policy: 'retry-after' },
  internal: { code: 'gateway-failed', policy: 'bisect' },
};

/** A timeout may mean that the batch was too much for this line, so less is sent next time. */
const offline = (code: LineProblemCode, shrink: boolean): LineProblem => ({
  code,
  policy: shrink ? 'shrink' : 'retry',
  offline: true,
});

/** Something between us and the gateway refused: a proxy, a portal. What its status asks for is still obeyed. */
function foreignRefusal({
  status,
  headers,
}: {
  status: number;
  headers: Readonly<Record<string, string>>;
}): LineProblem {
  if (status === 413) return { code: 'too-large', policy: 'shrink', offline: true };
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined))
    return {
      code: status === 429 ? 'too-many' : 'gateway-busy',
      policy: 'retry-after',
      offline: true,
      retryAfterMs: retryAfter(headers, undefined),
    };
  if (status >= 500) return { code: 'gateway-failed', policy: 'bisect', offline: true };
  return offline('answer-foreign', false);
}

/** Seconds of the message win over the header; a date in the header counts as no number. Between 1 s and an hour. */
function retryAfter(headers: Readonly<Record<string, string>>, seconds: number | undefined): number {
  const header = headers['retry-after'] ?? '';
  const wanted = seconds ?? (/^\d{1,6}$/.test(header) ? Number(header) : 30);
  return Math.min(Math.max(wanted, 1) * 1000, LONGEST_RETRY_AFTER_MS);
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeJson(exchange: {
  headers: Readonly<Record<string, string>>;
  text: string | undefined;
}): boolean {
  return (exchange.headers['content-type'] ?? '').includes('json') || /^\s*[{[]/.test(exchange.text ?? '');
}
