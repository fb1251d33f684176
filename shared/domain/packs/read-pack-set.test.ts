import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aPackSet } from '../../../tests/builders/a-pack-set.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { PackSet } from './pack-set.ts';
import { admitPackSet, packSetFor, readPackSet } from './read-pack-set.ts';

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');
/** Stands for the province's key: signs by naming key and text. */
const signature = (text: string) => `key:${text.length}`;
const checks = {
  sha256,
  verify: async (key: string, text: string, signed: string) =>
    key === 'province' && signed === signature(text),
};
const signed = (set: PackSet) => {
  const manifest = canonicalJson(set.manifest);
  return { manifest, signature: signature(manifest), content: canonicalJson(set.content) };
};
const fault = async (value: unknown, key = 'province') => {
  const result = await readPackSet(value, key, checks);
  return result.ok ? 'read' : result.error;
};
const set = aPackSet();

describe('signed rules (R-PACK)', () => {
  it('are read when signature, hash and text fit, and named by the hash of their cover', async () => {
    expect(await readPackSet(signed(set), 'province', checks)).toEqual({ ok: true, value: set });
    expect(set.hash).toBe(await sha256(canonicalJson(set.manifest)));
  });
  it('are refused when anything was changed', async () => {
    const good = signed(set);
    expect(await fault(good, 'somebody else')).toBe('pack-set-signature-invalid');
    expect(await fault({ ...good, content: good.content.replace('15:00', '16:00') })).toBe(
      'pack-set-content-changed',
    );
    expect(await fault({ ...good, content: `${good.content} ` })).toBe('pack-set-malformed');
    expect(await fault({ ...good, content: 'x' })).toBe('pack-set-malformed');
    expect(await fault({ ...good, more: 1 })).toBe('pack-set-malformed');
    expect(await fault(undefined)).toBe('pack-set-malformed');
  });
  it('are refused when cover and content say different things', async () => {
    const lying = { ...set, manifest: { ...set.manifest, demonstration: false } };
    expect(await fault(signed(lying))).toBe('pack-set-content-changed');
  });
  it('never carry unverified values into an office', async () => {
    expect(await fault(signed(aPackSet({ demonstration: false })))).toBe('pack-set-unverified-value');
    expect(admitPackSet(set, 'demo').ok).toBe(true);
    expect(admitPackSet(set, 'office')).toEqual({ ok: false, error: 'pack-set-demonstration' });
  });
  it('are chosen by the moment of reception', () => {
    const first = aPackSet({}, { from: '2026-01-01T00:00:00.000Z' });
    const second = aPackSet(
      { title: 'Từ tháng 12' },
      { from: '2026-12-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
    );
    const sets = [second, first];
    expect(packSetFor('2025-12-31T23:59:59.999Z', sets)).toBeUndefined();
    expect(packSetFor('2026-11-30T23:59:59.999Z', sets)).toBe(first);
    expect(packSetFor('2026-12-01T00:00:00.000Z', sets)).toBe(second);
    expect(packSetFor('2027-01-01T00:00:00.000Z', sets)).toBe(first);
  });
});
