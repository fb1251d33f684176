import { describe, expect, it } from 'vitest';
import { HaveReply, PROTOCOL } from '../protocol/messages.ts';
import { type Exchange, readAnswer } from './answer.ts';

const json = { 'content-type': 'application/json' };
const answer = (
  status: number,
  text: string | undefined,
  headers: Record<string, string> = json,
): Exchange => ({
  kind: 'answer',
  status,
  headers,
  text,
});
const said = (
  status: number,
  error: string,
  more: object = {},
  headers: Record<string, string> = {},
): Exchange =>
  answer(status, JSON.stringify({ protocol: PROTOCOL, error, message: error, ...more }), {
    ...json,
    ...headers,
  });
const problemOf = (exchange: Exchange) => {
  const read = readAnswer(exchange, HaveReply);
  return read.ok ? undefined : read.error;
};

describe('an answer', () => {
  it('counts when it is the very message that was expected', () => {
    expect(readAnswer(answer(200, '{"protocol":1,"missing":[]}'), HaveReply)).toEqual({
      ok: true,
      value: { protocol: 1, missing: [] },
    });
  });

  it.each([
    [
      'HTML with status 200',
      answer(200, '<!doctype html>', { 'content-type': 'text/html' }),
      'answer-foreign',
    ],
    ['half a body', answer(200, '{"protocol":1,"miss'), 'answer-broken'],
    ['JSON of another shape', answer(200, '{"protocol":1}'), 'answer-broken'],
    [
      'a message with more in it than agreed',
      answer(200, '{"protocol":1,"missing":[],"x":1}'),
      'answer-broken',
    ],
    ['another protocol', answer(200, '{"protocol":2,"missing":[]}'), 'answer-broken'],
    ['bytes that are no text', answer(200, undefined), 'answer-broken'],
    ['an empty body', answer(200, '', {}), 'answer-foreign'],
    ['a redirect to a login page', answer(302, '', { location: 'http://login.example' }), 'answer-foreign'],
    ['a 404 of somebody else', answer(404, 'not found', {}), 'answer-foreign'],
    ['nothing', { kind: 'none', code: 'line-unreachable' }, 'line-unreachable'],
    ['silence until the time is up', { kind: 'none', code: 'line-timeout' }, 'line-timeout'],
  ] as const)('is nobody of ours: %s', (_, exchange, code) => {
    expect(problemOf(exchange as Exchange)).toMatchObject({ code, offline: true });
  });

  it.each([
    [400, 'malformed', 'request-refused', 'bisect'],
    [401, 'signature-invalid', 'signature-refused', 'person'],
    [401, 'clock-skew', 'clock-skew', 'retry'],
    [401, 'device-unknown', 'device-unknown', 'person'],
    [403, 'device-revoked', 'device-revoked', 'person'],
    [409, 'token-used', 'token-used', 'person'],
    [413, 'too-large', 'too-large', 'shrink'],
    [429, 'too-many', 'too-many', 'retry-after'],
    [500, 'internal', 'gateway-failed', 'bisect'],
    [503, 'busy', 'gateway-busy', 'retry-after'],
  ] as const)('%i %s of our gateway has one reading', (status, error, code, policy) => {
    expect(problemOf(said(status, error))).toMatchObject({ code, policy, offline: false });
  });

  it('names how long to wait, the message before the header', () => {
    const headers = { 'retry-after': '90' };
    expect(problemOf(said(429, 'too-many', {}, headers))?.retryAfterMs).toBe(90_000);
    expect(problemOf(said(429, 'too-many', { retryAfterSeconds: 7 }, headers))?.retryAfterMs).toBe(7_000);
    expect(problemOf(answer(429, 'slow down', headers))?.retryAfterMs).toBe(90_000);
  });

  it('cannot make a counter wait for days', () => {
    expect(problemOf(said(429, 'too-many', { retryAfterSeconds: 10 ** 9 }))?.retryAfterMs).toBe(3_600_000);
  });
});
