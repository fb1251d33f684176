import { en } from './en.ts';
import { vi } from './vi.ts';

export type Language = 'vi' | 'en';

/** One key type for both languages: what Vietnamese says, English must say too, and nothing else. */
export type Texts = typeof vi;

export const tables: Readonly<Record<Language, Texts>> = { vi, en };
