/** `npm run demo`: one day at the counter on the real application, counted at the province and on paper. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../gateway/store/open-database.ts';
import { formatLocalTime } from '../../shared/lib/local-time.ts';
import { inRoot } from '../steps/root.ts';
import { buildStep } from '../test/build-step.ts';
import { chromiumOrFetch } from '../test/fetch-chromium.ts';
import type { Ending } from './demo/clerk.ts';
import { countDay, dossiersSince, readSlips } from './demo/count.ts';
import { type Day, readDay } from './demo/day.ts';
import { defaultDay, powerCutsOf } from './demo/default-day.ts';
import { type OfficeFolders, openOffice } from './demo/office.ts';
import { freshFolders } from './demo/report/fresh-folders.ts';
import { judgeDay, unexpectedIn } from './demo/report/judge-day.ts';
import { type DayReport, table, writeReport } from './demo/report/write-report.ts';
import { runDay } from './demo/run-day.ts';
import { webCounters } from './demo/web-counter.ts';
import { USAGE_ERROR } from './output.ts';

const BAD_FILE = 2;
const NOT_AS_EXPECTED = 1;
const MISSING_SERVICE = 69;

const USAGE = 'npm run demo -- [--day FILE.json] [--out DIR] [--seed N] [--json]';

interface Wish {
  readonly day: string | undefined;
  readonly out: string;
  readonly seed: number;
  readonly json: boolean;
}

function readWish(args: readonly string[]): Wish | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        day: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const seed = Number(values.seed ?? '1');
    if (!Number.isSafeInteger(seed) || seed < 0) return undefined;
    return {
      day: values.day,
      out: path.resolve(values.out ?? inRoot('out/demo')),
      seed,
      json: values.json ?? false,
    };
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const wish = readWish(process.argv.slice(2));
  if (!wish) {
    console.error(USAGE);
    return USAGE_ERROR;
  }
  const read = wish.day === undefined ? undefined : readDay(wish.day);
  if (read && !read.ok) {
    console.error(read.error);
    return BAD_FILE;
  }
  const chromium = await chromiumOrFetch();
  if (!chromium) {
    console.error(
      'No Chromium was found or could be fetched: install chromium, Chrome or Edge, or set CHROMIUM.',
    );
    return MISSING_SERVICE;
  }
  const built = await buildStep.run();
  if (built.failed > 0) {
    console.error(built.detail);
    return NOT_AS_EXPECTED;
  }
  return tellDay(wish, chromium, read?.value);
}

/** Works the day and leaves its report; what is told goes to stdout unless that is kept for JSON. */
async function tellDay(wish: Wish, chromium: string, asked: Day | undefined): Promise<number> {
  const say = wish.json ? console.error : console.log;
  const folders = freshFolders(wish.out);
  const day = asked ?? defaultDay(folders.machines);
  const lines: string[] = [];
  const tell = (line: string): void => {
    const stamped = `${formatLocalTime(new Date().toISOString())} ${line}`;
    lines.push(stamped);
    say(stamped);
  };
  tell(day.title);
  const { report, unexpected } = await workDay(folders, chromium, day, wish.seed, tell);
  writeReport(wish.out, report, { title: day.title, lines, unexpected });
  const { totals } = report;
  say(`\n${table(report)}\n`);
  say(
    Object.entries(totals)
      .map(([name, count]) => `${name} ${count}`)
      .join(' · '),
  );
  say(path.join(wish.out, 'index.html'));
  for (const sentence of unexpected) console.error(`✗ ${sentence}`);
  if (wish.json) console.log(JSON.stringify(report));
  return totals.lost > 0 || totals.doubled > 0 || unexpected.length > 0 ? NOT_AS_EXPECTED : 0;
}

async function workDay(
  folders: OfficeFolders,
  chromium: string,
  day: Day,
  seed: number,
  tell: (line: string) => void,
): Promise<{ report: DayReport; unexpected: readonly string[] }> {
  const office = await openOffice(folders, { open: await webCounters(chromium), seed });
  let endings: readonly Ending[];
  try {
    endings = await runDay(office, day, powerCutsOf(day.receptions.length, seed), tell);
  } finally {
    await office.close();
  }
  const { slips, dossiers } = await evidence(folders, office.since);
  const count = countDay(slips, dossiers);
  const bytesSent = office.bytesSent();
  const report = judgeDay({ day, endings, slips, dossiers, count, bytesSent, folder: folders.root });
  return { report, unexpected: unexpectedIn(day, endings) };
}

/** What lies on paper and in the gateway's database, read when nobody writes there any more. */
async function evidence(folders: OfficeFolders, since: Date) {
  const databaseUrl = process.env.DATABASE_URL;
  const place = { folder: folders.gateway, ...(databaseUrl ? { databaseUrl } : {}) };
  const database = await openDatabase(place, () => undefined);
  try {
    return { slips: readSlips(folders.print), dossiers: await dossiersSince(database, since) };
  } finally {
    await database.close();
  }
}

process.exitCode = await main();
