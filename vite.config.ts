import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const at = (relative: string) => path.resolve(import.meta.dirname, relative);

/** One bundle for Node: everything inside but Electron itself, so the package ships no node_modules. */
const node = (entry: string, folder: string, file: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'], conditions: ['node', 'import', 'module', 'default'] },
  build: {
    outDir: at(`dist/${folder}`),
    emptyOutDir: true,
    ssr: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    license: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: at(entry),
      external: ['electron'],
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
});

/** Page, worker, Electron main (CJS), preload (CJS) and the web host, from one place (shell.md §1.3). */
export default defineConfig({
  root: at('renderer'),
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        sourcemap: true,
        license: true,
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    main: node('electron/main.ts', 'main', 'main.cjs', 'cjs'),
    preload: node('electron/preload.ts', 'preload', 'preload.cjs', 'cjs'),
    web: node('electron/web.ts', 'web', 'web.mjs', 'es'),
  },
  builder: {
    async buildApp(builder) {
      const wanted = Object.values(builder.environments).filter((environment) => environment.name !== 'ssr');
      await Promise.all(wanted.map((environment) => builder.build(environment)));
    },
  },
});
