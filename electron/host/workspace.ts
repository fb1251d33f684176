import os from 'node:os';
import path from 'node:path';
import type { Workspace } from '../../shared/host/contract.ts';

/** Everything on this machine that belongs to one workspace; nothing moves between two of them. */
export interface WorkspacePlace {
  readonly workspace: Workspace;
  readonly root: string;
  /** vault, journal, blobs, drafts … */
  readonly host: string;
  /** Chromium's profile with IndexedDB */
  readonly profile: string;
  readonly port: number;
}

const PORTS: Readonly<Record<Workspace, number>> = { demo: 47610, practice: 47611, office: 47612 };

/** The gateway a demonstration or a developer's machine runs beside the workstation. */
export const LOCAL_GATEWAY = 'http://127.0.0.1:47620';

export function placeOf(workspace: Workspace, dataRoot: string): WorkspacePlace {
  const root = path.join(dataRoot, workspace);
  return {
    workspace,
    root,
    host: path.join(root, 'host'),
    profile: path.join(root, 'profile'),
    port: PORTS[workspace],
  };
}

/** Where programs of this system keep their data. */
export function defaultDataRoot(env: NodeJS.ProcessEnv): string {
  if (env.TRAM_DATA_DIR) return path.resolve(env.TRAM_DATA_DIR);
  if (process.platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local'), 'Tram');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', 'Tram');
  return path.join(env.XDG_DATA_HOME ?? path.join(os.homedir(), '.local', 'share'), 'tram');
}
