import { parseArgs } from 'node:util';
import { output, USAGE_ERROR } from '../../build/cli/output.ts';
import { installPeers, PeersMissing } from './install-peers.ts';

/** `npm run bench -- <what>`: measures beside other programs doing the same work in the same run. */
const USAGE = `usage: npm run bench -- search [--sizes 10000,100000] [--large] [--repeats 5] [--seed N] [--json]

  search   the search index beside FlexSearch and MiniSearch; --large adds 300,000 dossiers`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    large: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = [...String(values.sizes).split(',').map(Number), ...(values.large ? [300_000] : [])];
const seed = Number(values.seed);
const repeats = Number(values.repeats);
const right =
  positionals.join() === 'search' &&
  Number.isInteger(seed) &&
  Number.isInteger(repeats) &&
  repeats >= 1 &&
  sizes.every((size) => Number.isInteger(size) && size >= 100);

if (!right) {
  console.error(USAGE);
  process.exitCode = USAGE_ERROR;
} else {
  try {
    const out = output(values.json === true);
    installPeers();
    const { benchSearch } = await import('./search/bench-search.ts');
    await benchSearch({ sizes, seed, repeats }, out);
  } catch (error) {
    if (!(error instanceof PeersMissing)) throw error;
    console.error(error.message);
    process.exitCode = 69;
  }
}
