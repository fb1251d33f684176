/** One photographed page: a baseline JPEG in colour, with its size in pixels. */
export interface PhotoPage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const A4_SHORT_PT = 595;
const A4_LONG_PT = 842;

/** Puts photographed pages into one PDF, each filling an A4 sheet. The JPEG bytes go in unchanged. */
export function pagesToPdf(pages: readonly PhotoPage[]): Uint8Array {
  const text = new TextEncoder();
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? text.encode(part) : part;
    parts.push(bytes);
    length += bytes.byteLength;
  };
  const object = (body: string, stream?: Uint8Array): void => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n${body}\n`);
    if (stream) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  };
  const pageNumber = (i: number): number => 3 + 3 * i;

  add('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  object('<</Type/Catalog/Pages 2 0 R>>');
  object(
    `<</Type/Pages/Kids[${pages.map((_, i) => `${pageNumber(i)} 0 R`).join(' ')}]/Count ${pages.length}>>`,
  );
  pages.forEach(({ jpeg, width, height }, i) => {
    const [w, h] = width > height ? [A4_LONG_PT, A4_SHORT_PT] : [A4_SHORT_PT, A4_LONG_PT];
    const image = pageNumber(i) + 1;
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${image + 1} 0 R>>`,
    );
    object(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.byteLength}>>`,
      jpeg,
    );
    const draw = text.encode(`q ${w} 0 0 ${h} 0 0 cm /I Do Q`);
    object(`<</Length ${draw.byteLength}>>`, draw);
  });
  const start = length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${lines.join('')}`);
  add(`trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);

  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.byteLength;
  }
  return pdf;
}
