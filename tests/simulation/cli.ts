import { parseArgs } from 'node:util';
import { output, USAGE_ERROR } from '../../build/cli/output.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { runSeed } from './run-seed.ts';
import { Summary } from './summary.ts';
import { Province } from './world/province.ts';

const USAGE = `npm run simulate -- [--seeds N] [--from S] [--server pglite] [--json] [--trace]
       npm run simulate -- --mutants [NAME …]`;

async function simulate(
  seeds: number,
  from: number,
  json: boolean,
  trace: boolean,
  stop: boolean,
): Promise<number> {
  const { say, finish } = output(json);
  const province = await Province.open();
  const summary = new Summary();
  for (let seed = from; seed < from + seeds; seed++) {
    const started = Date.now();
    const result = await runSeed(seed, province, trace ? say : undefined);
    summary.add(result);
    say(`seed ${seed}  ${result.trace}  ${result.operations} operations  ${Date.now() - started} ms`);
    for (const { invariant, detail } of result.violations) say(`  ${invariant} ${detail}`);
    if (stop && result.violations.length > 0) break;
  }
  await province.close();
  for (const [fault, count] of summary.byFault()) say(`  ${fault}: ${count}`);
  finish(summary.totals(), JSON.stringify(summary.totals()));
  return summary.totals().violations === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mutants: { type: 'boolean', default: false },
      seeds: { type: 'string' },
      from: { type: 'string', default: '1' },
      server: { type: 'string', default: 'pglite' },
      json: { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
      stop: { type: 'boolean', default: false },
    },
  });
  const { say } = output(values.json);
  if (values.mutants) return (await runMutants(positionals, values.seeds, say)) === 0 ? 0 : 1;
  const [seeds, from] = [Number(values.seeds ?? '20'), Number(values.from)];
  if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from) || values.server !== 'pglite') {
    console.error(USAGE);
    return USAGE_ERROR;
  }
  return simulate(seeds, from, values.json, values.trace, values.stop);
}

process.exitCode = await main();
