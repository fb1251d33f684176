import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = import.meta.dirname;

/** The programs to compare with could not be fetched. */
export class PeersMissing extends Error {
  override readonly name = 'PeersMissing';
}

/** Installs what is compared with from its own lock; nothing of it is part of the product or its tests. */
export function installPeers(): void {
  if (Object.entries(wanted()).every(([name, version]) => installed(name) === version)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync(npm, ['ci', ...flags], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new PeersMissing(`The programs to compare with cannot be installed:\n${stderr}`);
}

export const peerVersion = (name: string): string => installed(name) ?? '';

/** Loads a peer by name at run time: the project itself must not depend on it. */
export const loadPeer = (name: string): unknown => createRequire(path.join(folder, 'package.json'))(name);

const wanted = (): Readonly<Record<string, string>> =>
  (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    }
  ).dependencies;

function installed(name: string): string | undefined {
  try {
    const manifest = path.join(folder, 'node_modules', name, 'package.json');
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
