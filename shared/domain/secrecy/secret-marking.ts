/** độ mật — the three levels of the state-secrets law, as they stand on a paper. */
export type SecretMarking = 'mật' | 'tối mật' | 'tuyệt mật';

/** Syllables after "mật" that make it an ordinary word: mật khẩu, mật độ, mật ong, mật thư … */
const AFTER = 'khẩu|mã|độ|ong|thiết|thư|vụ|đàm|báo|nghị|hoa|mía|gấu|ngọt';
/** What a marking is said of: "độ mật", "đóng dấu mật", "công văn mật" … */
const BEFORE =
  'độ|dấu|mức|loại|tài liệu|văn bản|công văn|quyết định|kế hoạch|báo cáo|tờ trình|thông báo|phụ lục|hồ sơ';
const HIGHER = new RegExp(`(^|[^\\p{L}])(tối|tuyệt) mật(?! (${AFTER})(?!\\p{L}))(?!\\p{L})`, 'u');
const SAID_OF = new RegExp(`(^|[^\\p{L}])(${BEFORE}) mật(?! (${AFTER})(?!\\p{L}))(?!\\p{L})`, 'u');
/** "mật" alone between hard borders: "(mật)", "Trích lục - Mật", "12 mật.pdf". */
const ALONE = /(^|[^\p{L}\s]) ?mật ?($|[^\p{L}\s])/u;

/**
 * Finds a secrecy marking in a name, subject or note (domain.md R16 and §9: state secrets are never put in).
 * Accents count: "mất", "mát" are other words. "mật" inside an ordinary compound (mật khẩu, bí mật, bảo mật) and as a
 * person's name is no marking; in capitals between other words ("Công văn MẬT số 3") it is.
 */
export function secretMarking(text: string): SecretMarking | undefined {
  const spaced = text
    .normalize('NFC')
    .replace(/_/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const lower = spaced.toLowerCase();
  const higher = HIGHER.exec(lower);
  if (higher) return `${higher[2]} mật` as SecretMarking;
  if (SAID_OF.test(lower) || ALONE.test(lower) || isCapitalMarking(spaced)) return 'mật';
  return undefined;
}

/** "MẬT" as a stamp-like word; not when its neighbours are in capitals too (NGUYỄN VĂN MẬT, BẢO MẬT). */
function isCapitalMarking(text: string): boolean {
  const words = text.split(' ');
  return words.some((word, index) => {
    if (word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') !== 'MẬT') return false;
    const shouted = [words[index - 1], words[index + 1]].some(
      (other) => other !== undefined && /^\p{Lu}{2,}$/u.test(other),
    );
    return !shouted;
  });
}
