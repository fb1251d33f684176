import type { CardReading } from '../../../../shared/domain/identity/card-qr.ts';
import type { PersonField } from '../draft/change-draft.ts';

/** A card's values as the fields of the screen write them. */
export function cardTexts(card: CardReading): Partial<Record<PersonField, string>> {
  return {
    name: card.name,
    personalId: card.personalId,
    birthDate: card.birthDate.split('-').reverse().join('/'),
    sex: card.sex,
    address: card.address,
  };
}
