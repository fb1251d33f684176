import { inRoot } from './root.ts';
import { type CommandOptions, type CommandResult, runCommand } from './run-command.ts';

const entries = {
  tsc: 'tsc7/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

/** Runs an installed tool by this very Node, without a shell: the same on Windows and Linux. */
export const nodeTool = (
  tool: keyof typeof entries,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> =>
  runCommand(process.execPath, [inRoot('node_modules', entries[tool]), ...args], options);
