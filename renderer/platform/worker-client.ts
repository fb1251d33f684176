import type { FromPage, FromWorker } from '../worker/messages.ts';
import type { HostBridge } from './host-bridge.ts';
import type { PageWorker } from './page-worker.ts';

/** Starts the worker and gives it the host: commands and live views on one side, relayed host calls on the other. */
export function connectWorker(bridge: Pick<HostBridge, 'invoke' | 'onEvent'>): PageWorker {
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
  const post = (message: FromPage): void => worker.postMessage(message);
  const calls = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<number, (value: never) => void>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'view') listeners.get(data.id)?.(data.value as never);
    else if (data.kind === 'host-call') void relay(bridge, data, post);
    else settle(calls, data);
  });
  worker.addEventListener('error', (event) => {
    const failure = new Error(event.message || 'worker failed to start');
    for (const { reject } of calls.values()) reject(failure);
    calls.clear();
  });
  bridge.onEvent((event) => post({ kind: 'host-event', event }));

  return {
    run: (name, ...input) =>
      new Promise((resolve, reject) => {
        last += 1;
        calls.set(last, { resolve, reject });
        post({ kind: 'command', id: last, name, input: input[0] });
      }),
    watch: (view, params, listener) => {
      last += 1;
      const id = last;
      listeners.set(id, listener);
      post({ kind: 'subscribe', id, view, params });
      return () => {
        listeners.delete(id);
        post({ kind: 'unsubscribe', id });
      };
    },
  };
}

type Settled = Extract<FromWorker, { kind: 'answer' | 'bug' }>;

function settle(
  calls: Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>,
  message: Settled,
): void {
  const call = calls.get(message.id);
  calls.delete(message.id);
  if (message.kind === 'answer') call?.resolve(message.value as never);
  else call?.reject(new Error(message.message));
}

/** One host call of the worker, answered with its value or with the message that carries the error's code. */
async function relay(
  bridge: Pick<HostBridge, 'invoke'>,
  { id, method, args }: Extract<FromWorker, { kind: 'host-call' }>,
  post: (message: FromPage) => void,
): Promise<void> {
  try {
    post({ kind: 'host-answer', id, ok: true, value: await bridge.invoke(method, args) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ kind: 'host-answer', id, ok: false, message });
  }
}
