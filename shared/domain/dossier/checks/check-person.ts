import { readBirthDate } from '../../identity/birth-date.ts';
import { readPersonName } from '../../identity/person-name.ts';
import { personalIdWarnings, readPersonalId } from '../../identity/personal-id.ts';
import { readPhone } from '../../identity/phone.ts';
import type { Finding } from '../finding.ts';
import type { ReceptionInput } from '../reception-input.ts';
import { checkText } from './check-text.ts';

/** người nộp — name and number are required, the rest is checked when it is there. `today` is the office's local day. */
export function checkPerson(input: ReceptionInput, today: string): Finding[] {
  const { person } = input;
  const found: Finding[] = [];
  const error = (field: Finding['field'], code: Finding['code']): void => {
    found.push({ severity: 'error', field, code });
  };
  const name = readPersonName(person.name.text);
  if (!name.ok) error('name', name.error);
  const personalId = readPersonalId(person.personalId.text);
  if (!personalId.ok) error('personalId', personalId.error);
  const birthDate =
    person.birthDate.text.trim() === '' ? undefined : readBirthDate(person.birthDate.text, today);
  if (birthDate && !birthDate.ok) error('birthDate', birthDate.error);
  if (personalId.ok) {
    const sex = person.sex.text;
    const warnings = personalIdWarnings(personalId.value, {
      ...(birthDate?.ok ? { birthDate: birthDate.value } : {}),
      ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    });
    found.push(...warnings.map((code): Finding => ({ severity: 'warning', field: 'personalId', code })));
  }
  found.push(...checkText('address', person.address.text, 500));
  const phone = person.phone.text.trim() === '' ? undefined : readPhone(person.phone.text);
  if (phone && !phone.ok) error('phone', phone.error);
  return [...found, ...checkSubmitter(input)];
}

/** người được ủy quyền — checked only where somebody else stands at the counter. */
function checkSubmitter(input: ReceptionInput): Finding[] {
  if (input.capacity === 'self') return [];
  const found: Finding[] = [];
  if (input.submitterName.trim() !== '') {
    const name = readPersonName(input.submitterName);
    if (!name.ok) found.push({ severity: 'error', field: 'submitterName', code: name.error });
  }
  if (input.submitterPersonalId.trim() !== '') {
    const personalId = readPersonalId(input.submitterPersonalId);
    if (!personalId.ok) {
      found.push({ severity: 'error', field: 'submitterPersonalId', code: personalId.error });
    }
  }
  return found;
}
