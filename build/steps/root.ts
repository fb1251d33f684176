import path from 'node:path';

/** The project's folder, wherever a command was started from. */
export const root = path.resolve(import.meta.dirname, '../..');

/** The path of a file that belongs to the project. */
export const inRoot = (...parts: readonly string[]): string => path.join(root, ...parts);
