import { viErrors } from './errors.vi.ts';
import { viDoor } from './vi.door.ts';
import { viShell } from './vi.shell.ts';
import { viWork } from './vi.work.ts';

/** Every Vietnamese text of the screens but the reception's, by part. Traditional spelling, NFC. */
export const vi = { shell: viShell, door: viDoor, work: viWork, errors: viErrors };
