import { describe, expect, it } from 'vitest';
import { idleWedge, type WedgeEffect, wedgeStep } from './wedge.ts';
import type { WedgeEvent } from './wedge-keys.ts';

const card = '001099000007|012345678|NGUYEN VAN MAU|14081999|Nam|To 1, xa Mau|22072021';
const code = 'P7K3-00042-C';

interface Replay {
  readonly effects: readonly WedgeEffect[];
  readonly passed: string;
  readonly held: string;
}

/** Feeds a recorded stream; ticks are given whenever the machine's deadline lies before the next event. */
function replay(events: readonly WedgeEvent[]): Replay {
  let state = idleWedge;
  let passed = '';
  let held = '';
  const effects: WedgeEffect[] = [];
  const feed = (event: WedgeEvent) => {
    const step = wedgeStep(state, event);
    state = step.state;
    effects.push(...step.effects);
    if (event.kind !== 'key') return;
    const shown = event.key.length === 1 ? event.key : `<${event.key}>`;
    if (step.verdict === 'pass') passed += shown;
    else held += shown;
  };
  for (const event of events) {
    while (state.deadline !== undefined && state.deadline <= event.at)
      feed({ kind: 'tick', at: state.deadline });
    feed(event);
  }
  while (state.deadline !== undefined) feed({ kind: 'tick', at: state.deadline });
  return { effects, passed, held };
}

const key = (name: string, at: number, more: Partial<WedgeEvent> = {}): WedgeEvent =>
  ({
    kind: 'key',
    key: name,
    code: name,
    keyCode: name.length === 1 ? name.charCodeAt(0) : 0,
    at,
    ...more,
  }) as WedgeEvent;

const stream = (text: string, gap: number, start = 1000, terminator?: string): WedgeEvent[] => {
  const events = [...text].map((char, i) => key(char, start + i * gap));
  return terminator ? [...events, key(terminator, start + text.length * gap)] : events;
};

const scans = ({ effects }: Replay) => effects.filter(({ kind }) => kind === 'scan');
const typed = ({ effects, passed }: Replay) =>
  passed + effects.map((effect) => (effect.kind === 'release' ? effect.text : '')).join('');

describe('a scanner that types like a keyboard', () => {
  for (const terminator of ['Enter', 'NumpadEnter', 'Tab'])
    it(`is read when its keys come fast and end with ${terminator}`, () => {
      const result = replay(stream(card, 4, 1000, terminator));
      expect(result.effects).toEqual([{ kind: 'scan', text: card }]);
      expect(result.passed).toBe('0');
    });

  it('reads a provisional code', () => {
    expect(scans(replay(stream(code, 12, 0, 'Enter')))).toEqual([{ kind: 'scan', text: code }]);
  });

  it('may press Shift between letters and hesitate now and then', () => {
    const events = stream(card, 10, 0, 'Enter').flatMap((event, i) =>
      i % 7 === 3 ? [key('Shift', event.at - 1), event] : [event],
    );
    const slowed = events.map((event) => (event.at > 200 ? { ...event, at: event.at + 50 } : event));
    expect(scans(replay(slowed))).toEqual([{ kind: 'scan', text: card }]);
  });

  it('keeps its second Enter from pressing a button', () => {
    const at = 1000 + card.length * 4;
    const result = replay([...stream(card, 4, 1000, 'Enter'), key('Enter', at + 8)]);
    expect(result.passed).toBe('0');
    expect(scans(result)).toHaveLength(1);
  });

  it('without a terminator is given back as text', () => {
    const result = replay(stream(card, 4));
    expect(result.effects).toEqual([{ kind: 'release', text: card.slice(1) }]);
  });

  it('scanned twice gives two scans', () => {
    const result = replay([...stream(card, 4, 0, 'Enter'), ...stream(card, 4, 2000, 'Enter')]);
    expect(scans(result)).toHaveLength(2);
  });
});

describe('a clerk typing', () => {
  it('slowly is never taken for a scan, not even with Enter at the end', () => {
    const result = replay(stream(card, 110, 0, 'Enter'));
    expect(result.effects).toEqual([]);
    expect(typed(result)).toBe(`${card}<Enter>`);
  });

  it('with two keys rolled over gets both, in order', () => {
    const events = [key('t', 0), key('h', 20), key('u', 160), key('a', 300)];
    const result = replay(events);
    expect(typed(result)).toHaveLength(4);
    expect(result.effects).toEqual([{ kind: 'release', text: 'h' }]);
  });

  it('seven fast keys and Enter is too short for a scan', () => {
    const result = replay(stream('1234567', 5, 0, 'Enter'));
    expect(scans(result)).toEqual([]);
    expect(result.effects).toEqual([{ kind: 'release', text: '234567' }]);
  });

  it('holding a key down is not a scanner, although it repeats every 33 ms', () => {
    const events = [
      key('0', 0),
      ...Array.from({ length: 30 }, (_, i) => key('0', 500 + i * 33, { repeat: true })),
    ];
    const result = replay([...events, key('Enter', 1600)]);
    expect(result.effects).toEqual([]);
    expect(result.held).toBe('');
  });

  it('with shortcuts keeps them', () => {
    const result = replay([key('a', 0), key('v', 10, { chord: true }), key('F9', 400)]);
    expect(result.passed).toBe('av<F9>');
  });

  it('through an input method that rewrites the word is left alone', () => {
    const events = [
      key('n', 0),
      key('g', 130),
      key('u', 260),
      key('y', 390),
      key('e', 520),
      // "ê": two keys taken back, two put in
      key('Backspace', 650),
      key('ê', 651, { keyCode: 231 }),
      key('n', 780),
      ...Array.from({ length: 3 }, (_, i) => key('Backspace', 910 + i)),
      ...[...'yễn'].map((char, i) => key(char, 914 + i, { keyCode: 231 })),
    ];
    const result = replay(events);
    expect(result.effects).toEqual([]);
    expect(result.held).toBe('');
  });
});

describe('an input method in the middle of a scan', () => {
  const broken: [string, Partial<WedgeEvent> & { key: string }][] = [
    ['a key taken back', { key: 'Backspace' }],
    ['an injected letter', { key: 'Ầ', keyCode: 231 }],
    ['a letter in composition', { key: 'Process', keyCode: 229 }],
  ];
  for (const [name, wrong] of broken)
    it(`(${name}) throws the scan away and asks for another one, once`, () => {
      const events = stream(card, 4, 0, 'Enter');
      events.splice(30, 0, key(wrong.key, 30 * 4 - 2, wrong));
      const result = replay(events);
      expect(result.effects).toEqual([{ kind: 'rescan' }]);
      expect(result.passed).toBe('0');
    });

  it('is seen by text that came past the keys, and the scan is not cut in two by the pause', () => {
    const events: WedgeEvent[] = [
      ...stream(card.slice(0, 4), 4, 0),
      { kind: 'input', at: 60 },
      ...stream(card.slice(4), 4, 100, 'Enter'),
    ];
    const result = replay(events);
    expect(result.effects).toEqual([{ kind: 'rescan' }]);
    expect(result.passed).toBe('0');
  });

  it('is seen also when it takes every key from the first on', () => {
    const events = stream(card, 4, 0, 'Enter').map((event) => ({ ...event, keyCode: 229 }) as WedgeEvent);
    expect(replay(events).effects).toEqual([{ kind: 'rescan' }]);
  });

  it('does not stop the next scan', () => {
    const first = stream(card, 4, 0, 'Enter');
    first.splice(30, 0, key('Backspace', 118));
    const result = replay([...first, ...stream(card, 4, 3000, 'Enter')]);
    expect(result.effects.map(({ kind }) => kind)).toEqual(['rescan', 'scan']);
  });
});

describe('a machine that stalls in the middle of a scan', () => {
  const stalled = (at: number, text: string, terminator?: string) => {
    let state = idleWedge;
    const effects: WedgeEffect[] = [];
    const feed = (event: WedgeEvent) => {
      const step = wedgeStep(state, event);
      state = step.state;
      effects.push(...step.effects);
    };
    const events = stream(text, 4, 1000, terminator);
    for (const event of events.slice(0, at)) feed(event);
    // the keys' own times go on without a pause, but the page saw silence
    if (state.deadline !== undefined) feed({ kind: 'tick', at: state.deadline });
    for (const event of events.slice(at)) feed(event);
    if (state.deadline !== undefined) feed({ kind: 'tick', at: state.deadline });
    return effects;
  };

  for (const at of [3, 7, 20, card.length])
    it(`reads the card whole when the rest comes late after ${at} keys`, () => {
      const effects = stalled(at, card, 'Enter');
      expect(effects.map(({ kind }) => kind)).toEqual(['release', 'scan']);
      expect(effects.at(-1)).toEqual({ kind: 'scan', text: card });
    });

  it('gives typed text back once, however often it was held', () => {
    const effects = stalled(5, 'khai sinh');
    const given = effects.map((effect) => (effect.kind === 'release' ? effect.text : '')).join('');
    expect(`k${given}`).toBe('khai sinh');
  });
});
