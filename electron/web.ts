/** The host on loopback, for machines without Electron: prints `READY <url>` when a browser may come. */
import path from 'node:path';
import { version } from '../package.json' with { type: 'json' };
import { errorCode } from './host/durable/disk-error.ts';
import { dialogPrinter } from './host/printing.ts';
import { createHost, type RunningHost } from './host/services.ts';
import { type HostSettings, readSettings } from './host/settings.ts';
import { startWebServer, type WebServer } from './host/web-server.ts';
import { WorkspaceBusy } from './host/workspace-lock.ts';

const UNAVAILABLE = 69;

async function main(): Promise<void> {
  const settings = readSettings(process.env.TRAM_WORKSPACE ?? 'demo', process.env);
  let server: WebServer | undefined;
  const running = createHost({
    target: 'web',
    version,
    settings,
    printer: dialogPrinter,
    onEvent: (event) => server?.emit(event),
  });
  server = await openDoor(running, settings);
  stopOnSignal(running, server);
  console.log(`READY ${server.startUrl}`);
}

async function openDoor(running: RunningHost, settings: HostSettings): Promise<WebServer> {
  const { port, workspace } = settings.place;
  try {
    const root = path.join(import.meta.dirname, '../renderer');
    return await startWebServer({ host: running.host, workspace, port, root });
  } catch (error) {
    await running.close();
    throw error;
  }
}

function stopOnSignal(running: RunningHost, server: WebServer): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await running.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function explain(error: unknown): string {
  if (error instanceof WorkspaceBusy)
    return `Trạm đang chạy trên máy này (tiến trình ${error.pid}). / Trạm is already running here (process ${error.pid}).`;
  if (errorCode(error) === 'EADDRINUSE') {
    const port = process.env.TRAM_PORT ?? '47610–47612';
    return `Cổng ${port} đang được chương trình khác dùng; hãy tắt chương trình đó rồi mở lại Trạm. / Port ${port} is in use by another program; close it and start Trạm again.`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(UNAVAILABLE);
});
