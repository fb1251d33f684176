import type { Page } from '@playwright/test';

const KEY_GAP_S = 0.004;
const PROCESS = 229;
const BACKSPACE = 8;

/**
 * A card held under a wedge scanner while a Vietnamese input method is on: every twelfth key is swallowed by it (229, as
 * Windows tells it) or preceded by the Backspace with which it rewrites a letter.
 */
export async function scanThroughInputMethod(
  page: Page,
  text: string,
  damage: 'process' | 'backspace',
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let at = Date.now() / 1000;
  const sent: Promise<unknown>[] = [];
  const strike = (key: Readonly<Record<string, string | number>>, type: 'keyDown' | 'rawKeyDown') => {
    at += KEY_GAP_S;
    sent.push(session.send('Input.dispatchKeyEvent', { ...key, type, timestamp: at }));
    sent.push(session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: at + 0.001 }));
  };
  for (const [index, char] of [...text].entries()) {
    const spoilt = index % 12 === 11;
    if (spoilt && damage === 'process')
      strike({ key: 'Process', windowsVirtualKeyCode: PROCESS }, 'rawKeyDown');
    else {
      if (spoilt)
        strike({ key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: BACKSPACE }, 'rawKeyDown');
      strike({ text: char, unmodifiedText: char, key: char }, 'keyDown');
    }
  }
  strike({ key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }, 'rawKeyDown');
  await Promise.all(sent);
  await session.detach();
}
