/** The parts of pdfmake's own bundle that are used; its published declarations would bring Node's types into the worker. */
declare module 'pdfmake/build/pdfmake.js' {
  interface PdfMaker {
    readonly virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
    readonly setFonts: (fonts: Record<string, Record<string, string>>) => void;
    readonly createPdf: (definition: object) => { getBuffer: () => Promise<Uint8Array> };
  }
  const maker: PdfMaker;
  // biome-ignore lint/style/noDefaultExport: that is how the bundle exports it
  export default maker;
}
