/** One object of a PDF as it stands in the file: the text of its value, and the raw bytes of its stream. */
export interface PdfObject {
  readonly value: string;
  readonly stream?: Uint8Array;
}

export interface PdfFile {
  /** one more than the highest object number */
  readonly size: number;
  readonly root: string;
  readonly info: string;
  readonly id: string;
  /** where the cross-reference table begins */
  readonly xref: number;
  readonly objects: ReadonlyMap<number, PdfObject>;
}

const decoder = new TextDecoder('latin1');

/**
 * Reads a PDF that `makePdf` wrote: one classic cross-reference table, every object whole and of generation 0. Throws on
 * anything else, because only our own stored slips are ever read.
 */
export function readPdf(pdf: Uint8Array): PdfFile {
  const text = decoder.decode(pdf);
  const xref = Number(found(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)));
  const tail = text.slice(xref);
  const size = Number(found(/\/Size (\d+)/.exec(tail)));
  const lines = tail.split('\n').slice(2, 2 + size);
  const objects = new Map<number, PdfObject>();
  for (const [number, line] of lines.entries())
    if (/ n ?$/.test(line.trimEnd())) objects.set(number, readObject(pdf, text, Number(line.slice(0, 10))));
  return {
    size,
    root: found(/\/Root (\d+ 0 R)/.exec(tail)),
    info: found(/\/Info (\d+ 0 R)/.exec(tail)),
    id: found(/\/ID (\[[^\]]*\])/.exec(tail)),
    xref,
    objects,
  };
}

function readObject(pdf: Uint8Array, text: string, offset: number): PdfObject {
  const start = text.indexOf('obj\n', offset) + 4;
  const streamAt = text.indexOf('\nstream\n', start);
  const endAt = text.indexOf('\nendobj', start);
  if (endAt < 0) throw new Error('pdf: an object has no end');
  if (streamAt < 0 || streamAt > endAt) return { value: text.slice(start, endAt) };
  const value = text.slice(start, streamAt);
  const from = streamAt + '\nstream\n'.length;
  return { value, stream: pdf.subarray(from, from + Number(found(/\/Length (\d+)/.exec(value)))) };
}

function found(match: RegExpExecArray | null): string {
  if (!match?.[1]) throw new Error('pdf: not one of our own files');
  return match[1];
}
