import type { CustomScheme, Protocol } from 'electron';
import { serveStatic } from '../host/static-files.ts';

/** The key to all stored data: never to be changed. */
export const ORIGIN = 'app://bundle';

/** Must be registered before the application is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Serves GET of the built page below `root`; everything else goes over IPC. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'bundle' || request.method !== 'GET') return new Response(null, { status: 403 });
    const { status, headers, body } = await serveStatic(root, url.pathname);
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}
