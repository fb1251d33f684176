import { formatLocal } from '../../../shared/lib/local-time.ts';
import type { FormDefinition } from './form-definition.ts';
import { type FormFonts, makePdf } from './make-pdf.ts';
import { type PdfFile, type PdfObject, readPdf } from './pdf-objects.ts';

const MARK = 'TramReprint';

/**
 * The stored slip marked "In lại" with the moment of printing (`at`, an instant). The stored bytes stay as they are, byte for
 * byte, at the head of the answer; the mark is a PDF update after them, so anybody can cut it off and compare.
 */
export async function markReprint(pdf: Uint8Array, at: string, fonts: FormFonts): Promise<Uint8Array> {
  const slip = readPdf(pdf);
  const mark = readPdf(await makePdf(markDefinition(at), fonts));
  return appended(pdf, slip, updatesFor(slip, mark));
}

function markDefinition(at: string): FormDefinition {
  return {
    pageSize: 'A5',
    pageMargins: [34, 5, 34, 0],
    info: { title: 'In lại', author: 'Trạm', creator: 'Trạm', producer: 'Trạm', creationDate: new Date(at) },
    defaultStyle: { font: 'Tinos', fontSize: 9 },
    content: [{ text: `In lại lúc ${formatLocal(at)}`, bold: true, alignment: 'right' }],
  };
}

type Updates = Map<number, PdfObject>;

/** New and replaced objects: the mark as one form drawn on every page of the slip. */
function updatesFor(slip: PdfFile, mark: PdfFile): Updates {
  const updates: Updates = new Map();
  const moved = (value: string): string =>
    value.replace(/(\d+) 0 R/g, (_, number: string) => `${Number(number) + slip.size} 0 R`);
  const page = pagesOf(mark)[0];
  if (!page) throw new Error('pdf: the mark has no page');
  for (const number of neededBy(mark, [
    reference(page.value, 'Contents'),
    reference(page.value, 'Resources'),
  ])) {
    const object = mark.objects.get(number);
    if (object) updates.set(number + slip.size, { ...object, value: moved(object.value) });
  }
  const contents = reference(page.value, 'Contents') + slip.size;
  const drawing = updates.get(contents);
  if (!drawing) throw new Error('pdf: the mark has no content');
  const resources = reference(page.value, 'Resources') + slip.size;
  updates.set(contents, { ...drawing, value: asForm(drawing.value, resources) });
  const before = slip.size + mark.size;
  updates.set(before, content('q\n'));
  updates.set(before + 1, content(`Q\nq\n/${MARK} Do\nQ\n`));
  for (const one of pagesOf(slip)) {
    const own = reference(one.value, 'Contents');
    const list = `/Contents [${before} 0 R ${own} 0 R ${before + 1} 0 R]`;
    updates.set(one.number, { value: one.value.replace(/\/Contents \d+ 0 R/, list) });
    const resourcesOfPage = reference(one.value, 'Resources');
    const entry = `<<\n/XObject << /${MARK} ${contents} 0 R >>`;
    const value = slip.objects.get(resourcesOfPage)?.value.replace(/^<</, entry);
    if (value === undefined || value.split('/XObject').length !== 2)
      throw new Error('pdf: unknown resources');
    updates.set(resourcesOfPage, { value });
  }
  return updates;
}

/** The objects that can be reached from some of them: drawing and fonts, but not the mark's own catalogue. */
function neededBy(file: PdfFile, from: readonly number[]): ReadonlySet<number> {
  const needed = new Set<number>();
  const open = [...from];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (needed.has(number)) continue;
    needed.add(number);
    for (const [, next] of file.objects.get(number)?.value.matchAll(/(\d+) 0 R/g) ?? [])
      open.push(Number(next));
  }
  return needed;
}

const pagesOf = (file: PdfFile): { number: number; value: string }[] =>
  [...file.objects]
    .filter(([, { value }]) => /\/Type \/Page\n/.test(value))
    .map(([number, { value }]) => ({ number, value }));

function reference(value: string, name: string): number {
  const match = new RegExp(`/${name} (\\d+) 0 R`).exec(value);
  if (!match) throw new Error(`pdf: a page has no ${name}`);
  return Number(match[1]);
}

const asForm = (value: string, resources: number): string =>
  value.replace(
    /^<</,
    `<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 419.53 595.28]\n/Resources ${resources} 0 R`,
  );

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const content = (text: string): PdfObject => ({
  value: `<<\n/Length ${text.length}\n>>`,
  stream: latin1(text),
});

/** The file with an incremental update after it: objects, their table, and a trailer that names the table before. */
function appended(pdf: Uint8Array, slip: PdfFile, updates: Updates): Uint8Array {
  const parts: Uint8Array[] = [pdf, latin1('\n')];
  let length = pdf.byteLength + 1;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.byteLength;
  };
  const entries: string[] = [];
  const numbers = [...updates.keys()].sort((a, b) => a - b);
  for (const number of numbers) {
    const { value, stream } = updates.get(number) ?? { value: 'null' };
    entries.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    add(latin1(`${number} 0 obj\n${value}\n`));
    if (stream) {
      add(latin1('stream\n'));
      add(stream);
      add(latin1('\nendstream\n'));
    }
    add(latin1('endobj\n'));
  }
  const size = Math.max(slip.size, (numbers.at(-1) ?? 0) + 1);
  const trailer = `trailer\n<<\n/Size ${size}\n/Root ${slip.root}\n/Info ${slip.info}\n/ID ${slip.id}\n/Prev ${slip.xref}\n>>\n`;
  add(latin1(`xref\n${entries.join('')}${trailer}startxref\n${length}\n%%EOF\n`));
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
