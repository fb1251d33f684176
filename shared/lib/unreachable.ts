/** Marks a branch that the type checker knows to be impossible; throws when a cast has lied. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
