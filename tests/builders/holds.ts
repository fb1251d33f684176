import fc from 'fast-check';

/**
 * Checks a property with a seed that is printed, so that any run can be repeated: `FC_SEED=123 npx vitest run …`.
 */
export function holds<T>(property: fc.IProperty<T>, runs = 200): void {
  const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`property seed ${seed}`);
  fc.assert(property, { seed, numRuns: runs });
}
