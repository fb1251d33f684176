import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { context, receive } from '../../tests/builders/acts.ts';
import { anOperation } from '../../tests/builders/an-operation.ts';
import { holds } from '../../tests/builders/holds.ts';
import { apply } from './apply.ts';
import type { Dossier } from './dossier/dossier.ts';
import { transitions } from './dossier/transitions.ts';
import type { Operation } from './operation.ts';
import { verdictOf } from './verdict.ts';

const word = fc.integer({ min: 1, max: 999 }).map((number) => `Lời ${number}`);
const appointment = { expected: true, reasons: ['term-unknown'] };
const payload = fc.oneof(
  fc.constant(['dossier.accept', { from: 'received' }] as const),
  word.map((to) => ['dossier.forward', { to }] as const),
  word.map((note) => ['dossier.amend', { set: { note } }] as const),
  word.map((reason) => ['dossier.requestSupplement', { reason, items: ['Tờ khai'] }] as const),
  fc.constant([
    'dossier.supplement',
    { components: [], receivedAt: '2026-11-25T02:00:00.000Z', appointment },
  ] as const),
  word.map((outcome) => ['dossier.finish', { outcome }] as const),
  word.map((to) => ['dossier.returnResult', { to, channel: 'counter' }] as const),
  fc.tuple(word, fc.boolean()).map(([reason, withdrawn]) => ['dossier.stop', { reason, withdrawn }] as const),
);
const acts = fc
  .array(fc.tuple(payload, fc.nat({ max: 9 }), fc.constantFrom('A-DESK', 'B-DESK')), { maxLength: 12 })
  .map((list) =>
    list.map(
      ([[type, value], base, device], index): Operation =>
        anOperation(type, value, { id: 200 + index, base, device }) as Operation,
    ),
  );

/** Applies acts in order; what is refused leaves the dossier as it was. */
function fold(operations: readonly Operation[], begun?: Dossier) {
  let entity = begun;
  const accepted: Operation[] = [];
  for (const operation of operations) {
    const result = apply(entity, operation, context);
    if (!result.ok) continue;
    entity = result.value.entity;
    accepted.push(operation);
  }
  if (!entity) throw new Error('no reception');
  return { entity, accepted };
}

describe('any order of acts of two desks', () => {
  it('gives the same dossier every time and never one that is in no known state', () => {
    const states = new Set(Object.values(transitions).flatMap(({ from, to }) => (to ? [...from, to] : from)));
    holds(
      fc.property(acts, (list) => {
        const { entity, accepted } = fold([receive(), ...list]);
        expect(fold([receive(), ...list]).entity).toEqual(entity);
        expect(states.has(entity.status)).toBe(true);
        expect(entity.version).toBe(accepted.length);
        expect(entity.timeline.map((step) => step.operation)).toEqual(accepted.map((act) => act.id));
      }),
    );
  });
  it('does nothing twice: acts folded over a row that holds them already change nothing (R-SYNC-2)', () => {
    holds(
      fc.property(acts, (list) => {
        const { entity, accepted } = fold([receive(), ...list]);
        expect(fold(accepted, entity).entity).toBe(entity);
      }),
    );
  });
  it('keeps every word of an accepted step: in the timeline or among the lost texts', () => {
    holds(
      fc.property(acts, (list) => {
        const { entity, accepted } = fold([receive(), ...list]);
        const kept = JSON.stringify([entity.timeline, entity.lost]);
        for (const act of accepted) {
          if (act.type === 'dossier.amend') continue;
          for (const said of JSON.stringify(act.payload).match(/Lời \d+/g) ?? [])
            expect(kept).toContain(said);
        }
      }),
    );
  });
  it('answers every act with a verdict that names its reason', () => {
    holds(
      fc.property(acts, (list) => {
        const { entity } = fold([receive()]);
        for (const act of list) {
          const verdict = verdictOf(apply(entity, act, context));
          expect(verdict.result === 'applied' || verdict.result === 'merged').toBe(
            verdict.code === undefined,
          );
        }
      }),
    );
  });
});
