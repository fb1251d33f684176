import type { Page } from '@playwright/test';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import { scanCard } from '../demo/scanner.ts';
import { goTo } from './lived-in.ts';

/** One thing a clerk can have before her eyes. Scenes run in their order on an office that was lived in. */
export interface Scene {
  readonly name: string;
  /** brings it on the screen, in whichever language is chosen */
  readonly show: (page: Page) => Promise<void>;
}

const card = '001169900009||Đỗ Thị Nguyệt Mẫu|01071969|Nữ|Tổ 9, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021';
const KEY_MS = 65;

const tabs = ['open', 'due-soon', 'overdue', 'supplement', 'to-return', 'waiting', 'all'] as const;

const tab = async (page: Page, name: (typeof tabs)[number]) => {
  await goTo(page, '/ho-so');
  await page.locator('input[name=list-tab]').nth(tabs.indexOf(name)).check({ force: true });
  await page.locator('h1').first().waitFor();
};

const openFirst = async (page: Page, of: (typeof tabs)[number]) => {
  await tab(page, of);
  await page.locator('[role=row][id^="row-"]').first().waitFor();
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('[data-act]').first().waitFor();
};

const act = async (page: Page, name: 'forward' | 'return' | 'amend') => {
  await page.locator(`[data-act=${name}]`).click();
  await page.getByRole('dialog').waitFor();
};

const type = async (page: Page, field: string, text: string) => {
  await page.locator(`[data-field="${field}"]`).focus();
  await page.keyboard.type(text, { delay: KEY_MS });
};

const tracking: readonly Scene[] = [
  ...tabs.map((name) => ({ name: `list-${name}`, show: (page: Page) => tab(page, name) })),
  {
    name: 'list-nothing-found',
    show: async (page) => {
      await tab(page, 'all');
      await page.locator('input[type=search]').fill('zzzz');
      await page.locator('[role=grid]').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'dossier-unsent',
    show: async (page) => {
      await page.locator('input[type=search]').fill('');
      await openFirst(page, 'waiting');
    },
  },
  { name: 'dossier-forward', show: (page) => act(page, 'forward') },
  {
    name: 'dossier-amend',
    show: async (page) => {
      await openFirst(page, 'waiting');
      await act(page, 'amend');
    },
  },
  {
    name: 'dossier-paper',
    show: async (page) => {
      await openFirst(page, 'waiting');
      await page.getByRole('button', { name: /\.pdf/ }).first().click();
      await page.locator('main iframe').waitFor();
    },
  },
  { name: 'dossier-sent', show: (page) => openFirst(page, 'to-return') },
  { name: 'dossier-return', show: (page) => act(page, 'return') },
];

const reception: readonly Scene[] = [
  {
    name: 'reception-empty',
    show: async (page) => {
      await goTo(page, '/tiep-nhan');
      await page.locator('[data-field=name]').waitFor();
    },
  },
  {
    name: 'reception-faults',
    show: async (page) => {
      await page.keyboard.press('F9');
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'reception-procedures',
    show: async (page) => {
      await type(page, 'procedure', 'kh');
      await page.locator('[role=listbox] [role=option]').first().waitFor();
    },
  },
  {
    name: 'reception-filled',
    show: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('[data-paper-tick]').first().waitFor();
      await scanCard(page, card);
      await page.locator('[data-source=scanned]').first().waitFor();
      await type(page, 'phone', '0900000009');
      await page.locator('[data-paper-tick]').first().focus();
      await page.keyboard.press('Enter');
      await page
        .locator('[data-attach]')
        .first()
        .setInputFiles({
          name: 'To-khai.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from(samplePdf('To-khai - fictional')),
        });
      await page.locator('[class*=fileOpen]').first().waitFor();
      await page.locator('[data-paper-tick]').nth(1).focus();
    },
  },
  {
    name: 'reception-file',
    show: async (page) => {
      await page.locator('[class*=fileOpen]').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'reception-camera',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.locator('[data-paper-tick]').first().focus();
      await page.keyboard.press('F7');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'reception-discard',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.locator('[data-discard]').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'reception-scan-refused',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await scanCard(page, card.slice(0, 40));
      await page.locator('[data-scan-problem]').waitFor();
    },
  },
  {
    name: 'reception-received',
    show: async (page) => {
      await page.locator('[data-scan-problem] button').click();
      await page.keyboard.press('F9');
      await page.locator('[data-provisional-code]').waitFor();
      await page.locator('[data-printing=folder], [data-printing=printer], [data-printing=dialog]').waitFor();
    },
  },
];

/** Every screen and dialog behind the door. */
export const workScenes: readonly Scene[] = [
  { name: 'home', show: (page) => goTo(page, '/quay') },
  ...tracking,
  { name: 'outbox', show: (page) => goTo(page, '/dong-bo') },
  {
    name: 'keys',
    show: async (page) => {
      await goTo(page, '/quay');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'look',
    show: async (page) => {
      await goTo(page, '/quay');
      await page.locator('header button').nth(-2).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  ...reception,
];

/** What is seen before anybody is let in; runs last, because it locks. */
export const doorScenes: readonly Scene[] = [
  {
    name: 'unlock',
    show: async (page) => {
      await goTo(page, '/quay');
      await page.keyboard.press('Control+KeyL');
      await page.locator('input[type=password]').waitFor();
    },
  },
  {
    name: 'unlock-wrong',
    show: async (page) => {
      await page.locator('input[type=password]').fill('111111');
      await page.keyboard.press('Enter');
      await page.locator('main [role=alert]').waitFor();
    },
  },
];
