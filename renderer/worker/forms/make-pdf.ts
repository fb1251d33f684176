/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake/build/pdfmake.js';
import type { FormDefinition } from './form-definition.ts';

/** The whole Tinos family (metric-compatible with Times New Roman, complete Vietnamese), as TrueType bytes. */
export interface FormFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
}

/**
 * Lays a form out. The same definition and fonts give the same bytes on every target: pdfmake's self-contained bundle is
 * used in Node too (own zlib, own buffers), and nothing random goes in as long as `info.creationDate` is given.
 */
export async function makePdf(definition: FormDefinition, fonts: FormFonts): Promise<Uint8Array> {
  pdfmake.virtualfs.writeFileSync('tinos-regular.ttf', fonts.regular);
  pdfmake.virtualfs.writeFileSync('tinos-bold.ttf', fonts.bold);
  pdfmake.virtualfs.writeFileSync('tinos-italic.ttf', fonts.italic);
  pdfmake.setFonts({
    Tinos: {
      normal: 'tinos-regular.ttf',
      bold: 'tinos-bold.ttf',
      italics: 'tinos-italic.ttf',
      bolditalics: 'tinos-bold.ttf',
    },
  });
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
