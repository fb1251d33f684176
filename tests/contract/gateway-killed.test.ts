import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDigest, webCryptoVerifier } from '../../gateway/auth/web-crypto.ts';
import { readPackSet } from '../../shared/domain/packs/read-pack-set.ts';
import { Enrolment } from '../../shared/protocol/enrolment.ts';
import { Counter } from './gateway-office.ts';
import { postgresPrograms, startPostgres, type ThrowAwayPostgres } from './postgres.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const programs = postgresPrograms();

interface RunningGateway {
  readonly url: string;
  readonly child: ChildProcess;
}

/** The real program, as `npm run gateway` starts it, in demonstration mode without the sample dossiers. */
function startGateway(folder: string, databaseUrl: string | undefined): Promise<RunningGateway> {
  const env = {
    ...process.env,
    TRAM_GATEWAY_MODE: 'demo',
    TRAM_GATEWAY_SEED: 'none',
    TRAM_GATEWAY_PORT: '0',
    TRAM_GATEWAY_DIR: folder,
    DATABASE_URL: databaseUrl ?? '',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], { cwd: ROOT, env });
  return new Promise((resolve, reject) => {
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const url = /^READY (\S+)$/m.exec(words)?.[1];
      if (url) resolve({ url, child });
    });
    let last = '';
    child.stderr.on('data', (chunk: Buffer) => {
      last = chunk.toString();
    });
    child.once('exit', (code) => reject(new Error(`gateway ended with ${code}: ${last}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  );
}

const engines = [
  { name: 'PGlite', postgres: false },
  ...(programs ? [{ name: 'PostgreSQL', postgres: true }] : []),
];

describe.each(engines)('a gateway on $name killed in the middle of pushes', ({ postgres }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-killed-'));
  let cluster: ThrowAwayPostgres | undefined;
  let databaseUrl: string | undefined;
  let running: RunningGateway | undefined;
  beforeAll(async () => {
    if (postgres && programs) cluster = await startPostgres(programs);
    databaseUrl = await cluster?.newDatabase();
  }, 120_000);
  afterAll(async () => {
    running?.child.kill('SIGTERM');
    if (running) await ended(running.child);
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('holds every dossier exactly once after the machine has sent again what was not answered', async () => {
    running = await startGateway(folder, databaseUrl);
    const signed = await (await fetch(`${running.url}/demo/enrolment?device=Quay`)).json();
    const enrolment = Enrolment.parse(JSON.parse(signed.enrolment));
    const checks = { ...nodeDigest, ...webCryptoVerifier };
    const read = await readPackSet(enrolment.packs[0], enrolment.gatewayKey, checks);
    if (!read.ok) throw new Error(read.error);
    const send = (request: Request) => {
      const { pathname, search } = new URL(request.url);
      return fetch(new Request(`${running?.url}${pathname}${search}`, request));
    };
    const counter = await Counter.from(enrolment, { packSet: read.value }, 51, send);
    expect((await counter.register()).status).toBe(200);
    const operations = [];
    for (let number = 1; number <= 40; number++) operations.push((await counter.receive(number)).operation);
    for (let kill = 0; kill < 3; kill++) {
      const stopped = running;
      setTimeout(() => stopped.child.kill('SIGKILL'), 10 + kill * 25);
      for (let end = 1; end <= operations.length; end++) {
        try {
          await counter.push(operations.slice(0, end));
        } catch {
          break;
        }
      }
      stopped.child.kill('SIGKILL');
      await ended(stopped.child);
      if (kill === 1) await cluster?.crash();
      running = await startGateway(folder, databaseUrl);
    }
    expect(await counter.push(operations)).toMatchObject({ status: 'ok', lastSeq: 40 });
    const { rows } = await counter.pull();
    const codes = rows.map(({ dossier }) => dossier.provisionalCode);
    const official = rows.map(({ dossier }) => dossier.officialCode);
    expect([codes.length, new Set(codes).size, new Set(official).size]).toEqual([40, 40, 40]);
    const login = await (await fetch(`${running.url}/demo/province-url`)).text();
    const headers = { authorization: `Bearer ${new URL(login).searchParams.get('token')}` };
    const counts = await (await fetch(`${running.url}/province/api/counts`, { headers })).json();
    expect(counts).toMatchObject({ dossiers: 40, operations: 40, doubled: 0 });
  }, 180_000);

  if (postgres) return;
  it('does not let a second process take its folder', async () => {
    await expect(startGateway(folder, undefined)).rejects.toThrow(/is in use by process/);
  }, 60_000);
});
