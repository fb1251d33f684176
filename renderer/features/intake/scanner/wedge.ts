/**
 * đầu đọc kiểu bàn phím — tells a scanner's burst of keys from typing. Pure: events in, verdict and effects out.
 *
 *   idle ─key→ run(1 key, let through) ─fast key→ run(held back) ─terminator→ scan
 *                 │ slow key / timer → released as typing            │ input method seen → draining → rescan
 *
 * The first key of a run cannot be told from typing and is let through; the listener takes it back when a scan follows.
 */
import { isInterference, isSilent, isTerminator, type KeyEvent, type WedgeEvent } from './wedge-keys.ts';

export type WedgeEffect =
  /** these characters were typing after all: put them where the cursor is */
  | { readonly kind: 'release'; readonly text: string }
  | { readonly kind: 'scan'; readonly text: string }
  /** an input method changed the keys: what came is thrown away, ask for another scan */
  | { readonly kind: 'rescan' };

export interface WedgeState {
  readonly mode: 'idle' | 'run' | 'released' | 'foreign' | 'draining' | 'after';
  /** characters of the run with their times; the first one has been let through */
  readonly keys: readonly { readonly key: string; readonly at: number }[];
  readonly lastAt: number;
  /** text came past the keys while they were held back: letters are missing from the run */
  readonly spoilt?: boolean;
  /** how many of `keys` stand in the field already: the first one, or all that were released before a late rest came */
  readonly through?: number;
  /** when a tick must come, unless something happens before */
  readonly deadline?: number;
}

export interface WedgeStep {
  readonly state: WedgeState;
  /** `hold` = keep the key from the page */
  readonly verdict: 'pass' | 'hold';
  readonly effects: readonly WedgeEffect[];
}

export const wedgeRules = {
  minimumKeys: 8,
  medianGapMs: 35,
  holdMs: 60,
  /** a burst already certain may pause this long before its terminator */
  certainHoldMs: 300,
  drainMs: 120,
  /** an input method rewriting one word sends at most this many keys by itself */
  rewriteKeys: 24,
} as const;

export const idleWedge: WedgeState = { mode: 'idle', keys: [], lastAt: Number.NEGATIVE_INFINITY };

/** Middle value of the gaps between keys, or undefined for fewer than two keys. */
export function medianGap(keys: readonly { readonly at: number }[]): number | undefined {
  const gaps = keys.slice(1).map((key, i) => key.at - (keys[i]?.at ?? key.at));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}

const isCertain = (state: WedgeState): boolean =>
  state.keys.length >= wedgeRules.minimumKeys &&
  (medianGap(state.keys) ?? Number.POSITIVE_INFINITY) < wedgeRules.medianGapMs;

const heldText = (state: WedgeState): string =>
  state.keys
    .slice(state.through ?? 1)
    .map(({ key }) => key)
    .join('');

const release = (state: WedgeState): readonly WedgeEffect[] => {
  const text = heldText(state);
  return text ? [{ kind: 'release', text }] : [];
};

const waitMs = (state: WedgeState): number => {
  if (state.mode === 'draining') return wedgeRules.drainMs;
  return isCertain(state) ? wedgeRules.certainHoldMs : wedgeRules.holdMs;
};

/** One event through the machine. */
export function wedgeStep(state: WedgeState, event: WedgeEvent): WedgeStep {
  if (event.kind === 'tick') return afterSilence(state, event.at);
  if (event.kind === 'input') return extend(state, event.at);
  if (state.mode === 'draining') return drain(state, event);
  if (state.mode === 'after' && event.at - state.lastAt < wedgeRules.drainMs && isTerminator(event))
    return { state: { ...state, lastAt: event.at }, verdict: 'hold', effects: [] };
  if (state.mode === 'foreign' && event.at - state.lastAt < wedgeRules.medianGapMs)
    return followForeign(state, event);
  if (state.mode === 'run') return followRun(state, event);
  // struck without a pause, only delivered late: the machine stalled, and the burst goes on
  if (state.mode === 'released' && event.at - state.lastAt < wedgeRules.medianGapMs)
    return followRun({ ...state, mode: 'run' }, event);
  return begin(event, []);
}

function afterSilence(state: WedgeState, at: number): WedgeStep {
  if (state.deadline === undefined || at < state.deadline) return { state, verdict: 'pass', effects: [] };
  if (state.mode === 'draining') return { state: idleWedge, verdict: 'pass', effects: [{ kind: 'rescan' }] };
  const { keys, lastAt } = state;
  return {
    state: { mode: 'released', keys, lastAt, through: keys.length },
    verdict: 'pass',
    effects: release(state),
  };
}

function extend(state: WedgeState, at: number): WedgeStep {
  if (state.deadline === undefined) return { state, verdict: 'pass', effects: [] };
  const extended = { ...state, deadline: at + waitMs(state) };
  // every key after the first is held back, so this text came from an input method or as an injected character
  if (state.mode === 'run') return { state: { ...extended, spoilt: true }, verdict: 'pass', effects: [] };
  return { state: extended, verdict: 'pass', effects: [] };
}

function drain(state: WedgeState, event: KeyEvent): WedgeStep {
  if (event.at - state.lastAt >= wedgeRules.drainMs) return begin(event, [{ kind: 'rescan' }]);
  return {
    state: { ...state, lastAt: event.at, deadline: event.at + wedgeRules.drainMs },
    verdict: 'hold',
    effects: [],
  };
}

/** First key after a pause: let through, whatever it is. */
function begin(event: KeyEvent, effects: readonly WedgeEffect[]): WedgeStep {
  if (isSilent(event)) return { state: idleWedge, verdict: 'pass', effects };
  if (isInterference(event))
    return {
      state: { mode: 'foreign', keys: [{ key: event.key, at: event.at }], lastAt: event.at },
      verdict: 'pass',
      effects,
    };
  if (event.key.length !== 1 || event.chord || event.repeat)
    return { state: idleWedge, verdict: 'pass', effects };
  return {
    state: { mode: 'run', keys: [{ key: event.key, at: event.at }], lastAt: event.at },
    verdict: 'pass',
    effects,
  };
}

/**
 * A run that began with an input method's key. A word being rewritten is short and stays typing; a long one is a scanner
 * whose every key goes through the input method.
 */
function followForeign(state: WedgeState, event: KeyEvent): WedgeStep {
  const keys = [...state.keys, { key: event.key, at: event.at }];
  const composing = event.keyCode === 229 || event.isComposing === true;
  const limit = composing ? wedgeRules.minimumKeys : wedgeRules.rewriteKeys;
  if (keys.length < limit)
    return { state: { ...state, keys, lastAt: event.at }, verdict: 'pass', effects: [] };
  return startDraining(event);
}

const startDraining = (event: KeyEvent): WedgeStep => ({
  state: { mode: 'draining', keys: [], lastAt: event.at, deadline: event.at + wedgeRules.drainMs },
  verdict: 'hold',
  effects: [],
});

function followRun(state: WedgeState, event: KeyEvent): WedgeStep {
  if (isSilent(event)) return { state, verdict: 'pass', effects: [] };
  const gap = event.at - state.lastAt;
  const tooLate = state.deadline === undefined ? gap >= wedgeRules.medianGapMs : event.at >= state.deadline;
  if (tooLate || event.repeat) return begin(event, release(state));
  const certain = isCertain(state);
  if (certain && state.spoilt) return startDraining(event);
  if (isTerminator(event)) return certain ? finish(state, event) : begin(event, release(state));
  if (isInterference(event) || event.chord)
    return certain ? startDraining(event) : begin(event, release(state));
  if (event.key.length !== 1) return begin(event, release(state));
  const grown: WedgeState = {
    ...state,
    keys: [...state.keys, { key: event.key, at: event.at }],
    lastAt: event.at,
  };
  return { state: { ...grown, deadline: event.at + waitMs(grown) }, verdict: 'hold', effects: [] };
}

function finish(state: WedgeState, event: KeyEvent): WedgeStep {
  const text = state.keys.map(({ key }) => key).join('');
  return {
    state: { mode: 'after', keys: [], lastAt: event.at },
    verdict: 'hold',
    effects: [{ kind: 'scan', text }],
  };
}
