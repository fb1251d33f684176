import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createVaultFile, type MachineSecret } from '../../electron/host/vault-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

/** A machine secret that turns the bytes round; `foreign` is another machine. */
function machine(stale = false): MachineSecret & { foreign: boolean; sealings: number } {
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  const secret = {
    foreign: false,
    sealings: 0,
    seal: async (bytes: Uint8Array) => {
      secret.sealings++;
      return turned(bytes);
    },
    open: async (bytes: Uint8Array) => {
      if (secret.foreign) throw new Error('not mine');
      return { bytes: turned(bytes), stale: stale && secret.sealings < 2 };
    },
  };
  return secret;
}

test('a machine without vault says so', async () => {
  const vault = createVaultFile(temporaryFolder(), undefined);
  expect(await vault.vaultRead()).toEqual({ file: undefined, failedAttempts: 0 });
});

test('the vault on disk begins with its mark, version and layer, and the former one stays beside it', async () => {
  const folder = temporaryFolder();
  const vault = createVaultFile(folder, undefined);
  await vault.vaultWrite(bytesOf('cũ'));
  await vault.vaultWrite(bytesOf('mới'));
  expect(textOf((await vault.vaultRead()).file)).toBe('mới');
  const file = readFileSync(path.join(folder, 'vault'));
  expect(file.subarray(0, 7).toString()).toBe('TRAMVLT');
  expect([...file.subarray(7, 9)]).toEqual([1, 0]);
  expect(readFileSync(path.join(folder, 'vault.old')).subarray(9).toString()).toBe('cũ');
  expect(readdirSync(folder).sort()).toEqual(['vault', 'vault.old']);
});

test('a vault cut short or gone is replaced by the former one', async () => {
  const folder = temporaryFolder();
  const vault = createVaultFile(folder, undefined);
  await vault.vaultWrite(bytesOf('cũ'));
  await vault.vaultWrite(bytesOf('mới'));
  writeFileSync(path.join(folder, 'vault'), 'TRAM');
  expect(textOf((await vault.vaultRead()).file)).toBe('cũ');
  rmSync(path.join(folder, 'vault'));
  expect(textOf((await vault.vaultRead()).file)).toBe('cũ');
  // a damaged file never becomes the spare one
  writeFileSync(path.join(folder, 'vault'), 'TRAM');
  await vault.vaultWrite(bytesOf('sau'));
  expect(readFileSync(path.join(folder, 'vault.old')).subarray(9).toString()).toBe('cũ');
});

test('a vault that is not ours is named damaged, not empty', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'vault'), 'something else altogether');
  await expect(createVaultFile(folder, undefined).vaultRead()).rejects.toMatchObject({
    code: 'vault-damaged',
  });
});

test('the machine layer protects the file, and another machine is told what is wrong', async () => {
  const folder = temporaryFolder();
  const secret = machine();
  const vault = createVaultFile(folder, secret);
  await vault.vaultWrite(bytesOf('khóa'));
  const file = readFileSync(path.join(folder, 'vault'));
  expect(file[8]).toBe(1);
  expect(file.includes(Buffer.from('khóa'))).toBe(false);
  expect(textOf((await vault.vaultRead()).file)).toBe('khóa');
  secret.foreign = true;
  await expect(vault.vaultRead()).rejects.toMatchObject({ code: 'machine-secret-lost' });
  await expect(createVaultFile(folder, undefined).vaultRead()).rejects.toMatchObject({
    code: 'machine-secret-lost',
  });
});

test('a vault sealed with an older machine key is sealed again', async () => {
  const folder = temporaryFolder();
  const secret = machine(true);
  const vault = createVaultFile(folder, secret);
  await vault.vaultWrite(bytesOf('khóa'));
  expect(textOf((await vault.vaultRead()).file)).toBe('khóa');
  expect(secret.sealings).toBe(2);
  expect(textOf((await vault.vaultRead()).file)).toBe('khóa');
  expect(secret.sealings).toBe(2);
});

test('wrong secrets are counted on disk before they are tried, wait longer and longer, and are forgiven by the right one', async () => {
  const folder = temporaryFolder();
  for (let tries = 1; tries <= 5; tries++) {
    const counted = await createVaultFile(folder, undefined).vaultAttempt();
    expect(counted).toEqual({ failedAttempts: tries, waitMs: 0 });
  }
  const vault = createVaultFile(folder, undefined);
  expect(await vault.vaultAttempt()).toEqual({ failedAttempts: 6, waitMs: 5_000 });
  expect(await vault.vaultAttempt()).toEqual({ failedAttempts: 7, waitMs: 10_000 });
  expect((await vault.vaultRead()).failedAttempts).toBe(7);
  await vault.vaultOpened();
  expect((await vault.vaultRead()).failedAttempts).toBe(0);
});
