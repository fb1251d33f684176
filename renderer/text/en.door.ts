import type { viDoor } from './vi.door.ts';

/** Enrolment and unlock. */
export const enDoor: typeof viDoor = {
  enrolTitle: 'Enrol this machine',
  enrolLead: 'Choose the enrolment file issued by the province. No line is needed.',
  enrolChoose: 'Choose the enrolment file',
  enrolDrop: 'or drop the file here',
  enrolAgency: 'Agency',
  enrolDevice: 'Machine',
  enrolOther: 'Choose another file',
  enrolSecretsPin: 'Each clerk sets her own PIN, typed twice.',
  enrolSecretsPassphrase: 'Each clerk sets her own passphrase (12 characters or more), typed twice.',
  pinOf: (name) => `PIN of ${name}`,
  pinAgainOf: (name) => `PIN of ${name} again`,
  passphraseOf: (name) => `Passphrase of ${name}`,
  passphraseAgainOf: (name) => `Passphrase of ${name} again`,
  secretsDiffer: 'The two entries differ',
  pinShort: 'A PIN needs 6 digits or more, digits only',
  passphraseShort: 'A passphrase needs 12 characters or more',
  enrolFinish: 'Enrol and open',
  enrolBusy: 'Making keys, a few seconds please…',
  demonstrationNote:
    'Demonstration office: a PIN serves sample data only and is not safe enough for real dossiers.',
  preparing: 'Preparing the demonstration office…',
  demonstrationPin: (pin) => `Demonstration PIN of every sample clerk: ${pin}`,
  unlockTitle: 'Who is on duty?',
  chooseClerk: 'Clerk on duty',
  pin: 'PIN',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  waiting: (n) => `${n} acts wait on this machine to be sent; unlock to go on sending.`,
  nothingWaiting: 'Nothing waits to be sent.',
  attempts: (n) =>
    `${n === 1 ? '1 wrong try' : `${n} wrong tries`}. With every wrong try the machine waits longer before the next one.`,
  keysHint: '← → choose the clerk, type the secret, Enter',
  office: 'Agency',
};
