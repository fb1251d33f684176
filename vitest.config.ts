import { defineConfig } from 'vitest/config';

const beside = ['shared', 'renderer', 'electron', 'gateway', 'build'].map(
  (folder) => `${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: beside } },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['contract', 'golden', 'double', 'simulation'].map(
            (folder) => `tests/${folder}/**/*.test.ts`,
          ),
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
