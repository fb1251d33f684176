import { expect, test } from 'vitest';
import { anOpenCounter } from '../builders/a-machine.ts';

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n');

test('no clear copy of a scan is left once it is attached', async () => {
  const { core, machine } = await anOpenCounter();
  machine.disk.scans.push({ name: 'to-khai.pdf', bytes: pdf });
  const answer = await core.call('takeScan');
  expect(answer).toMatchObject({ ok: true, value: { name: 'to-khai.pdf', source: 'scan' } });
  expect(machine.disk.taken.size).toBe(0);
});

test('a scan that could not be kept, because the disk is nearly full, is not given up', async () => {
  const { core, machine } = await anOpenCounter();
  machine.disk.scans.push({ name: 'to-khai.pdf', bytes: pdf });
  machine.disk.state = 'no-attachments';
  expect(await core.call('takeScan')).toMatchObject({ ok: false, error: { code: 'disk-no-attachments' } });
  expect([...machine.disk.taken.keys()]).toEqual(['to-khai.pdf']);
});

test('a scan that is no paper is refused and given back', async () => {
  const { core, machine } = await anOpenCounter();
  machine.disk.scans.push({ name: 'la.exe', bytes: new TextEncoder().encode('MZ') });
  expect(await core.call('takeScan')).toMatchObject({ ok: false, error: { code: 'file-type-refused' } });
  expect(machine.disk.taken.size).toBe(0);
});
