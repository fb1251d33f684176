import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, localDayOf } from '../shared/lib/vietnam-time.ts';
import { readConfig } from './config.ts';
import { demoRoutes } from './demo/demo-routes.ts';
import { prepareDemonstration } from './demo/demonstration.ts';
import { seedDemonstration } from './demo/seed.ts';
import { openGateway } from './gateway.ts';
import { adminRoutes } from './http/admin-routes.ts';
import { gatewayApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { jsonLog } from './http/log.ts';
import { keptSecret } from './http/secret-token.ts';
import { provinceRoutes } from './pages/province-routes.ts';
import { checkSignaturesForEver } from './push/check-signatures.ts';
import { folderBlobStore } from './store/blob-store.ts';
import { raiseGeneration } from './store/generation.ts';
import { openDatabase } from './store/open-database.ts';

/** Composition root of the gateway: environment in, `READY <url>` on stdout when it answers. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { logFile } = config;
  const log = jsonLog(
    (line) => (logFile ? appendFileSync(logFile, line) : process.stderr.write(line)),
    Date.now,
  );
  const database = await openDatabase(config, (text) => process.stderr.write(`${text}\n`));
  const blobs = folderBlobStore(path.join(config.folder, 'papers'));
  if (config.generation !== undefined)
    await raiseGeneration(database, config.generation, recentDays(Date.now()));
  const gateway = await openGateway({ database, blobs, now: Date.now, log });
  if (config.mode === 'demo') {
    await prepareDemonstration(gateway);
    if (config.seed !== undefined) await seedDemonstration(gateway, config.seed);
  }
  const provinceToken = config.provinceToken ?? keptSecret(config.folder, 'province-token');
  const adminToken = keptSecret(config.folder, 'admin-token');
  let url = '';
  const pages = [
    adminRoutes(gateway, adminToken),
    provinceRoutes(gateway, provinceToken),
    ...(config.mode === 'demo' ? [demoRoutes(gateway, { url: () => url, token: provinceToken })] : []),
  ];
  const server = await listen(gatewayApp(gateway, pages), config.port, config.listen);
  url = server.url;
  writeFileSync(path.join(config.folder, 'gateway-url'), `${url}\n`, { mode: 0o600 });
  const stopChecking = checkSignaturesForEver(gateway);
  const stop = async () => {
    stopChecking();
    await server.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`READY ${url}\n`);
}

/** Local days on which numbers may still be given: receptions of an offline machine arrive late, and clocks run ahead. */
const recentDays = (now: number): string[] =>
  Array.from({ length: 40 }, (_, index) => addDays(localDayOf(now), 2 - index));

/** 64 wrong configuration, 69 a service is missing */
const exitCodeOf = (cause: unknown): number =>
  cause instanceof Error && cause.name === 'ConfigRefused' ? 64 : 69;

main().catch((cause: unknown) => {
  process.stderr.write(
    `The gateway cannot start: ${cause instanceof Error ? cause.message : String(cause)}\n`,
  );
  process.exit(exitCodeOf(cause));
});
