import { onTestFinished } from 'vitest';
import { type Bench, seeded, syncBench, VirtualTime } from '../builders/sync-bench.ts';
import { type Fault, MemoryGateway } from '../fakes/memory-gateway.ts';
import { MemorySyncStore } from '../fakes/memory-sync-store.ts';

export type Asked = Parameters<MemoryGateway['request']>[0];

export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export function office(fault: (request: Asked) => Fault | undefined = () => undefined) {
  const time = new VirtualTime();
  const store = new MemorySyncStore();
  const gateway = new MemoryGateway(() => time.now, fault);
  const begin = (): Bench => {
    const bench = syncBench({ store, request: gateway.request, time, random: seeded(7) });
    onTestFinished(() => bench.engine.stop());
    return bench;
  };
  return { time, store, gateway, begin };
}

export const receive = (store: MemorySyncStore, from: number, to: number) => {
  for (let n = from; n <= to; n++) store.write(id(n), `dossier-${n % 5}`);
};
export const delivered = (store: MemorySyncStore) => () =>
  store.state.written.every(({ verdict }) => verdict);
export const ids = (gateway: MemoryGateway) => gateway.state.effective.map((one) => one.id);
export const everyId = (count: number) => Array.from({ length: count }, (_, n) => id(n + 1));

/** the first `times` requests to `path` meet the fault */
export function atFirst(path: string, times: number, fault: Fault): (request: Asked) => Fault | undefined {
  let left = times;
  return (request) => (request.path.startsWith(path) && left-- > 0 ? fault : undefined);
}
export const pushes = (gateway: MemoryGateway) => gateway.requests.filter(({ operations }) => operations > 0);
