import { expect, test } from 'vitest';
import { concat, utf8 } from '../keys/bytes.ts';
import { checkFile } from './check-file.ts';

const MIB = 1_048_576;
const pdf = (inside = '') => utf8(`%PDF-1.4\n1 0 obj<<${inside}>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n`);
const png = concat(
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  utf8('IHDR'),
  new Uint8Array(17),
  utf8('IEND'),
);
const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0, 0xff, 0xd9,
]);
const check = (name: string, bytes: Uint8Array) => {
  const checked = checkFile(name, bytes, 20 * MIB);
  return checked.ok ? checked.value : checked.error.code;
};

test('PDF, JPEG and PNG are taken by what they contain', () => {
  expect(check('to-khai.pdf', pdf())).toBe('application/pdf');
  expect(check('anh.JPG', jpeg)).toBe('image/jpeg');
  expect(check('anh.png', png)).toBe('image/png');
  expect(check('khong-duoi', pdf())).toBe('application/pdf');
});

test('an empty, oversized or foreign file is refused with its own reason', () => {
  expect(check('a.pdf', new Uint8Array())).toBe('file-empty');
  expect(check('a.pdf', new Uint8Array(20 * MIB + 1))).toBe('file-too-large');
  expect(check('a.docx', utf8('PK\u0003\u0004 word'))).toBe('file-type-refused');
  expect(check('a.exe', utf8('MZ'))).toBe('file-type-refused');
});

test('a file whose name says something else than its content is refused', () => {
  expect(check('anh.jpg', pdf())).toBe('file-mislabelled');
  expect(check('to-khai.pdf', png)).toBe('file-mislabelled');
  expect(check('to-khai.pdf', utf8('<html>not a pdf</html>'))).toBe('file-mislabelled');
  expect(check('to-khai.exe', pdf())).toBe('file-mislabelled');
});

test('an encrypted PDF is refused, one that only speaks of encryption metadata is not', () => {
  expect(check('a.pdf', pdf('/Encrypt 5 0 R'))).toBe('pdf-encrypted');
  expect(check('a.pdf', pdf('/EncryptMetadata false'))).toBe('application/pdf');
});

test('a file cut on the way is refused', () => {
  expect(check('a.pdf', pdf().subarray(0, 20))).toBe('file-damaged');
  expect(check('a.png', png.subarray(0, 30))).toBe('file-damaged');
  expect(check('a.jpg', jpeg.subarray(0, jpeg.length - 2))).toBe('file-damaged');
  expect(check('a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xd9]))).toBe('file-damaged');
});
