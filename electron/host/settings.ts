import path from 'node:path';
import { Workspace } from '../../shared/host/contract.ts';
import { defaultDataRoot, LOCAL_GATEWAY, placeOf, type WorkspacePlace } from './workspace.ts';

/** What the environment says about this start of a host. */
export interface HostSettings {
  readonly place: WorkspacePlace;
  readonly gatewayUrl?: string;
  readonly proxyUrl?: string;
  readonly authorityFile?: string;
  readonly scanFolder?: string;
  readonly printFolder?: string;
  readonly stutterSeed: number;
  /** the demonstration begins with a day already lived in part (`TRAM_DEMO_SEED`, said by the launcher) */
  readonly livedIn: boolean;
  readonly reserveBytes: number;
  readonly pretendedFreeBytes?: number;
}

const MEGABYTE = 1024 * 1024;

/** Reads `TRAM_…`; throws a plain sentence on a value that cannot be meant. */
export function readSettings(workspace: string, env: NodeJS.ProcessEnv): HostSettings {
  const known = Workspace.safeParse(workspace);
  if (!known.success) throw new Error(`TRAM_WORKSPACE: demo, practice or office, not "${workspace}"`);
  const demo = known.data === 'demo';
  const place = placeOf(known.data, defaultDataRoot(env));
  const gatewayUrl = env.TRAM_GATEWAY_URL ?? (demo ? LOCAL_GATEWAY : undefined);
  const scanFolder = env.TRAM_SCAN_DIR ?? (demo ? path.join(place.root, 'quet') : undefined);
  return {
    place: { ...place, port: wholeNumber(env.TRAM_PORT, 'TRAM_PORT') ?? place.port },
    ...(gatewayUrl && { gatewayUrl }),
    ...(env.TRAM_PROXY_URL && { proxyUrl: env.TRAM_PROXY_URL }),
    ...(env.TRAM_GATEWAY_CA && { authorityFile: env.TRAM_GATEWAY_CA }),
    ...(scanFolder && { scanFolder: path.resolve(scanFolder) }),
    ...(env.TRAM_PRINT_DIR && { printFolder: path.resolve(env.TRAM_PRINT_DIR) }),
    stutterSeed: wholeNumber(env.TRAM_STUTTER_SEED, 'TRAM_STUTTER_SEED') ?? 1,
    livedIn: demo && (env.TRAM_DEMO_SEED ?? 'none') !== 'none',
    reserveBytes: (wholeNumber(env.TRAM_RESERVE_MB, 'TRAM_RESERVE_MB') ?? (demo ? 32 : 256)) * MEGABYTE,
    // a real office is never told a tale about its disk
    ...(demo &&
      env.TRAM_FAKE_FREE_BYTES && {
        pretendedFreeBytes: wholeNumber(env.TRAM_FAKE_FREE_BYTES, 'TRAM_FAKE_FREE_BYTES'),
      }),
  };
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new Error(`${name}: a whole number, not "${text}"`);
  return Number(text);
}
