/** `npm start`: the workstation in Electron, else in an installed browser, else at a printed address. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../../electron/host/settings.ts';
import { inRoot } from '../steps/root.ts';
import { buildStep } from '../test/build-step.ts';
import { findChromium } from '../test/find-chromium.ts';
import { findElectron } from '../test/find-electron.ts';
import { browserArguments, hasDisplay } from './browser.ts';
import { type LaunchOptions, readOptions } from './options.ts';
import { isOutdated } from './outdated.ts';
import { type Program, StoppedEarly, startProgram } from './program.ts';
import { startingWords } from './words.ts';

const USAGE = 64;
const UNAVAILABLE = 69;
const started: Program[] = [];

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (typeof options === 'string') return complain(options, USAGE);
  if (isOutdated() && !(await build())) return 1;
  const env: NodeJS.ProcessEnv = { ...process.env, TRAM_WORKSPACE: options.workspace };
  const { place } = readSettings(options.workspace, env);
  if (options.workspace === 'demo' && !env.TRAM_GATEWAY_URL) {
    env.TRAM_GATEWAY_URL = await startGateway(path.join(place.root, 'gateway'), env);
    // the machine's own part of the lived-in day goes with the colleagues' part, which the gateway has just made
    env.TRAM_DEMO_SEED ??= env.TRAM_GATEWAY_SEED ?? '1';
  }
  const electron = options.web || !hasDisplay(env) ? undefined : findElectron(env);
  if (electron) return track(startProgram(electron, [inRoot()], env)).ended;
  return openOnLoopback(options, env, place.root);
}

async function build(): Promise<boolean> {
  console.error('Đang dựng chương trình… / Building…');
  const { failed, detail } = await buildStep.run();
  if (failed > 0) console.error(detail);
  return failed === 0;
}

/** The demonstration's own gateway, with its data beside the demonstration's so that both go together. */
async function startGateway(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const gateway = startProgram(process.execPath, ['--import', 'tsx', inRoot('gateway/main.ts')], {
    TRAM_GATEWAY_DIR: folder,
    // its log is for those who look for it, not for the terminal of whoever tries the demonstration
    TRAM_GATEWAY_LOG: `${folder}.log`,
    ...env,
    TRAM_GATEWAY_MODE: 'demo',
  });
  try {
    return await track(gateway).ready;
  } catch (error) {
    if (stopping) throw error;
    console.error(
      'Không mở được cổng tỉnh mẫu. Có lẽ Trạm đang chạy ở cửa sổ khác: quay lại cửa sổ đó, hoặc tắt nó rồi mở lại. / The sample province did not start. Perhaps Trạm is already running: go back to that window, or stop it and start again.',
    );
    throw error;
  }
}

async function openOnLoopback(
  options: LaunchOptions,
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<number> {
  const chromium = options.browser && hasDisplay(env) ? findChromium(env) : undefined;
  if (!chromium && options.workspace !== 'demo')
    return complain(
      'Không có trình duyệt để mở: ngoài văn phòng minh họa, Trạm chỉ phục vụ cửa sổ do chính nó mở. / No browser to open: outside the demonstration only a window started by Trạm is served.',
      UNAVAILABLE,
    );
  const host = track(startProgram(process.execPath, [inRoot('dist/web/web.mjs')], env));
  const url = await host.ready;
  if (!chromium) {
    console.log(startingWords(url, folder));
    return host.ended;
  }
  const profile = path.join(folder, 'profile', 'browser');
  const window = track(startProgram(chromium, browserArguments(url, profile), env, true));
  return Promise.race([window.ended, host.ended]);
}

function track(program: Program): Program {
  started.unshift(program);
  return program;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}

let stopping: Promise<void> | undefined;
/** Last started, first stopped: the window before its host, the host before the gateway. */
function stopAll(): Promise<void> {
  stopping ??= started.reduce((before, program) => before.then(program.stop), Promise.resolve());
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stopAll().then(() => process.exit(0)));

main()
  .catch((error: unknown) => {
    if (error instanceof StoppedEarly) return error.code;
    return complain(error instanceof Error ? error.message : String(error), UNAVAILABLE);
  })
  .then(async (code) => {
    const bySignal = stopping !== undefined;
    await stopAll();
    process.exit(bySignal ? 0 : code);
  });
