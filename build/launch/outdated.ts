import { existsSync, readdirSync, statSync } from 'node:fs';
import { inRoot } from '../steps/root.ts';

const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'vite.config.ts'];
const BUNDLES = [
  'dist/renderer/index.html',
  'dist/main/main.cjs',
  'dist/preload/preload.cjs',
  'dist/web/web.mjs',
];

/** Whether a bundle is missing or a source file is newer than the oldest of them. */
export function isOutdated(): boolean {
  const bundles = BUNDLES.map((file) => inRoot(file));
  if (!bundles.every((file) => existsSync(file))) return true;
  const oldest = Math.min(...bundles.map((file) => statSync(file).mtimeMs));
  return SOURCES.some((source) => newestIn(inRoot(source)) > oldest);
}

function newestIn(place: string): number {
  const state = statSync(place);
  if (!state.isDirectory()) return state.mtimeMs;
  const inside = readdirSync(place).filter((name) => !/\.test\.tsx?$/.test(name));
  return Math.max(0, ...inside.map((name) => newestIn(`${place}/${name}`)));
}
