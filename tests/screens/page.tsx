import '../../renderer/ui/look.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app/App.tsx';
import { type Beginning, fakePageWorker } from '../fakes/page-worker.ts';

/** The real screens over the in-memory worker; the query string says how it begins. */
const asked = new URLSearchParams(location.search);
const beginning: Beginning = {
  phase: (asked.get('phase') ?? 'open') as NonNullable<Beginning['phase']>,
  count: Number(asked.get('count') ?? 40),
  line: (asked.get('line') ?? 'offline') as NonNullable<Beginning['line']>,
  repaired: asked.has('repaired'),
  failedAttempts: Number(asked.get('failed') ?? 0),
};
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <App worker={fakePageWorker(beginning, Date.now())} offeredEnrolment={async () => undefined} nonce="" />,
  );
