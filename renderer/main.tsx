import '../shared/host/no-eval.ts';
import './ui/look.ts';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { holdUnloadWhileWorkWaits } from './platform/hold-unload.ts';
import { createHostBridge } from './platform/host-bridge.ts';
import { connectWorker } from './platform/worker-client.ts';

/** Composition root of the page: the bridge to the host, the worker, the screens. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);
const root = document.getElementById('root');
if (!root) throw new Error('no root element');
const bridge = createHostBridge();
const worker = connectWorker(bridge);
holdUnloadWhileWorkWaits(worker);
createRoot(root).render(
  <App worker={worker} offeredEnrolment={bridge.host.offeredEnrolment} nonce={nonce} />,
);
