import { html } from 'hono/html';
import { transitions } from '../../shared/domain/dossier/transitions.ts';
import { formatLocal } from '../../shared/lib/local-time.ts';
import type { Html } from './layout.ts';
import { dueText, type StatusLabel } from './list-page.ts';
import type { ProvincePageRow } from './province-rows.ts';
import type { PageLanguage, PageText } from './texts.ts';

/** One dossier with its papers, its timeline and what the province may do now. */
export const detailPage = (
  row: ProvincePageRow,
  label: StatusLabel,
  language: PageLanguage,
  text: PageText,
  message: string | undefined,
): Html => html`<p><a href="/province">${text.back}</a></p>
  <h1 class="code">${row.dossier.officialCode ?? row.dossier.provisionalCode}</h1>
  ${message ? html`<p class="message" role="status">${message}</p>` : ''}
  <div class="columns">
    <section>
      ${facts(row, label, language, text)} ${papers(row, text)}
    </section>
    <section>${actions(row, text)} ${timeline(row, language, text)}</section>
  </div>`;

function facts(row: ProvincePageRow, label: StatusLabel, language: PageLanguage, text: PageText): Html {
  const { dossier } = row;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [text.status, label(dossier.status)],
    [text.provisional, dossier.provisionalCode],
    [text.procedure, `${dossier.procedure.code} · ${dossier.procedure.name}`],
    [text.applicant, dossier.applicant.name],
    [text.personalId, dossier.applicant.personalId],
    [text.birthDate, dossier.applicant.birthDate],
    [text.phone, dossier.applicant.phone],
    [text.address, dossier.applicant.address],
    [text.received, formatLocal(dossier.receivedAt, language)],
    [text.due, dueText(row, language, text)],
    [text.commune, row.commune],
    [text.device, row.device],
    [text.note, dossier.note],
  ];
  return html`<dl class="card">
    ${lines.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : ''))}
  </dl>`;
}

function papers(row: ProvincePageRow, text: PageText): Html {
  const { dossier, missing } = row;
  const file = (name: string, sha256: string) =>
    missing.includes(sha256)
      ? html`<li>${name} <span class="warn">${text.missing}</span></li>`
      : html`<li>${name} · <a href="/province/dossier/${row.commune}/${row.id}/paper/${sha256}">${text.download}</a></li>`;
  return html`<div class="card">
    <h2>${text.components}</h2>
    <ul>
      ${file(text.receipt, dossier.receipt.sha256)}
      ${dossier.components.map(
        (component) =>
          html`<li>${component.name}<ul>${component.attachments.map(({ name, sha256 }) => file(name, sha256))}</ul></li>`,
      )}
    </ul>
  </div>`;
}

const timeline = (
  row: ProvincePageRow,
  language: PageLanguage,
  text: PageText,
): Html => html`<div class="card">
  <h2>${text.timeline}</h2>
  <ol class="timeline">
    ${row.dossier.timeline.map(
      (entry) => html`<li>
        <strong>${text[entry.type]}</strong> <span class="number">${formatLocal(entry.at, language)}</span>
        <small>${entry.clerk}</small>${entry.text ? html`<p class="words">${entry.text}</p>` : ''}
      </li>`,
    )}
  </ol>
</div>`;

function actions(row: ProvincePageRow, text: PageText): Html {
  const may = (type: keyof typeof transitions) => transitions[type].from.includes(row.dossier.status);
  const form = (type: keyof typeof transitions, title: string, fields: Html) =>
    may(type)
      ? html`<form method="post" action="/province/dossier/${row.commune}/${row.id}/act">
          <input type="hidden" name="type" value="${type}" />${fields}<button type="submit">${title}</button>
        </form>`
      : '';
  const field = (name: string, title: string) =>
    html`<label>${title}<input name="${name}" required maxlength="200" /></label>`;
  const lines = html`<label>${text.items}<textarea name="items" required maxlength="2000" rows="3"></textarea></label>`;
  const offered = [
    form('dossier.accept', text.accept, html``),
    form('dossier.forward', text.forward, field('to', text.forwardTo)),
    form('dossier.requestSupplement', text.requestSupplement, html`${lines}${field('reason', text.reason)}`),
    form('dossier.finish', text.finish, field('outcome', text.outcome)),
  ];
  return html`<div class="card">
    <h2>${text.actions}</h2>
    ${offered.every((one) => one === '') ? html`<p>${text.noAction}</p>` : offered}
  </div>`;
}
