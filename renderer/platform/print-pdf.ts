/** Prints a finished PDF through the window's own dialog, for hosts that cannot print by themselves. */
export function printPdf(pdf: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  frame.addEventListener('load', () => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  document.body.append(frame);
  // the dialog keeps reading the document while it is open; a later print replaces nothing, so a minute is enough
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, 60_000);
}
