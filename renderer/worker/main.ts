import '../../shared/host/no-eval.ts';
import { createCore } from './boot/core.ts';
import { startEngine } from './boot/delivery.ts';
import { createHostRelay } from './boot/host-relay.ts';
import { claimWindow } from './boot/window-lock.ts';
import { loadFormFonts } from './forms/load-fonts.ts';
import type { FormFonts } from './forms/make-pdf.ts';
import { receiptPdf } from './forms/receipt.ts';
import { markReprint } from './forms/reprint.ts';
import { defaultKdf } from './keys/derive-key.ts';
import { webClock, webDigest, webIds, webVerifier } from './keys/web-crypto-ports.ts';
import type { FromPage, FromWorker } from './messages.ts';
import { webSearch } from './search/web-search.ts';
import { openDexieWorkStore } from './store/dexie-work-store.ts';
import { openUsableStore } from './store/open-usable-store.ts';

/** Composition root of the worker: the real ports, and the message port to the page. */
const post = (message: FromWorker): void => self.postMessage(message);
const relay = createHostRelay(post);
let loading: Promise<FormFonts> | undefined;
const fonts = (): Promise<FormFonts> => {
  loading ??= loadFormFonts().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

const leftAside = (name: string, error: unknown): void => {
  const detail = `${name}: ${error instanceof Error ? error.name : 'unknown'}`;
  void relay.host.log({ level: 'error', code: 'store-left-aside', detail });
};

const core = createCore({
  host: relay.host,
  clock: webClock,
  ids: webIds,
  digest: webDigest,
  verifier: webVerifier,
  kdf: defaultKdf,
  openStore: (name) => openUsableStore(name, openDexieWorkStore, leftAside),
  search: webSearch,
  makeReceipt: async ({ packs, ...rest }) => {
    const { agency, demonstration } = packs.content;
    return receiptPdf({ ...rest, agency, demonstration }, await fonts());
  },
  markReprint: async (pdf, at) => markReprint(pdf, at, await fonts()),
  claimWindow,
  startEngine,
  onBug: (error) => {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    void relay.host.log({ level: 'error', code: 'worker-bug', detail: detail.slice(0, 500) });
  },
});

const subscriptions = new Map<number, () => void>();

self.addEventListener('message', ({ data }: MessageEvent<FromPage>) => {
  switch (data.kind) {
    case 'command': {
      const { id, name, input } = data;
      (core.call as (name: string, input: unknown) => Promise<unknown>)(name, input).then(
        (value) => post({ kind: 'answer', id, value }),
        (error) => post({ kind: 'bug', id, message: error instanceof Error ? error.message : String(error) }),
      );
      break;
    }
    case 'subscribe': {
      const { id, view, params } = data;
      const send = (value: unknown): void => post({ kind: 'view', id, value });
      subscriptions.set(id, core.subscribe(view, params as never, send));
      break;
    }
    case 'unsubscribe':
      subscriptions.get(data.id)?.();
      subscriptions.delete(data.id);
      break;
    case 'host-answer':
      relay.answered(data);
      break;
    case 'host-event':
      void core.hostEvent(data.event);
      break;
  }
});

setInterval(() => core.tick(), 60_000);
