import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import type { FormFonts } from './make-pdf.ts';

async function load(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`font missing: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The fonts that came with the program, from its own origin. */
export async function loadFormFonts(): Promise<FormFonts> {
  const [regularBytes, boldBytes, italicBytes] = await Promise.all([load(regular), load(bold), load(italic)]);
  return { regular: regularBytes, bold: boldBytes, italic: italicBytes };
}
