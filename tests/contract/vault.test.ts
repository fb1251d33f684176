import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { SessionView } from '../../renderer/worker/api.ts';
import { openVault } from '../../renderer/worker/keys/key-ring.ts';
import { decodeVault } from '../../renderer/worker/keys/vault-file.ts';
import { webIds, webVerifier } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, PIN, seen } from '../builders/a-machine.ts';
import { anEnrolmentFile } from '../builders/an-enrolment.ts';

const both = (secret: string) => ['lan.nt', 'minh.tv'].map((clerk) => ({ clerk, secret }));

function vaultOf(machine: Machine) {
  const read = decodeVault(machine.disk.vault ?? new Uint8Array());
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

async function keysOf(machine: Machine, clerk = 'lan.nt') {
  const opened = await openVault(vaultOf(machine), clerk, PIN, machine.host);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

test('the keys of device and clerk survive the loss of every database', async () => {
  const { core, machine } = await anOpenCounter();
  const before = vaultOf(machine);
  await core.close();
  machine.databases = new IDBFactory();
  const again = machine.start();
  await open(again);
  await again.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  const { machine: keys, clerk } = await keysOf(machine);
  expect(keys.devicePublicKey).toBe(before.device.publicKey);
  expect(await webVerifier.verify(before.device.publicKey, 'x', await keys.device.sign('x'))).toBe(true);
  const publicKey = before.clerks[0]?.publicKey ?? '';
  expect(await webVerifier.verify(publicKey, 'x', await clerk.signer.sign('x'))).toBe(true);
});

test('no opened key can leave the worker', async () => {
  const { machine } = await anOpenCounter();
  const { machine: keys } = await keysOf(machine);
  for (const key of [keys.dataKey, await keys.monthKey('2026-11')]) {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  }
});

test('a wrong PIN opens nothing, is counted on disk, and after five tries has to wait', async () => {
  const { core, machine } = await anOpenCounter();
  await core.call('lock');
  for (let tried = 1; tried <= 6; tried++) {
    const answer = await core.call('unlock', { clerk: 'lan.nt', secret: '000000' });
    expect(answer).toEqual({ ok: false, error: { code: 'secret-wrong', detail: String(tried) } });
  }
  expect(machine.disk.attempts).toBe(6);
  expect(await core.call('unlock', { clerk: 'lan.nt', secret: PIN })).toMatchObject({
    ok: false,
    error: { code: 'secret-wait' },
  });
  expect(((await seen(core, 'session')) as SessionView).failedAttempts).toBe(6);
});

test("one clerk's secret does not open another one's key", async () => {
  const machine = aMachine();
  const core = machine.start();
  const secrets = [
    { clerk: 'lan.nt', secret: '111111' },
    { clerk: 'minh.tv', secret: '222222' },
  ];
  await core.call('enrol', { file: await anEnrolmentFile(), secrets });
  expect(await core.call('unlock', { clerk: 'lan.nt', secret: '222222' })).toMatchObject({
    error: { code: 'secret-wrong' },
  });
  expect((await core.call('unlock', { clerk: 'minh.tv', secret: '222222' })).ok).toBe(true);
});

test('a key moved to another place of the vault does not open', async () => {
  const { machine } = await anOpenCounter();
  const vault = vaultOf(machine);
  const [first, second] = vault.clerks;
  if (!first || !second) throw new Error('two clerks expected');
  const swapped = { ...vault, clerks: [{ ...first, signingKey: second.signingKey }, second] };
  expect(await openVault(swapped, 'lan.nt', PIN, machine.host)).toEqual({ ok: false, error: 'secret-wrong' });
});

test('a vault of a later release or a damaged one is named, never overwritten', async () => {
  for (const [first, code] of [
    [2, 'vault-newer'],
    [0, 'vault-damaged'],
  ] as const) {
    const machine = aMachine();
    machine.disk.vault = new Uint8Array([first, 123, 125]);
    const core = machine.start();
    const enrolled = await core.call('enrol', { file: await anEnrolmentFile(), secrets: both(PIN) });
    expect(enrolled).toMatchObject({ ok: false, error: { code: 'already-enrolled' } });
    expect(await seen(core, 'session')).toMatchObject({ phase: 'failed', problem: { code } });
    expect(machine.disk.vault[0]).toBe(first);
  }
});

test('an enrolment that was changed, has expired or is no enrolment is refused and nothing is written', async () => {
  const machine = aMachine();
  const core = machine.start();
  const file = await anEnrolmentFile();
  const attempts = {
    'enrolment-signature-invalid': file.replace('Quầy 1', 'Quầy 2'),
    'enrolment-expired': await anEnrolmentFile({ expiresAt: '2026-11-22T00:00:00.000Z' }),
    'enrolment-malformed': '{"enrolment":"{}","signature":"x"}',
  };
  for (const [code, text] of Object.entries(attempts))
    expect(await core.call('enrol', { file: text, secrets: both(PIN) })).toMatchObject({
      ok: false,
      error: { code },
    });
  expect(await core.call('enrol', { file, secrets: both('12345') })).toMatchObject({
    error: { code: 'pin-too-short' },
  });
  expect(await core.call('enrol', { file, secrets: [] })).toMatchObject({
    error: { code: 'secret-missing' },
  });
  expect(machine.disk.vault).toBeUndefined();
});

test('an office takes no fictional rules and asks for a passphrase of twelve characters', async () => {
  const machine = aMachine({}, 'office');
  const core = machine.start();
  const demonstration = await anEnrolmentFile();
  expect(await core.call('enrol', { file: demonstration, secrets: both('twelve chars') })).toMatchObject({
    error: { code: 'pack-set-demonstration' },
  });
});

test('enrolling twice is refused', async () => {
  const { core } = await anOpenCounter();
  expect(await core.call('enrol', { file: await anEnrolmentFile(), secrets: both(PIN) })).toMatchObject({
    error: { code: 'already-enrolled' },
  });
});
