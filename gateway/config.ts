import { homedir } from 'node:os';
import path from 'node:path';

/** What the environment says about this gateway. */
export interface GatewayConfig {
  readonly mode: 'office' | 'demo';
  readonly port: number;
  /** address to listen on; only this machine unless told otherwise */
  readonly listen: string;
  /** data of the embedded database, papers, administration token */
  readonly folder: string;
  readonly databaseUrl?: string;
  readonly provinceToken?: string;
  /** where the log lines go; stderr without */
  readonly logFile?: string;
  /** raise the generation to this after the database was restored from a backup */
  readonly generation?: number;
  /** fills an empty demonstration with fictional dossiers; absent = leave it empty */
  readonly seed?: number;
}

/** The environment cannot be used; the message names the variable. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

/** Reads the environment; defaults make a gateway on this machine alone. */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const port = wholeNumber(env, 'TRAM_GATEWAY_PORT', 0, 65_535) ?? 47_620;
  const generation = wholeNumber(env, 'TRAM_GATEWAY_GENERATION', 1, 1_000_000);
  const seed =
    env.TRAM_GATEWAY_SEED === 'none' ? undefined : wholeNumber(env, 'TRAM_GATEWAY_SEED', 0, 1_000_000_000);
  const mode = env.TRAM_GATEWAY_MODE ?? 'office';
  if (mode !== 'office' && mode !== 'demo') throw new ConfigRefused('TRAM_GATEWAY_MODE is office or demo');
  const provinceToken = env.TRAM_PROVINCE_TOKEN;
  if (provinceToken !== undefined && provinceToken.length < 20)
    throw new ConfigRefused('TRAM_PROVINCE_TOKEN needs at least 20 characters');
  return {
    mode,
    port,
    listen: env.TRAM_GATEWAY_LISTEN ?? '127.0.0.1',
    folder: path.resolve(env.TRAM_GATEWAY_DIR ?? defaultFolder(env, mode)),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(provinceToken ? { provinceToken } : {}),
    ...(env.TRAM_GATEWAY_LOG ? { logFile: path.resolve(env.TRAM_GATEWAY_LOG) } : {}),
    ...(generation ? { generation } : {}),
    ...(mode === 'demo' && env.TRAM_GATEWAY_SEED !== 'none' ? { seed: seed ?? 1 } : {}),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, low: number, high: number): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high)
    throw new ConfigRefused(`${name} is a whole number from ${low} to ${high}`);
  return value;
}

function defaultFolder(env: NodeJS.ProcessEnv, mode: string): string {
  const name = mode === 'demo' ? 'tram-gateway-demo' : 'tram-gateway';
  if (process.platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), name);
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', name);
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), name);
}
