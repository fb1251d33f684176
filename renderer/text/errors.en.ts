/** Data: texts of every error, English. */

import type { viErrors } from './errors.vi.ts';
import { type ProblemText, problem } from './problem-text.ts';

const kept = 'What was saved on this machine is intact.';
const keptAct = 'What the clerk entered is kept on this machine.';
const keptQueue = 'Everything that waits is kept on this machine; nothing has to be typed again.';
const nothing = 'Nothing has been changed.';
const support = 'Write down the code below and tell your support.';

/** Error code → what happened, what is safe, what to do now. */
export const enErrors: Record<keyof typeof viErrors, ProblemText> = {
  'dossier-exists': problem(
    'This dossier was received before.',
    keptAct,
    'Open the existing dossier and check it; do not receive it again.',
  ),
  'dossier-missing': problem(
    'The dossier of this act was not found.',
    keptAct,
    'Search by its code; if it stays missing, tell your support.',
  ),
  'code-taken': problem(
    'The provisional code belongs to another dossier.',
    keptAct,
    'Keep the printed receipt and tell your support, so that both dossiers are compared.',
  ),
  'code-invalid': problem('The provisional code is not well formed.', keptAct, support),
  'status-moved': problem(
    'The dossier moved on before this act arrived.',
    keptAct,
    'Read the new timeline and do it again if it is still needed.',
  ),
  'procedure-unknown': problem(
    'The procedure is not in the province’s pack.',
    keptAct,
    'Choose another procedure; if it is new, ask the province for a new pack.',
  ),
  'procedure-elsewhere': problem(
    'This procedure is not received here.',
    keptAct,
    'Tell the citizen where it is received.',
  ),
  'procedure-not-in-force': problem(
    'The procedure is not in force on the day of reception.',
    keptAct,
    'Choose a procedure in force.',
  ),
  'secret-document': problem(
    'Secret documents may not enter this machine.',
    nothing,
    'Handle the document by the rules on state secrets.',
  ),
  'pack-set-unknown': problem(
    'The receiving side does not hold the rules of this act.',
    keptAct,
    'Ask the province to load the pack set; the act will be looked at again.',
  ),
  'clerk-unknown': problem(
    'The province does not know this clerk.',
    keptAct,
    'Ask the province to register the clerk for this machine.',
  ),
  'not-permitted': problem('The clerk has no right to do this.', keptAct, 'Ask somebody who has the right.'),
  'dependency-refused': problem(
    'This act rests on an earlier one that was not accepted.',
    keptAct,
    'Settle the earlier act, then do this one again.',
  ),
  'signature-invalid': problem(
    'The signature of this act is not right.',
    keptAct,
    'Change nothing more on this machine and tell your support.',
  ),
  malformed: problem('The receiving side could not read what was sent.', keptAct, support),
  internal: problem(
    'The province’s system met an internal error.',
    keptQueue,
    'Nothing to do; the machine sends again by itself.',
  ),
  'method-unknown': problem(
    'Window and background program are of different versions.',
    kept,
    'Close Trạm completely and open it again.',
  ),
  'arguments-invalid': problem('The background program refused this request.', nothing, support),
  'answer-invalid': problem(
    'The background program’s answer could not be read.',
    kept,
    'Close Trạm completely and open it again.',
  ),
  'sender-refused': problem(
    'The background program does not accept this window.',
    kept,
    'Close this window and open Trạm by its icon.',
  ),
  'not-in-this-workspace': problem(
    'This exists in the demonstration office only.',
    nothing,
    'Please go on working.',
  ),
  'disk-full': problem(
    'The disk is nearly full, so nothing more is written.',
    kept,
    'Remove files outside Trạm, then do the last act again.',
  ),
  'disk-failed': problem(
    'The machine could not write to its disk.',
    'What was reported as saved is kept; the last act is not saved.',
    'Try once more; if it fails again, stop using this machine and tell your support.',
  ),
  'file-missing': problem(
    'A file is missing on this machine.',
    kept,
    'Attach it again from the paper, or tell your support.',
  ),
  'journal-damaged': problem(
    'Part of the local journal is damaged.',
    'What can be read is kept and is not deleted.',
    'Stop receiving on this machine and tell your support.',
  ),
  'journal-moved': problem(
    'Another window has just written to the journal of this machine.',
    'Nothing was written from this window; what you typed is still here.',
    'Close the other window and press again.',
  ),
  'vault-damaged': problem(
    'The key file of this machine is damaged.',
    'The dossiers are kept but cannot be opened now.',
    'Do not enrol again; ask your support to restore the key file.',
  ),
  'machine-secret-lost': problem(
    'The operating system no longer opens this machine’s key.',
    'The dossiers are kept but cannot be opened now.',
    'Log in with the computer account used before, or tell your support.',
  ),
  'line-unreachable': problem(
    'The province cannot be reached.',
    keptQueue,
    'Please go on working; sending starts by itself when the line is back.',
  ),
  'line-timeout': problem(
    'The province answers too slowly.',
    keptQueue,
    'Please go on working; the machine tries again by itself.',
  ),
  'answer-too-large': problem('An answer was too large and was dropped.', keptQueue, support),
  'print-failed': problem(
    'The printer did not print.',
    'The dossier is received and its receipt is stored.',
    'Check the printer, open the dossier and press “Print the receipt again”.',
  ),
  'too-large': problem(
    'The batch is larger than the province allows.',
    keptQueue,
    'The machine splits it and sends again; if this stays, tell your support.',
  ),
  'device-unknown': problem(
    'The province does not know this machine.',
    keptQueue,
    'Ask the province to check its enrolment.',
  ),
  'device-revoked': problem(
    'The province has revoked this machine.',
    keptQueue,
    'Stop receiving on this machine and contact the province.',
  ),
  'not-found': problem('The province has no such address.', keptQueue, support),
  'hash-mismatch': problem(
    'A file arrived different from the one sent.',
    'The original file is intact on this machine.',
    'Nothing to do; the file is sent again.',
  ),
  'token-used': problem(
    'This enrolment file was used by another machine.',
    keptQueue,
    'Ask the province for a new enrolment file.',
  ),
  'too-many': problem(
    'The province has too much to do.',
    keptQueue,
    'Nothing to do; the machine waits and sends again.',
  ),
  busy: problem('The province is busy.', keptQueue, 'Nothing to do; the machine waits and sends again.'),
  'clock-skew': problem(
    'This machine’s clock is too far from the province’s.',
    keptQueue,
    'Set date and time of the computer; sending then goes on by itself.',
  ),
  'host-gone': problem(
    'The background program of Trạm has stopped.',
    kept,
    'Open Trạm again by its icon; the draft being typed comes back.',
  ),
  'answer-foreign': problem(
    'There is a line, but what answers is not the province.',
    keptQueue,
    'If the network asks for a login (public Wi-Fi), log in there; sending goes on by itself.',
  ),
  'answer-broken': problem(
    'The province’s answer was cut or unreadable.',
    keptQueue,
    'Nothing to do; the machine sends again and never twice.',
  ),
  'answer-stale': problem(
    'The province’s answer belonged to an earlier exchange and was dropped.',
    keptQueue,
    'Nothing to do; the machine asks again.',
  ),
  'request-refused': problem('The province refused this exchange.', keptQueue, support),
  'signature-refused': problem(
    'The province refused this machine’s signature.',
    keptQueue,
    'Check date and time of the computer; if it stays, tell your support.',
  ),
  'gateway-busy': problem(
    'The province is busy.',
    keptQueue,
    'Nothing to do; the machine waits and sends again.',
  ),
  'gateway-failed': problem(
    'The province’s system met an internal error.',
    keptQueue,
    'Nothing to do; the machine sends again by itself.',
  ),
  'operation-undeliverable': problem(
    'One act could not be delivered, even alone.',
    keptQueue,
    'All others are delivered. Tell your support the code below.',
  ),
  'secret-wrong': problem(
    'The secret is not right.',
    'The data on this machine stay locked.',
    'Check Num Lock, Caps Lock and the input method, then type it again.',
  ),
  'secret-wait': problem(
    'After a wrong try the machine waits {detail} seconds.',
    'The data on this machine stay locked.',
    'Wait and type it again; there is no need to restart.',
  ),
  'secret-missing': problem(
    'No secret was set for {detail}.',
    nothing,
    'Set one for every clerk and enrol again.',
  ),
  'pin-too-short': problem('The PIN of {detail} is too short.', nothing, 'Choose 6 digits or more.'),
  'passphrase-too-short': problem(
    'The passphrase of {detail} is too short.',
    nothing,
    'Choose 12 characters or more.',
  ),
  'not-locked': problem('The machine is already open.', kept, 'Go on working, or lock it and unlock again.'),
  locked: problem('The machine is locked.', kept, 'Unlock it and do the last act again.'),
  'already-enrolled': problem(
    'This machine is enrolled already.',
    kept,
    'Open Trạm again and unlock as usual.',
  ),
  'enrolment-malformed': problem(
    'This is not an enrolment file.',
    nothing,
    'Choose the file issued by the province, unchanged.',
  ),
  'enrolment-signature-invalid': problem(
    'The province’s signature on the enrolment file is not right.',
    nothing,
    'Do not use this file; ask the province for another.',
  ),
  'enrolment-expired': problem(
    'The enrolment file has expired.',
    nothing,
    'Ask for a new one; if the computer’s date is wrong, set it and try again.',
  ),
  'pack-set-malformed': problem(
    'The rules in the enrolment file cannot be read.',
    nothing,
    'Ask the province for a new enrolment file.',
  ),
  'pack-set-signature-invalid': problem(
    'The rules in the enrolment file do not carry the province’s signature.',
    nothing,
    'Do not use this file; ask the province for a new one and tell it where this one came from.',
  ),
  'pack-set-content-changed': problem(
    'The rules in the enrolment file have been changed.',
    nothing,
    'Do not use this file; ask the province for a new one.',
  ),
  'pack-set-demonstration': problem(
    'This enrolment file holds fictional data and is not for a real office.',
    nothing,
    'Choose the file the province has issued for the office.',
  ),
  'pack-set-unverified-value': problem(
    'The rules hold a value that nobody has verified.',
    nothing,
    'Ask the province to check the rules and to issue the file again.',
  ),
  'store-unopenable': problem(
    'The working database cannot be opened.',
    'Everything shown as saved is still in the journal on this computer.',
    'Close other Trạm windows, restart the computer and open it again; if it fails, call support.',
  ),
  'vault-newer': problem(
    'The key file was made by a newer version.',
    kept,
    'Install a newer Trạm and open it again.',
  ),
  'start-failed': problem(
    'The local store could not be opened.',
    kept,
    'Press “Reopen the screen”; if it stays, write down the code and tell your support.',
  ),
  'other-window': problem('Trạm is open in another window.', kept, 'Return to the other window.'),
  'taken-over': problem('Moved to another window.', kept, 'Work in the other window.'),
  'draft-invalid': problem(
    'Something in the reception is not right yet.',
    'The draft is intact; nothing has been written down.',
    'Correct the marked place and press F9 again.',
  ),
  'command-used': problem(
    'This command belongs to another dossier.',
    'The dossier written down is intact.',
    'Look into the list before receiving again.',
  ),
  'outcome-unknown': problem(
    'It is not known yet whether the last act was written down.',
    'If it was, it stands in the journal and is never written twice.',
    'Press the same key again; the machine asks the journal first.',
  ),
  'written-not-shown': problem(
    'The act is in the journal but the screen is behind.',
    'Nothing is lost, nothing has to be typed again.',
    'Reopen the screen; the machine completes it by itself.',
  ),
  'pack-set-missing': problem(
    'There are no rules for this day.',
    'The draft is intact.',
    'Check the computer’s date; if it is right, ask the province for new rules.',
  ),
  'procedure-missing': problem(
    'No procedure is chosen.',
    'The draft is intact.',
    'Choose the procedure and press F9 again.',
  ),
  'disk-no-attachments': problem(
    'The disk is nearly full, so files are not taken for now.',
    'Dossiers can still be received, without files.',
    'Remove files outside Trạm and attach again.',
  ),
  'receipt-elsewhere': problem(
    'This receipt was printed on another machine and is not here yet.',
    kept,
    'Print it again on the machine that received the dossier.',
  ),
  'file-damaged': problem('The file is damaged.', nothing, 'Scan or photograph the paper again.'),
  'file-empty': problem('The file is empty.', nothing, 'Choose another file or scan again.'),
  'file-mislabelled': problem(
    'The file’s content does not fit its name.',
    nothing,
    'Save it as PDF, JPEG or PNG and choose it again.',
  ),
  'file-too-large': problem(
    'The file is larger than allowed.',
    nothing,
    'Scan again at a lower resolution (150 dpi will do).',
  ),
  'file-type-refused': problem('Files of this kind are not taken.', nothing, 'Use PDF, JPEG or PNG.'),
  'pdf-encrypted': problem(
    'The PDF has a password.',
    nothing,
    'Remove the password or scan the paper again.',
  ),
  unknown: problem('An error without a known cause.', kept, support),
};
