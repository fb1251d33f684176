import { html } from 'hono/html';
import { formatLocal } from '../../shared/lib/local-time.ts';
import type { Html } from './layout.ts';
import type { ProvincePageRow } from './province-rows.ts';
import type { PageLanguage, PageText } from './texts.ts';

/** Label of a status in the language of the page. */
export type StatusLabel = (status: string) => string;

/** Only the last three digits: enough to tell two people apart at the desk. */
export const maskedPersonalId = (personalId: string): string => `•••••••••${personalId.slice(-3)}`;

/** The list; its rows are fetched again every two seconds by page.js. */
export const listPage = (
  rows: readonly ProvincePageRow[],
  label: StatusLabel,
  language: PageLanguage,
  text: PageText,
): Html => html`<h1>${text.dossiers}</h1>
  <div id="rows" data-refresh="/province/rows" aria-live="polite">${listRows(rows, label, language, text)}</div>`;

export const listRows = (
  rows: readonly ProvincePageRow[],
  label: StatusLabel,
  language: PageLanguage,
  text: PageText,
): Html =>
  rows.length === 0
    ? html`<p class="empty">${text.none}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${text.dossiers}"><table>
        <thead>
          <tr>
            <th scope="col">${text.code}</th>
            <th scope="col">${text.applicant}</th>
            <th scope="col">${text.personalId}</th>
            <th scope="col">${text.procedure}</th>
            <th scope="col">${text.status}</th>
            <th scope="col">${text.received}</th>
            <th scope="col">${text.due}</th>
            <th scope="col">${text.papers}</th>
            <th scope="col">${text.device}</th>
          </tr>
        </thead>
        <tbody>${rows.map((row) => listRow(row, label, language, text))}</tbody>
      </table></div>`;

const listRow = (row: ProvincePageRow, label: StatusLabel, language: PageLanguage, text: PageText): Html => {
  const { dossier, missing } = row;
  return html`<tr>
    <td class="code">
      <a href="/province/dossier/${row.commune}/${row.id}">${dossier.officialCode ?? dossier.provisionalCode}</a>
      <small>${dossier.provisionalCode}</small>
    </td>
    <td>${dossier.applicant.name}</td>
    <td class="number">${maskedPersonalId(dossier.applicant.personalId)}</td>
    <td>${dossier.procedure.name}</td>
    <td><span class="status ${dossier.status}">${label(dossier.status)}</span></td>
    <td class="number">${formatLocal(dossier.receivedAt, language)}</td>
    <td class="number">${dueText(row, language, text)}</td>
    <td>${missing.length === 0 ? text.papersComplete : html`<span class="warn">${missing.length} ${text.papersMissing}</span>`}</td>
    <td class="number">${row.device}</td>
  </tr>`;
};

/** The promise as printed: moment, or that none could be given; "dự kiến" stays. */
export function dueText({ dossier }: ProvincePageRow, language: PageLanguage, text: PageText): string {
  const { dueAt, expected } = dossier.appointment;
  if (!dueAt) return text.noDue;
  return `${formatLocal(dueAt, language)}${expected ? ` (${text.expected})` : ''}`;
}
