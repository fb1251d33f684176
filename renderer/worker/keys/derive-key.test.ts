import { expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { defaultKdf, stretched } from './derive-key.ts';

const argon2id = { name: 'argon2id', version: 19 } as const;

// Vectors of the reference implementation for version 1.3. The vector printed in RFC 9106 §5.3 also uses associated
// data, which no key of the vault has and the library does not offer.
test.each([
  {
    iterations: 2,
    memoryKiB: 65_536,
    parallelism: 1,
    password: 'password',
    salt: 'somesalt',
    tag: '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  },
  {
    iterations: 2,
    memoryKiB: 256,
    parallelism: 1,
    password: 'password',
    salt: 'somesalt',
    tag: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  },
  {
    iterations: 2,
    memoryKiB: 256,
    parallelism: 2,
    password: 'password',
    salt: 'somesalt',
    tag: '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
  },
  {
    iterations: 2,
    memoryKiB: 65_536,
    parallelism: 1,
    password: 'differentpassword',
    salt: 'somesalt',
    tag: '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
  },
])('argon2id gives the reference tag for $password at $memoryKiB KiB, $parallelism lanes', async (vector) => {
  const { password, salt, tag, ...parameters } = vector;
  expect(toHex(await stretched(password, utf8(salt), { ...argon2id, ...parameters }))).toBe(tag);
});

test('new vaults are made with 64 MiB, three passes and one lane', () => {
  expect(defaultKdf).toEqual({ ...argon2id, memoryKiB: 65_536, iterations: 3, parallelism: 1 });
});

test('a passphrase typed composed or decomposed is the same secret', async () => {
  const cheap = { ...argon2id, memoryKiB: 64, iterations: 1, parallelism: 1 };
  const salt = utf8('sixteen bytes!!!');
  const words = 'Quầy số một xã Mẫu';
  expect(await stretched(words.normalize('NFD'), salt, cheap)).toEqual(await stretched(words, salt, cheap));
});
