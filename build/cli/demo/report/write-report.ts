import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One reception as it ended; `verdict` is the province's answer, or why it never came to one. What there is not is null. */
export interface ReceptionReport {
  readonly name: string;
  readonly provisionalCode: string | null;
  readonly officialCode: string | null;
  /** ISO 8601 with the office's offset, as `tram -- due` prints it */
  readonly dueAt: string | null;
  readonly verdict: string;
  /** path of the printed slip, relative to the report */
  readonly receiptPdf: string | null;
}

/** report.json */
export interface DayReport {
  readonly totals: {
    readonly received: number;
    readonly refused: number;
    readonly atGateway: number;
    readonly lost: number;
    readonly doubled: number;
    readonly bytesSent: number;
  };
  readonly receptions: readonly ReceptionReport[];
}

/** What stands around the report for a reader: the day's title, what was told live, and what did not end as expected. */
export interface DayStory {
  readonly title: string;
  readonly lines: readonly string[];
  readonly unexpected: readonly string[];
}

/** The table a person reads at the end of the day. */
export function table(report: DayReport): string {
  const rows = report.receptions.map((reception, index) => [
    String(index + 1),
    reception.name,
    reception.provisionalCode ?? '–',
    reception.officialCode ?? '–',
    reception.verdict,
  ]);
  const head = ['#', 'Người nộp', 'Mã tạm', 'Mã hồ sơ', 'Kết quả'];
  const width = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padEnd(width[column] ?? 0)).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

/** Writes report.json and index.html with the screenshots and receipts that lie below `folder`. */
export function writeReport(folder: string, report: DayReport, story: DayStory): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(folder, 'index.html'), page(folder, report, story));
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

function page(folder: string, report: DayReport, story: DayStory): string {
  const shots = filesIn(path.join(folder, 'screens'), '.png');
  const { totals } = report;
  const row = (reception: ReceptionReport, index: number) =>
    `<tr><td>${index + 1}</td><td>${escaped(reception.name)}</td><td>${link(reception)}</td>` +
    `<td>${escaped(reception.officialCode ?? '–')}</td><td>${escaped(reception.dueAt ?? '–')}</td><td>${escaped(reception.verdict)}</td></tr>`;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escaped(story.title)}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem;color:#14202e}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #dde3ea;padding:.35rem .5rem;text-align:left}
.n{display:flex;gap:2rem;margin:1rem 0}.n b{font-size:1.6rem;display:block}pre{background:#f3f5f8;padding:1rem;overflow:auto}
figure{margin:1rem 0}img{max-width:100%;border:1px solid #dde3ea}</style>
<h1>${escaped(story.title)}</h1>
<div class="n"><span><b>${totals.received}</b>đã tiếp nhận</span><span><b>${totals.refused}</b>từ chối</span>
<span><b>${totals.atGateway}</b>ở cổng tỉnh</span><span><b>${totals.lost}</b>mất</span><span><b>${totals.doubled}</b>trùng</span>
<span><b>${totals.bytesSent}</b>byte đã gửi</span></div>
<table><tr><th>#</th><th>Người nộp</th><th>Mã tạm (giấy hẹn)</th><th>Mã hồ sơ</th><th>Hẹn trả</th><th>Kết quả</th></tr>
${report.receptions.map(row).join('\n')}</table>
${story.unexpected.map((sentence) => `<p><strong>✗ ${escaped(sentence)}</strong></p>`).join('\n')}
<h2>Diễn biến</h2><pre>${escaped(story.lines.join('\n'))}</pre>
<h2>Màn hình</h2>
${shots.map((shot) => `<figure><img src="screens/${escaped(shot)}" alt="${escaped(shot)}"><figcaption>${escaped(shot)}</figcaption></figure>`).join('\n')}
</html>
`;
}

const link = (reception: ReceptionReport) =>
  reception.receiptPdf
    ? `<a href="${escaped(reception.receiptPdf)}">${escaped(reception.provisionalCode ?? 'giấy hẹn')}</a>`
    : escaped(reception.provisionalCode ?? '–');

function filesIn(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort();
  } catch {
    return [];
  }
}
