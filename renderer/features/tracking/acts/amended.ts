import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';

/** What differs from the dossier as it stands. A phone number may be grouped as typed, but not be taken away. */
export function amended(
  dossier: Dossier,
  typed: { readonly phone: string; readonly note: string },
): { readonly set: { phone?: string; note?: string }; readonly phoneFault: boolean } {
  const phone = typed.phone.replaceAll(/[\s.\-()]/g, '');
  const note = typed.note.normalize('NFC').trim();
  const phoneChanged = phone !== (dossier.applicant.phone ?? '');
  return {
    set: {
      ...(phoneChanged && { phone }),
      ...(note !== (dossier.note ?? '') && { note }),
    },
    phoneFault: phoneChanged && !/^0\d{9,10}$/.test(phone),
  };
}
