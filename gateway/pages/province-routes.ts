import { type Context, Hono } from 'hono';
import type { Gateway } from '../gateway.ts';
import { readBody } from '../http/body.ts';
import { Problem } from '../http/problem.ts';
import { readAttachment } from '../uploads/attachments.ts';
import { MARK_SVG, PAGE_CSS, PAGE_JS } from './assets.ts';
import { detailPage } from './detail-page.ts';
import { layout } from './layout.ts';
import { listPage, listRows, maskedPersonalId, type StatusLabel } from './list-page.ts';
import { actFromFields } from './province-act.ts';
import { type ProvincePageRow, provinceCounts, provinceRow, provinceRows } from './province-rows.ts';
import { isLoggedIn, languageOf, logIn, mustBeSameOrigin } from './province-session.ts';
import { type PageLanguage, pageTexts } from './texts.ts';

const SHOWN = 300;
const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** The province's page (HTML) and the same facts as JSON for programs; both behind one access token. */
export function provinceRoutes(gateway: Gateway, token: string): Hono {
  const app = new Hono();
  assets(app);
  app.get('/province/login', (context) => {
    logIn(context, token);
    return context.redirect('/province');
  });
  app.use('/province/*', guard(token));
  app.use('/province', guard(token));
  pages(app, gateway);
  papersAndActs(app, gateway);
  api(app, gateway);
  return app;
}

function assets(app: Hono): void {
  const asset = (path: string, type: string, text: string) =>
    app.get(path, (context) => context.body(text, 200, { 'content-type': type }));
  asset('/province/page.css', 'text/css; charset=utf-8', PAGE_CSS);
  asset('/province/page.js', 'text/javascript; charset=utf-8', PAGE_JS);
  asset('/province/mark.svg', 'image/svg+xml', MARK_SVG);
}

const guard =
  (token: string) =>
  async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    if (!isLoggedIn(context, token)) {
      const language = languageOf(context);
      if (context.req.path.includes('/api/'))
        throw new Problem('not-permitted', 'show the access token as bearer');
      return context.text(pageTexts[language].loginNeeded, 403);
    }
    await next();
    context.res.headers.set('content-security-policy', CSP);
    context.res.headers.set('cache-control', 'no-store');
    return undefined;
  };

function pages(app: Hono, gateway: Gateway): void {
  app.get('/province', async (context) => {
    const language = languageOf(context);
    const text = pageTexts[language];
    const rows = await provinceRows(gateway.database, SHOWN);
    const label = await statusLabel(gateway, rows, language);
    return context.html(layout(language, text, text.dossiers, listPage(rows, label, language, text)));
  });
  app.get('/province/rows', async (context) => {
    const language = languageOf(context);
    const rows = await provinceRows(gateway.database, SHOWN);
    const label = await statusLabel(gateway, rows, language);
    return context.html(listRows(rows, label, language, pageTexts[language]));
  });
  app.get('/province/dossier/:commune/:id', async (context) => {
    const language = languageOf(context);
    const text = pageTexts[language];
    const row = await heldRow(gateway, context.req.param('commune'), context.req.param('id'));
    const label = await statusLabel(gateway, [row], language);
    const said = context.req.query('said');
    const message = said === 'done' || said === 'conflict' || said === 'malformed' ? text[said] : undefined;
    const heading = row.dossier.officialCode ?? row.dossier.provisionalCode;
    return context.html(layout(language, text, heading, detailPage(row, label, language, text, message)));
  });
}

function papersAndActs(app: Hono, gateway: Gateway): void {
  app.get('/province/dossier/:commune/:id/paper/:sha256', async (context) => {
    const { commune, id, sha256 } = context.req.param();
    const { dossier } = await heldRow(gateway, commune, id);
    const file = dossier.components.flatMap((one) => one.attachments).find((one) => one.sha256 === sha256);
    if (!file && dossier.receipt.sha256 !== sha256)
      throw new Problem('not-found', 'no such paper in this dossier');
    const bytes = await readAttachment(gateway.database, gateway.blobs, commune, sha256);
    if (!bytes) throw new Problem('not-found', 'this paper has not arrived yet');
    const name = encodeURIComponent(file?.name ?? `${dossier.provisionalCode}.pdf`);
    return context.body(Buffer.from(bytes), 200, {
      'content-type': file?.mediaType ?? 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
  app.post('/province/dossier/:commune/:id/act', async (context) => {
    mustBeSameOrigin(context);
    const { commune, id } = context.req.param();
    const fields = new URLSearchParams(
      Buffer.from(await readBody(context.req.raw, 64 * 1024)).toString('utf8'),
    );
    const verdict = await actFromFields(gateway, commune, id, Object.fromEntries(fields));
    const said = !verdict
      ? 'malformed'
      : verdict.result === 'applied' || verdict.result === 'merged'
        ? 'done'
        : 'conflict';
    return context.redirect(
      `/province/dossier/${encodeURIComponent(commune)}/${encodeURIComponent(id)}?said=${said}`,
      303,
    );
  });
}

function api(app: Hono, gateway: Gateway): void {
  app.get('/province/api/counts', async (context) => context.json(await provinceCounts(gateway.database)));
  app.get('/province/api/dossiers', async (context) => {
    const rows = await provinceRows(gateway.database, 10_000);
    return context.json({
      dossiers: rows.map(({ commune, id, device, dossier, missing }) => ({
        ...{
          commune,
          id,
          device,
          missingAttachments: missing,
          status: dossier.status,
          version: dossier.version,
        },
        ...{ provisionalCode: dossier.provisionalCode, officialCode: dossier.officialCode },
        ...{ applicant: dossier.applicant.name, personalId: maskedPersonalId(dossier.applicant.personalId) },
        ...{
          procedure: dossier.procedure.code,
          receivedAt: dossier.receivedAt,
          dueAt: dossier.appointment.dueAt,
        },
      })),
    });
  });
}

async function heldRow(gateway: Gateway, commune: string, id: string): Promise<ProvincePageRow> {
  const row = await provinceRow(gateway.database, commune, id);
  if (!row) throw new Problem('not-found', 'the province does not hold this dossier');
  return row;
}

/** Labels come from the rules of the commune; a status without one shows its name. */
async function statusLabel(
  gateway: Gateway,
  rows: readonly ProvincePageRow[],
  language: PageLanguage,
): Promise<StatusLabel> {
  const labels = new Map<string, string>();
  for (const commune of new Set(rows.map((row) => row.commune)))
    for (const { content } of (await gateway.push.packSets(commune)).values())
      for (const one of content.statuses) labels.set(one.status, one[language]);
  return (status) => labels.get(status) ?? status;
}
