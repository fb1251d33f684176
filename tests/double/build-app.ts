import { cpSync } from 'node:fs';
import path from 'node:path';
import { createBuilder } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** Bundles the real main and preload into `folder`, with the plain test page in place of the screens; gives the main file. */
export async function buildApp(folder: string): Promise<string> {
  const into = (name: string) => ({ build: { outDir: path.join(folder, name) } });
  const builder = await createBuilder({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    environments: { main: into('main'), preload: into('preload') },
  });
  for (const name of ['main', 'preload'] as const) {
    const environment = builder.environments[name];
    if (!environment) throw new Error(`vite.config.ts has no environment ${name}`);
    await builder.build(environment);
  }
  cpSync(path.join(import.meta.dirname, 'fixture'), path.join(folder, 'renderer'), { recursive: true });
  return path.join(folder, 'main', 'main.cjs');
}
