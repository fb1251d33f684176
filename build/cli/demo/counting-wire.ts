import { connect, createServer, type Socket } from 'node:net';

/** A wire that lets everything through and counts what goes towards the gateway. */
export interface CountingWire {
  readonly url: string;
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
}

/** Opens a loopback port that leads to `target`. */
export function countingWire(target: string): Promise<CountingWire> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.once('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (data) => {
      bytes += data.byteLength;
    });
    near.pipe(far);
    far.pipe(near);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || !address) return reject(new Error('no port'));
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        bytes: () => bytes,
        close: () =>
          new Promise((closed) => {
            for (const socket of open) socket.destroy();
            server.close(() => closed());
          }),
      });
    });
  });
}
