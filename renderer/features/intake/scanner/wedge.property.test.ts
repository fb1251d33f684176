import { expect, it } from 'vitest';
import { idleWedge, wedgeRules, wedgeStep } from './wedge.ts';
import type { WedgeEvent } from './wedge-keys.ts';

it('every stream of keys is given back whole, held or released', () => {
  let seed = 20261123;
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
  for (let run = 0; run < 300; run++) {
    let at = 0;
    const text = Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    );
    const events = text.map((char) => {
      at += random() < 0.5 ? Math.floor(random() * 30) : 40 + Math.floor(random() * 300);
      return { kind: 'key' as const, key: char, code: char, keyCode: char.charCodeAt(0), at };
    });
    let page = '';
    let state = idleWedge;
    const feed = (event: WedgeEvent) => {
      const step = wedgeStep(state, event);
      state = step.state;
      for (const effect of step.effects) if (effect.kind === 'release') page += effect.text;
      if (event.kind === 'key' && step.verdict === 'pass') page += event.key;
    };
    for (const event of events) {
      if (state.deadline !== undefined && state.deadline <= event.at)
        feed({ kind: 'tick', at: state.deadline });
      feed(event);
    }
    feed({ kind: 'tick', at: at + wedgeRules.certainHoldMs });
    expect(page, `run ${run} of seed 20261123`).toBe(text.join(''));
  }
});
