import type { RequestRate } from '../gateway.ts';
import { Problem } from './problem.ts';

interface Bucket {
  tokens: number;
  at: number;
}

const MOST_CALLERS = 10_000;

/**
 * A token bucket per caller: `burst` requests at once, `perSecond` for ever. It protects this instance only, so it may live
 * in memory; forgetting it costs nothing.
 */
export function rateLimit(rate: RequestRate, now: () => number): (caller: string) => void {
  const { burst, perSecond } = rate;
  const buckets = new Map<string, Bucket>();
  return (caller) => {
    const time = now();
    if (buckets.size > MOST_CALLERS) buckets.clear();
    const bucket = buckets.get(caller) ?? { tokens: burst, at: time };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, time - bucket.at) / 1000) * perSecond);
    bucket.at = time;
    buckets.set(caller, bucket);
    if (bucket.tokens < 1) throw new Problem('too-many', 'too many requests', Math.ceil(1 / perSecond));
    bucket.tokens -= 1;
  };
}
