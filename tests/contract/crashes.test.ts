import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DossierList } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, seen } from '../builders/a-machine.ts';

const blankSlip = { makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip') };

/** What may happen at a counter between two receptions. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constant('receive' as const) },
  { weight: 2, arbitrary: fc.constant('press F9 again' as const) },
  { weight: 2, arbitrary: fc.constant('answer of the host lost' as const) },
  { weight: 2, arbitrary: fc.constant('host refuses' as const) },
  { weight: 2, arbitrary: fc.constant('power cut after the journal' as const) },
  { weight: 2, arbitrary: fc.constant('window closed' as const) },
  { weight: 1, arbitrary: fc.constant('database lost' as const) },
);

interface Day {
  readonly machine: Machine;
  core: Core;
  /** command id → code the clerk was shown */
  readonly shown: Map<string, string>;
  /** commands that may have happened without the clerk knowing */
  readonly unknown: Set<string>;
}

async function press(day: Day, commandId: string): Promise<void> {
  const answer = await day.core.call('receive', { commandId, draft: aDraft() });
  if (!answer.ok) return;
  const before = day.shown.get(commandId);
  if (before !== undefined) expect(answer.value.provisionalCode).toBe(before);
  day.shown.set(commandId, answer.value.provisionalCode);
  day.unknown.delete(commandId);
}

/** Lets the next append do something else than answer. */
async function withAppend(
  day: Day,
  append: (real: () => Promise<unknown>) => Promise<unknown>,
  run: () => Promise<void>,
) {
  const { host } = day.machine;
  const real = host.journalAppend;
  Object.assign(host, { journalAppend: (input: Parameters<typeof real>[0]) => append(() => real(input)) });
  await run();
  Object.assign(host, { journalAppend: real });
}

async function restart(day: Day): Promise<void> {
  day.core = day.machine.start(blankSlip);
  await open(day.core);
}

const steps: Record<string, (day: Day) => Promise<void>> = {
  receive: (day) => press(day, webIds.uuidV7()),
  'press F9 again': async (day) => {
    const [last] = [...day.unknown, ...[...day.shown.keys()].reverse()];
    if (last) await press(day, last);
  },
  'answer of the host lost': async (day) => {
    const lost = async (real: () => Promise<unknown>) => {
      await real();
      throw new HostError('host-gone');
    };
    await withAppend(day, lost, () => press(day, webIds.uuidV7()));
  },
  'host refuses': async (day) => {
    const refused = async () => {
      throw new HostError('disk-full');
    };
    await withAppend(day, refused, () => press(day, webIds.uuidV7()));
  },
  'power cut after the journal': async (day) => {
    const commandId = webIds.uuidV7();
    day.unknown.add(commandId);
    let written = () => {};
    const cut = new Promise<void>((resolve) => {
      written = resolve;
    });
    const dead = async (real: () => Promise<unknown>) => {
      await real();
      written();
      return new Promise(() => undefined);
    };
    await withAppend(day, dead, async () => {
      void day.core.call('receive', { commandId, draft: aDraft() });
      await cut;
    });
    await restart(day);
  },
  'window closed': async (day) => {
    await day.core.close();
    await restart(day);
  },
  'database lost': async (day) => {
    await day.core.close();
    day.machine.databases = new IDBFactory();
    await restart(day);
  },
};

test('whatever happens between journal and database, every reception stands exactly once and no code twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 12 }), async (day) => {
      const opened = await anOpenCounter(aMachine(), blankSlip);
      const state: Day = { ...opened, shown: new Map(), unknown: new Set() };
      for (const step of day) await steps[step]?.(state);
      await steps['database lost']?.(state);
      const { rows } = (await seen(state.core, 'dossiers', { tab: 'all', query: '' })) as DossierList;
      const codes = rows.map(({ code }) => code).sort();
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).toHaveLength(state.shown.size + state.unknown.size);
      for (const code of state.shown.values()) expect(codes).toContain(code);
      await state.core.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
