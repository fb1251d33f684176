import type { PageWorker } from '../../renderer/platform/page-worker.ts';
import type {
  Answer,
  Commands,
  DossierList,
  DossierRow,
  ListTab,
  SessionView,
  ViewName,
  Views,
} from '../../renderer/worker/api.ts';
import { type Fixtures, fixtures } from './page-fixtures.ts';

/** How the fake begins; everything may be left out. */
export interface Beginning {
  readonly phase?: SessionView['phase'];
  readonly count?: number;
  readonly line?: 'online' | 'offline' | 'sending';
  readonly repaired?: boolean;
  readonly failedAttempts?: number;
}

const office: NonNullable<SessionView['office']> = {
  name: 'UBND xã Mẫu',
  parent: 'UBND tỉnh Mẫu',
  desk: 'Trung tâm Phục vụ hành chính công · Quầy 2',
  device: 'MAU-Q2-7K3M',
  deviceName: 'Quầy 2',
  demonstration: true,
  packTitle: 'Tỉnh mẫu · dữ liệu minh họa',
  recipients: ['Công chức tư pháp – hộ tịch', 'Công chức địa chính – xây dựng', 'Văn thư'],
};
const clerks: SessionView['clerks'] = [
  { id: 'lan.nt', name: 'Nguyễn Thị Lan', secret: 'pin' },
  { id: 'tam.lm', name: 'Lê Minh Tâm', secret: 'pin' },
  { id: 'hoa.pt', name: 'Phạm Thị Hoa', secret: 'pin' },
];

/** Named commands of the fake: only what the screens need to be looked at; the PIN is 246810. */
type Handlers = {
  readonly [N in keyof Commands]?: (...input: Parameters<Commands[N]>) => ReturnType<Commands[N]>;
};

/** An in-memory worker for looking at screens: fixtures of every state, no store, no keys, no line. */
export function fakePageWorker(beginning: Beginning, now: number): PageWorker {
  const data = fixtures(now, beginning.count ?? 40);
  const watchers = new Set<() => void>();
  let session = sessionOf(beginning);
  let line = beginning.line ?? 'offline';
  const changed = () => {
    for (const tell of watchers) tell();
  };
  const enter = (change: Partial<SessionView>): Answer<void> => {
    session = { ...session, ...change };
    queueMicrotask(changed);
    return { ok: true, value: undefined };
  };
  const handlers: Handlers = {
    unlock: ({ clerk, secret }) => {
      if (secret === '246810')
        return enter({ phase: 'open', clerk: clerks.find((each) => each.id === clerk), failedAttempts: 0 });
      enter({ failedAttempts: session.failedAttempts + 1 });
      return { ok: false, error: { code: 'secret-wrong' } };
    },
    lock: () => enter({ phase: 'locked', clerk: undefined }),
    readEnrolment: () => ({
      ok: true,
      value: { agency: office.name, deviceName: 'Quầy 2', demonstration: true, clerks, secret: 'pin' },
    }),
    enrol: () => enter({ phase: 'locked' }),
    demoLineState: () => ({ ok: true, value: line === 'offline' ? 'offline' : 'online' }),
    demoLine: ({ state }) => {
      line = state === 'offline' ? 'offline' : 'online';
      return enter({});
    },
    provincePage: () => ({ ok: true, value: 'about:blank' }),
    searchProcedures: () => ({ ok: true, value: [] }),
    preflight: () => ({ ok: true, value: { findings: [], fees: [] } }),
    earlierDossiers: () => ({ ok: true, value: { rows: [] } }),
    attachmentBytes: () => ({
      ok: true,
      value: { bytes: onePixel(), mediaType: 'image/png', name: 'to-khai.png' },
    }),
    printReceipt: () => ({ ok: true, value: { via: 'folder', pdf: new Uint8Array() } }),
  };
  const run: PageWorker['run'] = async (name, ...input) => {
    const handler = handlers[name] as ((...given: unknown[]) => unknown) | undefined;
    const answer = handler ? handler(...input) : { ok: true, value: undefined };
    return answer as Awaited<ReturnType<PageWorker['run']>> as never;
  };
  return {
    run,
    watch: (view, params, listener) => {
      const tell = () => listener(presentValue(view, params, { data, session, line, now }));
      watchers.add(tell);
      queueMicrotask(() => watchers.has(tell) && tell());
      return () => watchers.delete(tell);
    },
  };
}

interface State {
  readonly data: Fixtures;
  readonly session: SessionView;
  readonly line: NonNullable<Beginning['line']>;
  readonly now: number;
}

function sessionOf(beginning: Beginning): SessionView {
  const phase = beginning.phase ?? 'open';
  return {
    phase,
    workspace: 'demo',
    target: 'web',
    version: '0.1.0',
    ...(phase !== 'enrolment' && { office }),
    clerks,
    ...(phase === 'open' && { clerk: clerks[0] }),
    failedAttempts: beginning.failedAttempts ?? 0,
    ...(beginning.repaired && { repaired: { code: 'store-rebuilt', count: 12 } }),
    ...(phase === 'failed' && { problem: { code: 'journal-damaged' } }),
    scanFolder: true,
    printing: 'folder',
  };
}

function presentValue<V extends ViewName>(
  view: V,
  params: Views[V]['params'],
  state: State,
): Views[V]['value'] {
  const { data, session, line, now } = state;
  const rows = data.details.map((each) => each.row);
  const values: { readonly [N in ViewName]: () => Views[N]['value'] } = {
    session: () => session,
    line: () => ({
      state: line === 'offline' ? 'offline' : 'online',
      ...(line === 'offline' && { reason: 'line-unreachable' }),
      lastContactAt: new Date(now - 3 * 3_600_000).toISOString(),
      nextTryAt: new Date(now + 90_000).toISOString(),
      busy: line === 'sending',
      waiting: line === 'online' ? 0 : data.outbox.length,
      filesWaiting: line === 'online' ? 0 : 6,
      attention: data.attention.length,
    }),
    home: () => ({
      receivedToday: 3,
      today: rows.slice(0, 3),
      dueSoon: rows.filter((row) => row.urgency === 'due-soon').slice(0, 8),
      overdue: rows.filter((row) => row.urgency === 'overdue').slice(0, 8),
      supplement: rows.filter((row) => row.status === 'awaitingSupplement').length,
    }),
    dossiers: () => listOf(rows, params as Views['dossiers']['params']),
    dossier: () => data.details.find((each) => each.row.id === (params as { id: string }).id),
    outbox: () => ({ entries: line === 'online' ? [] : data.outbox, attention: data.attention }),
    draft: () => undefined,
  };
  return values[view]() as Views[V]['value'];
}

const inTab: Readonly<Record<ListTab, (row: DossierRow) => boolean>> = {
  open: (row) => row.urgency !== 'closed',
  'due-soon': (row) => row.urgency === 'due-soon',
  overdue: (row) => row.urgency === 'overdue',
  supplement: (row) => row.status === 'awaitingSupplement',
  'to-return': (row) => row.status === 'finished',
  waiting: (row) => row.sync === 'waiting',
  all: () => true,
};

function listOf(rows: readonly DossierRow[], wanted: Views['dossiers']['params']): DossierList {
  const count = (tab: ListTab) => rows.filter(inTab[tab]).length;
  const words = wanted.query.toLowerCase();
  return {
    rows: rows
      .filter(inTab[wanted.tab])
      .filter((row) => `${row.name} ${row.code} ${row.procedureName}`.toLowerCase().includes(words)),
    counts: {
      open: count('open'),
      'due-soon': count('due-soon'),
      overdue: count('overdue'),
      supplement: count('supplement'),
      'to-return': count('to-return'),
      waiting: count('waiting'),
      all: rows.length,
    },
  };
}

/** The smallest PNG there is. */
function onePixel(): Uint8Array {
  const text =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
