import { RegisterRequest } from '../../../shared/protocol/messages.ts';
import type { LineView } from '../api.ts';
import type { WorkStore } from '../store/work-store.ts';
import { createSyncEngine, type SyncEngine } from '../sync/engine.ts';
import type { LineNews, SyncEnginePorts } from '../sync/engine-ports.ts';
import { heardTime } from '../verdicts/heard-time.ts';
import { createSyncStore } from '../verdicts/sync-store.ts';
import type { Office, WorldPorts } from './office.ts';

export type StartEngine = (ports: SyncEnginePorts) => SyncEngine;
export const startEngine: StartEngine = createSyncEngine;

/** Delivery to the province: runs from the first unlock until suspend or exit, also while the screen is locked. */
export interface Delivery {
  readonly begin: (office: Office) => void;
  readonly end: () => Promise<void>;
  readonly workWaits: () => void;
  readonly lineMayDiffer: () => void;
  readonly demoLineChanged: () => void;
  /** remembers what waits in a database that is about to be closed; counting needs no key */
  readonly remember: (store: WorkStore) => Promise<void>;
  readonly line: (office: Office | undefined) => Promise<LineView>;
}

export function createDelivery(
  parts: WorldPorts & { readonly startEngine: StartEngine; readonly onBug: (error: unknown) => void },
  changed: () => void,
): Delivery {
  let engine: SyncEngine | undefined;
  let news: LineNews = { state: 'unknown', busy: false };
  let closed: Counts = { waiting: 0, filesWaiting: 0, attention: 0 };
  return {
    begin: (office) => {
      const { machine, host, clock, ids, digest } = office;
      engine = parts.startEngine({
        store: createSyncStore(office),
        signer: machine.device,
        device: machine.facts.device,
        host,
        clock,
        ids,
        digest,
        registration: registrationOf(office),
        onLine: (next) => {
          news = next;
          changed();
        },
        heardTime: (server, roundTrip) => {
          void heardTime(office, server, roundTrip).then(changed, parts.onBug);
        },
        onBug: parts.onBug,
      });
    },
    end: async () => {
      const running = engine;
      engine = undefined;
      news = { state: 'unknown', busy: false };
      await running?.stop();
    },
    workWaits: () => engine?.kick('work'),
    lineMayDiffer: () => engine?.kick('line'),
    demoLineChanged: () => engine?.demoLineChanged(),
    remember: async (store) => {
      closed = await counts(store);
    },
    line: async (office) => ({ ...news, ...(office ? await counts(office.store) : closed) }),
  };
}

type Counts = Pick<LineView, 'waiting' | 'filesWaiting' | 'attention'>;

const counts = async (store: WorkStore): Promise<Counts> => ({
  waiting: (await store.unansweredOperations()).length,
  filesWaiting: (await store.attachmentsInState('waiting')).length,
  attention: await store.count('attention'),
});

const registrationOf = ({ machine }: Office): RegisterRequest =>
  RegisterRequest.parse({
    protocol: 1,
    device: machine.facts.device,
    token: machine.facts.token,
    publicKey: machine.devicePublicKey,
    clerks: machine.clerkPublicKeys,
  });
