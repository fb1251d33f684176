import { decodeUtf8 } from './utf8.ts';

/** Windows-1252 shows the bytes 80–9F as these; the five it leaves undefined come through as themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * UTF-8 bytes that were shown as Latin-1 or Windows-1252 letters ("Nguyá»…n"), put right. Undefined when the text is not of
 * that kind; every byte must fit, so the repair is exact or does not happen.
 */
export function repairMojibake(text: string): string | undefined {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const shown = WINDOWS_1252.indexOf(letter);
    if (shown >= 0) bytes.push(0x80 + shown);
    else if (point <= 0xff) bytes.push(point);
    else return undefined;
  }
  if (bytes.every((byte) => byte < 0x80)) return undefined;
  return decodeUtf8(bytes);
}

/** Signs of broken letters in a text that should be Vietnamese: replacement marks, stray controls, "?" inside a word. */
export const looksBroken = (text: string): boolean =>
  /\ufffd|[\u0080-\u009f]|\p{L}\?|\?\p{L}|[ÃÂÆÄá][\u00a0-\u00bf]|á[º»]|[ÃÂÆÄ][€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]/u.test(
    text,
  );
