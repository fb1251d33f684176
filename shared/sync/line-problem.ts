/**
 * Why an exchange with the province brought nothing, as a stable code with a text in renderer/text.
 * `line-*`: no answer; `answer-*`: an answer that is not our gateway's; the rest was said by the gateway.
 */
export type LineProblemCode =
  | 'line-unreachable'
  | 'line-timeout'
  | 'answer-foreign'
  | 'answer-broken'
  | 'answer-stale'
  | 'request-refused'
  | 'signature-refused'
  | 'clock-skew'
  | 'device-unknown'
  | 'device-revoked'
  | 'not-permitted'
  | 'not-found'
  | 'hash-mismatch'
  | 'token-used'
  | 'too-large'
  | 'too-many'
  | 'gateway-busy'
  | 'gateway-failed'
  | 'operation-undeliverable'
  | 'internal';

/** What to do about it. `retry`: later, with jitter; `retry-after`: not before the moment the gateway named; `shrink`: with
 * less at once; `bisect`: with less at once when it happens again; `person`: nothing a machine can mend. */
export type LinePolicy = 'retry' | 'retry-after' | 'shrink' | 'bisect' | 'person';

export interface LineProblem {
  readonly code: LineProblemCode;
  readonly policy: LinePolicy;
  /** nobody of ours answered: the counter is offline, whatever the operating system says */
  readonly offline: boolean;
  readonly retryAfterMs?: number;
}
