import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface ThrowAwayPostgres {
  readonly url: string;
  /** a fresh, empty database of the cluster */
  readonly newDatabase: () => Promise<string>;
  /** kills the server without a word, as a power cut does, and starts it again on the same data */
  readonly crash: () => Promise<void>;
  readonly stop: () => void;
}

const ROOT = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL programs of this machine; undefined when there are none. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(ROOT)) return undefined;
  const versions = readdirSync(ROOT).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => path.join(ROOT, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}

/** Starts a cluster of its own in a temporary folder on a free port, fsync on; as user postgres when we are root. */
export async function startPostgres(bin: string): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-postgres-'));
  chmodSync(folder, 0o755);
  const root = process.getuid?.() === 0;
  const run = (program: string, args: readonly string[]) => {
    const [command, ...rest] = root
      ? ['runuser', '-u', 'postgres', '--', path.join(bin, program), ...args]
      : [path.join(bin, program), ...args];
    execFileSync(command ?? program, rest, { stdio: 'pipe', cwd: folder });
  };
  const data = path.join(folder, 'data');
  if (root) execFileSync('chown', ['postgres', folder]);
  run('initdb', ['-D', data, '-U', 'tram', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const port = await freePort();
  const start = () =>
    run('pg_ctl', [
      ...['-D', data, '-w', '-l', path.join(folder, 'log')],
      ...['-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=60`, 'start'],
    ]);
  start();
  let made = 0;
  const url = (name: string) => `postgresql://tram@127.0.0.1:${port}/${name}`;
  return {
    url: url('postgres'),
    newDatabase: async () => {
      made += 1;
      const name = `tram_${made}`;
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'tram', name]);
      return url(name);
    },
    crash: async () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      start();
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
