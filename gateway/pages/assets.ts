/** Tokens of the product (light and dark), no foreign font or image. */
export const PAGE_CSS = `
:root { color-scheme: light dark; --ground: #f3f5f8; --surface: #fff; --line: #dde3ea; --strong: #c3ccd6; --text: #14202e;
  --muted: #536273; --brand: #0f5aa8; --fill: #0f5aa8; --soft: #e8f1fb; --bar: #0d2440; --state: #b5121b; --ok: #13703a;
  --warn: #8a4b00; --violet: #5b35b5; }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1720; --surface: #18222e; --line: #2c3a49; --strong: #405265;
  --text: #e8eef5; --muted: #a6b4c3; --brand: #6db1f5; --fill: #2b6fb3; --soft: #17324d; --bar: #0a1420; --ok: #6fd39a;
  --warn: #f5b95b; --violet: #bba3ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); text-rendering: geometricPrecision;
  font: 14px/1.45 'Inter Variable', Inter, 'Segoe UI', 'Noto Sans', system-ui, sans-serif; }
.bar { display: flex; align-items: center; gap: 12px; padding: 8px 16px; background: var(--bar); color: #fff;
  border-bottom: 3px solid var(--state); }
.bar a { color: #fff; text-decoration: none; } .brand { font-weight: 600; font-size: 16px; } .language { margin-left: auto; }
.bar .language { text-decoration: underline; } .mark { width: 22px; fill: #ffd34d; }
.tag { border: 1px solid #ffffff80; border-radius: 4px; padding: 0 8px; font-size: 12px; }
main { padding: 16px; max-width: 1500px; margin: 0 auto; } h1 { font-size: 18px; margin: 4px 0 12px; }
h2 { font-size: 16px; margin: 0 0 8px; } a { color: var(--brand); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; font-size: 13px; } th, td { padding: 8px 12px; text-align: left; }
th { color: var(--muted); font-weight: 500; border-bottom: 1px solid var(--strong); white-space: nowrap; }
tbody tr { height: 38px; } tbody tr + tr td { border-top: 1px solid var(--line); } tbody tr:hover { background: var(--soft); }
.code, .number { font-variant-numeric: tabular-nums; white-space: nowrap; } .code a { font-weight: 600; }
small { display: block; color: var(--muted); font-size: 12px; }
.status { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 8px; white-space: nowrap;
  color: var(--brand); } .status.finished, .status.returned { color: var(--ok); }
.status.awaitingSupplement { color: var(--warn); } .status.stopped, .status.withdrawn { color: var(--muted); }
.warn { color: var(--warn); font-weight: 500; } .empty { color: var(--muted); padding: 32px; text-align: center; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px; align-items: start; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 0 0 16px; }
dl.card { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; } dt { color: var(--muted); } dd { margin: 0; }
dd, .words { overflow-wrap: anywhere; } .words { white-space: pre-line; margin: 4px 0; } ul { padding-left: 20px; margin: 0; }
.timeline { list-style: none; margin: 0; padding: 0; } .timeline li { border-left: 2px solid var(--brand); padding: 0 0 12px 12px; }
form + form { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; } label { display: block; margin: 0 0 8px; }
input, textarea { display: block; width: 100%; min-height: 32px; border: 1px solid var(--strong); border-radius: 4px; padding: 4px 8px;
  font: inherit; background: var(--surface); color: var(--text); }
button { min-height: 32px; padding: 0 16px; border: 0; border-radius: 4px; background: var(--fill); color: #fff; font: inherit;
  font-weight: 600; cursor: pointer; } .message { border-left: 4px solid var(--brand); background: var(--soft); padding: 8px 12px; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
.bar :focus-visible { outline-color: #ffd34d; }
@media (forced-colors: active) { .card, .status, .scroll { border: 1px solid CanvasText; } }
`;

/** Fetches the rows again every two seconds while the page is looked at; a failed round changes nothing. */
export const PAGE_JS = `
const holder = document.querySelector('[data-refresh]');
let last = '';
async function refresh() {
  if (document.hidden || holder.contains(document.activeElement)) return;
  try {
    const reply = await fetch(holder.dataset.refresh, { credentials: 'same-origin' });
    if (!reply.ok) return;
    const text = await reply.text();
    if (text === last) return;
    last = text;
    holder.replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
  } catch {}
}
if (holder) setInterval(refresh, 2000);
`;

/** The product's own mark; no state emblem. */
export const MARK_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0d2440"/>' +
  '<g fill="#ffd34d"><rect x="3" y="10" width="18" height="3" rx="1.5"/><rect x="6" y="15" width="12" height="3" rx="1.5"/>' +
  '<circle cx="12" cy="6" r="2.2"/></g></svg>';
