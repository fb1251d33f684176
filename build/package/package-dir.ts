import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { nodeTool } from '../steps/node-tool.ts';
import { inRoot, root } from '../steps/root.ts';
import { findElectron } from '../test/find-electron.ts';
import { builderConfig } from './builder-config.ts';
import { makeStandInDist } from './stand-in-dist.ts';

/** `npm run package:dir`: the unpacked Linux program in release/linux-unpacked, on real Electron files or on stand-ins. */
const bundles = ['dist/main/main.cjs', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];
if (!bundles.every((file) => existsSync(inRoot(file)))) {
  const { code, output } = await nodeTool('vite', ['build']);
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
}
const electron = findElectron();
const dist = electron === undefined ? await makeStandInDist() : path.dirname(electron);
if (electron === undefined)
  console.log(
    'Electron’s binary is not here: packing on a stand-in. The result can be checked, not started.',
  );
try {
  await rm(inRoot('release/linux-unpacked'), { recursive: true, force: true });
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: root,
    publish: 'never',
    config: { ...builderConfig, electronDist: dist },
  });
} finally {
  if (electron === undefined) await rm(dist, { recursive: true, force: true });
}
console.log('release/linux-unpacked is ready; check it with: npm run package:verify');
