import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webCryptoVerifier } from '../../gateway/auth/web-crypto.ts';
import { seedDemonstration } from '../../gateway/demo/seed.ts';
import { gatewayApp } from '../../gateway/http/app.ts';
import { provinceRoutes } from '../../gateway/pages/province-routes.ts';
import type { Database } from '../../gateway/store/database.ts';
import { Enrolment, SignedEnrolment } from '../../shared/protocol/enrolment.ts';
import { embeddedEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, Counter, type Province } from './gateway-office.ts';

const TOKEN = 'a-token-of-the-province-page';
const ROOT = path.join(import.meta.dirname, '../..');

describe('the page of the province', () => {
  let database: Database;
  let province: Province;
  let app: ReturnType<typeof gatewayApp>;
  let counter: Counter;
  beforeAll(async () => {
    database = await embeddedEngine().open();
    province = await aProvince(database);
    app = gatewayApp(province.gateway, [provinceRoutes(province.gateway, TOKEN)]);
    counter = await Counter.open(province, 61);
  }, 60_000);
  afterAll(async () => {
    province.close();
    await database.close();
  });

  const bearer = { authorization: `Bearer ${TOKEN}` };
  const get = (address: string, headers: Record<string, string> = bearer) =>
    app.request(address, { headers });
  const act = (id: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1/province/dossier/${COMMUNE}/${id}/act`, {
      method: 'POST',
      headers: { ...bearer, ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    });

  it('is shut without the token; the login address opens it by a cookie that is not the token', async () => {
    expect((await get('/province', {})).status).toBe(403);
    expect((await get('/province/api/counts', { authorization: 'Bearer wrong' })).status).toBe(403);
    expect((await get('/province/login?token=wrong', {})).status).toBe(403);
    const login = await get(`/province/login?token=${TOKEN}`, {});
    const cookie = login.headers.get('set-cookie') ?? '';
    expect(cookie).not.toContain(TOKEN);
    expect(cookie).toContain('HttpOnly');
    expect((await get('/province', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });

  it('lists what arrived with masked numbers, shows markup as text, and lets no script in', async () => {
    const { operation, entity } = await counter.receive(1, { note: '<script>alert(1)</script>' });
    await counter.push([operation]);
    const page = await get('/province');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const [row] = await database.query<{ n: string }>(
      "select dossier->'applicant'->>'personalId' as n from dossier",
    );
    const text = await page.text();
    expect(text).toContain(`/province/dossier/${COMMUNE}/${entity}`);
    expect(text).not.toContain(row?.n);
    const detail = await (await get(`/province/dossier/${COMMUNE}/${entity}`)).text();
    expect(detail).toContain('&lt;script&gt;');
    expect(detail).not.toContain('<script>alert');
    expect(detail).toContain(row?.n);
  });

  it('accepts, forwards and finishes as signed operations of the province that every machine pulls', async () => {
    const { operation, entity } = await counter.receive(2);
    await counter.push([operation]);
    const said = async (fields: Record<string, string>) =>
      new URL((await act(entity, fields)).headers.get('location') ?? '', 'http://x').searchParams.get('said');
    expect(await said({ type: 'dossier.finish', outcome: 'Xong' })).toBe('conflict');
    expect(await said({ type: 'dossier.accept' })).toBe('done');
    expect(await said({ type: 'dossier.forward', to: 'Công chức Tư pháp' })).toBe('done');
    expect(await said({ type: 'dossier.forward', to: '' })).toBe('malformed');
    expect(await said({ type: 'dossier.finish', outcome: 'Đã cấp' })).toBe('done');
    const row = (await counter.pull()).rows.find(({ id }) => id === entity);
    expect(row?.dossier).toMatchObject({
      status: 'finished',
      assignedTo: 'Công chức Tư pháp',
      outcome: 'Đã cấp',
    });
    expect((await act(entity, { type: 'dossier.accept' }, { origin: 'http://elsewhere' })).status).toBe(403);
  });

  it('an empty demonstration is filled once with fictional dossiers in every state', async () => {
    const fresh = await embeddedEngine().open();
    const other = await aProvince(fresh);
    expect(await seedDemonstration(other.gateway, 7)).toBe(55);
    expect(await seedDemonstration(other.gateway, 7)).toBe(0);
    const rows = await fresh.query<{ status: string }>('select distinct status from dossier order by status');
    expect(rows.map((row) => row.status)).toEqual([
      'awaitingSupplement',
      'finished',
      'processing',
      'received',
      'returned',
    ]);
    const [late] = await fresh.query<{ n: string }>(
      "select count(*) as n from dossier where status = 'processing' and dossier->'appointment'->>'dueAt' < $1",
      [new Date().toISOString()],
    );
    expect(Number(late?.n)).toBeGreaterThan(0);
    other.close();
    await fresh.close();
  }, 60_000);
});

describe('npm run tram -- enrol', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-enrol-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const enrol = async (args: readonly string[], env: Record<string, string> = {}) => {
    const settings = {
      ...process.env,
      DATABASE_URL: '',
      TRAM_GATEWAY_DIR: path.join(folder, 'gateway'),
      ...env,
    };
    try {
      await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'build/cli/tram.ts', 'enrol', ...args],
        {
          cwd: ROOT,
          env: settings,
        },
      );
      return 0;
    } catch (cause) {
      return cause instanceof Error && 'code' in cause ? cause.code : cause;
    }
  };

  it('writes a file signed by the province, a new machine with its own series each time', async () => {
    const made = [];
    for (const name of ['one', 'two']) {
      const out = path.join(folder, `${name}.json`);
      const clerk = ['--clerk', 'mau.nv:Nguyễn Văn Mẫu:reception,leader'];
      expect(await enrol(['--commune', 'X98.002', '--device', 'Quầy 1', '--out', out, ...clerk])).toBe(0);
      const signed = SignedEnrolment.parse(JSON.parse(readFileSync(out, 'utf8')));
      const enrolment = Enrolment.parse(JSON.parse(signed.enrolment));
      const { verify } = webCryptoVerifier;
      expect(await verify(enrolment.gatewayKey, signed.enrolment, signed.signature)).toBe(true);
      expect(enrolment.clerks).toEqual([
        { id: 'mau.nv', name: 'Nguyễn Văn Mẫu', roles: ['reception', 'leader'] },
      ]);
      made.push(enrolment);
    }
    expect(new Set(made.flatMap(({ device, series }) => [device, series])).size).toBe(4);
  }, 120_000);

  it('says 64 for wrong usage and 69 when the database is not there', async () => {
    expect(await enrol(['--commune', 'X98.002'])).toBe(64);
    expect(await enrol(['--commune', 'no such', '--device', 'a', '--out', 'b'])).toBe(64);
    const gone = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    expect(
      await enrol(['--commune', 'X98.002', '--device', 'a', '--out', path.join(folder, 'c')], gone),
    ).toBe(69);
  }, 60_000);
});
