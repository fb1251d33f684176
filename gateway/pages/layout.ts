import { html } from 'hono/html';
import type { PageLanguage, PageText } from './texts.ts';

export type Html = ReturnType<typeof html>;

/** The frame of every province page: bar with the product's own mark, no state emblem. */
export const layout = (
  language: PageLanguage,
  text: PageText,
  heading: string,
  body: Html,
): Html => html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${heading} · Trạm</title>
    <link rel="icon" type="image/svg+xml" href="/province/mark.svg" />
    <link rel="stylesheet" href="/province/page.css" />
    <script src="/province/page.js" defer></script>
  </head>
  <body>
    <header class="bar">
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="2" y="9" width="20" height="3" rx="1.5"></rect>
        <rect x="5" y="14" width="14" height="3" rx="1.5"></rect>
        <circle cx="12" cy="5" r="2.5"></circle>
      </svg>
      <a class="brand" href="/province">Trạm · ${text.title}</a>
      <span class="tag">${text.demo}</span>
      <a class="language" href="?lang=${language === 'vi' ? 'en' : 'vi'}">${text.otherLanguage}</a>
    </header>
    <main>${body}</main>
  </body>
</html>`;
