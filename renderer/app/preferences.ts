import type { Language } from '../text/texts.ts';

/** Choices of look and language. Not personal: they say nothing about any clerk or citizen. */
export interface Preferences {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
}

const KEY = 'tram.preferences';
const usual: Preferences = { language: 'vi', theme: 'system' };

/** What was chosen on this machine; the usual look when nothing (or something unreadable) is stored. */
export function readPreferences(storage: Pick<Storage, 'getItem'>): Preferences {
  try {
    const stored = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      language: stored.language === 'en' ? 'en' : usual.language,
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : usual.theme,
    };
  } catch {
    return usual;
  }
}

/** Keeps the choice. A full or refused storage is no reason to disturb a clerk. */
export function writePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // the choice then lasts until the window closes
  }
}
