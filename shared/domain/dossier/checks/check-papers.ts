import type { Procedure } from '../../procedure/procedure.ts';
import { secretMarking } from '../../secrecy/secret-marking.ts';
import type { Finding } from '../finding.ts';
import type { ReceptionInput, ReceptionPaper } from '../reception-input.ts';
import { checkText } from './check-text.ts';

/**
 * thành phần hồ sơ — a dossier is received complete (R1), so a required paper that is not in hand is an error. Papers held
 * by a shared database are not asked for (R5), shown papers are not attached (R16), marked ones are not taken at all.
 */
export function checkPapers(input: ReceptionInput, procedure: Procedure | undefined): Finding[] {
  const found = input.papers.flatMap(checkPaper);
  const required = (procedure?.papers?.value ?? []).filter(
    (paper) => paper.required && paper.reuse === undefined,
  );
  const listed = new Set(input.papers.map((paper) => paper.key));
  for (const paper of required) {
    if (!listed.has(paper.key)) found.push(missing(paper));
  }
  if (procedure && !procedure.papers && !input.papers.some((paper) => paper.held)) {
    found.push({ severity: 'warning', field: 'papers', code: 'papers-none' });
  }
  return found;
}

const missing = (paper: { readonly key: string; readonly name: string }): Finding => ({
  severity: 'error',
  field: `paper:${paper.key}`,
  code: 'paper-missing',
  detail: paper.name,
});

function checkPaper(paper: ReceptionPaper): Finding[] {
  const field = `paper:${paper.key}` as const;
  if ([paper.name, ...paper.attachments.map((attachment) => attachment.name)].some(secretMarking)) {
    return [{ severity: 'error', field, code: 'secret-document' }];
  }
  if (paper.name.trim() === '') return [{ severity: 'error', field, code: 'paper-empty' }];
  if (paper.form === 'presented' && paper.attachments.length > 0) {
    return [{ severity: 'error', field, code: 'paper-presented-attached' }];
  }
  if (paper.reuse !== undefined) {
    const asked = paper.held && (paper.attachments.length > 0 || paper.originals + paper.copies > 0);
    return asked ? [{ severity: 'warning', field, code: 'paper-reuse', detail: paper.reuse }] : [];
  }
  if (paper.required && !paper.held) return [missing(paper)];
  return checkText(field, paper.name, 300);
}
