import { build, Platform } from 'electron-builder';
import { nodeTool } from '../steps/node-tool.ts';
import { root } from '../steps/root.ts';
import { builderConfig } from './builder-config.ts';

/** `npm run package`: installers of this machine's system (Windows: NSIS; Linux: deb and AppImage) in release/. Needs the network. */
const platform = process.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
const { code, output } = await nodeTool('vite', ['build']);
if (code !== 0) throw new Error(`the build failed:\n${output}`);
const made = await build({
  targets: platform.createTarget(),
  projectDir: root,
  publish: 'never',
  config: builderConfig,
});
console.log(made.join('\n'));
