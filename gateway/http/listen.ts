import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the app; rejects with a plain sentence when the port is taken. Port 0 takes any. */
export function listen(app: Hono, port: number, hostname: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address) => {
      const name = hostname === '0.0.0.0' || hostname === '::' ? '127.0.0.1' : hostname;
      resolve({ url: `http://${name}:${address.port}`, close: () => closed(server as Server) });
    }) as Server;
    server.requestTimeout = 120_000;
    server.headersTimeout = 20_000;
    server.keepAliveTimeout = 30_000;
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? new Error(`port ${port} is in use by another program`) : cause),
    );
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}
