import type { Page } from '@playwright/test';

const KEY_GAP_S = 0.004;

/**
 * A card held under a keyboard-wedge scanner: every character as one key, 4 ms apart by the keys' own time stamps, Enter at
 * the end. Goes through the browser's input path, so the page cannot tell it from a device.
 */
export async function scanCard(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let at = Date.now() / 1000;
  const sent: Promise<unknown>[] = [];
  const strike = (key: Readonly<Record<string, string | number>>, type: 'keyDown' | 'rawKeyDown') => {
    at += KEY_GAP_S;
    sent.push(session.send('Input.dispatchKeyEvent', { ...key, type, timestamp: at }));
    sent.push(session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: at + 0.001 }));
  };
  for (const char of text) strike({ text: char, unmodifiedText: char, key: char }, 'keyDown');
  strike({ key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }, 'rawKeyDown');
  await Promise.all(sent);
  await session.detach();
}
