import { enDoor } from './en.door.ts';
import { enShell } from './en.shell.ts';
import { enWork } from './en.work.ts';
import { enErrors } from './errors.en.ts';
import type { vi } from './vi.ts';

/** The same in English, key by key. */
export const en: typeof vi = { shell: enShell, door: enDoor, work: enWork, errors: enErrors };
