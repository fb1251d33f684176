import { describe, expect, it } from 'vitest';
import { HostError } from '../../shared/host/host-error.ts';
import { type Fault, refusal, textAnswer } from '../fakes/memory-gateway.ts';
import { atFirst, delivered, everyId, id, ids, office, pushes, receive } from './sync-office.ts';

describe('a day without faults', () => {
  it('registers, greets and delivers everything once and in order', async () => {
    const { store, gateway, begin } = office();
    receive(store, 1, 120);
    await begin().until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(120));
    expect(gateway.requests.slice(0, 4).map(({ path }) => path.split('?')[0])).toEqual([
      '/v1/register',
      '/v1/ping',
      '/v1/push',
      '/v1/push',
    ]);
  });

  it('doubles the batch while the line is quick', async () => {
    const { store, gateway, begin } = office();
    receive(store, 1, 900);
    await begin().until(delivered(store));
    expect(pushes(gateway).map(({ operations }) => operations)).toEqual([50, 100, 200, 400, 150]);
  });

  it('delivers an act written later without waiting for the poll', async () => {
    const { store, gateway, begin, time } = office();
    const { until, engine } = begin();
    await until(() => gateway.requests.some(({ path }) => path.startsWith('/v1/pull')));
    const before = time.now;
    receive(store, 1, 1);
    engine.kick();
    await until(delivered(store));
    expect(time.now - before).toBeLessThan(1_000);
  });

  it('says online, and when the last contact was', async () => {
    const { store, begin } = office();
    const { until, news } = begin();
    receive(store, 1, 1);
    await until(delivered(store));
    await until(() => news.at(-1)?.busy === false);
    expect(news.at(-1)).toMatchObject({ state: 'online', busy: false });
    expect(news.at(-1)?.lastContactAt).toMatch(/Z$/);
  });
});

describe('the line', () => {
  it('is cut during a push: the batch goes again and nothing is doubled', async () => {
    const lost = () => new HostError('line-unreachable', 'ECONNRESET');
    const { store, gateway, begin } = office(atFirst('/v1/push', 3, { before: lost }));
    receive(store, 1, 12);
    await begin().until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(12));
  });

  it('loses the reply after the commit: the stored verdicts come back', async () => {
    let asked = 0;
    const lost: Fault = { after: () => new HostError('line-unreachable', 'answer-lost') };
    const { store, gateway, begin } = office((request) =>
      request.path === '/v1/push' && ++asked === 2 ? lost : undefined,
    );
    receive(store, 1, 12);
    await begin().until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(12));
    expect(store.state.written.some(({ verdict }) => verdict?.duplicate)).toBe(true);
  });

  it('carries a request twice: the second has no effect', async () => {
    const { store, gateway, begin } = office(() => ({ twice: true }));
    receive(store, 1, 30);
    await begin().until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(30));
  });

  it('is offline while a captive portal answers everything', async () => {
    let portal = true;
    const login = () =>
      textAnswer(200, '<html><body>Đăng nhập Wi-Fi</body></html>', { 'content-type': 'text/html' });
    const { store, gateway, begin } = office(() => (portal ? { before: login } : undefined));
    receive(store, 1, 3);
    const { until, news, engine } = begin();
    await until(() => news.some(({ state }) => state === 'offline'));
    expect(news.at(-1)?.reason).toBe('answer-foreign');
    expect(gateway.state.effective).toEqual([]);
    portal = false;
    engine.demoLineChanged();
    await until(delivered(store));
    expect(news.at(-1)?.state).toBe('online');
  });

  it('is not believed when the probe comes back with another nonce', async () => {
    const { store, gateway, begin } = office((request) =>
      request.path.startsWith('/v1/ping')
        ? {
            after: (answer) => {
              const reply = JSON.parse(Buffer.from(answer.body).toString());
              return textAnswer(200, JSON.stringify({ ...reply, nonce: 'recorded-yesterday' }));
            },
          }
        : undefined,
    );
    receive(store, 1, 1);
    const { until, news } = begin();
    await until(() => news.at(-1)?.state === 'offline');
    expect(ids(gateway)).toEqual([]);
  });

  it('is tried at least every half minute while work waits', async () => {
    const tries: number[] = [];
    const { store, begin, time } = office(() => ({
      before: () => {
        tries.push(time.now);
        return new HostError('line-unreachable', 'ENETUNREACH');
      },
    }));
    receive(store, 1, 1);
    await begin().until(() => tries.length > 30);
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_100);
  });

  it('is not used while the machine sleeps', async () => {
    const { store, gateway, begin } = office();
    const { engine, until } = begin();
    await until(() => gateway.requests.some(({ path }) => path.startsWith('/v1/pull')));
    engine.setSuspended(true);
    const before = gateway.requests.length;
    receive(store, 1, 1);
    engine.kick();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.requests.length).toBe(before);
    engine.setSuspended(false);
    await until(delivered(store));
  });
});

const badAnswers: readonly [string, Fault, string][] = [
  ['400', { before: () => refusal(400, 'malformed') }, 'request-refused'],
  ['401', { before: () => refusal(401, 'signature-invalid') }, 'signature-refused'],
  ['409', { before: () => refusal(409, 'token-used') }, 'token-used'],
  ['413', { before: () => refusal(413, 'too-large') }, 'too-large'],
  ['429', { before: () => refusal(429, 'too-many', 120) }, 'too-many'],
  ['500', { before: () => refusal(500, 'internal') }, 'gateway-failed'],
  [
    '500 in HTML',
    { before: () => textAnswer(500, '<h1>Oops</h1>', { 'content-type': 'text/html' }) },
    'gateway-failed',
  ],
  ['HTML', { before: () => textAnswer(200, '<html>', { 'content-type': 'text/html' }) }, 'answer-foreign'],
  [
    'half a body',
    { after: (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length >> 1) }) },
    'answer-broken',
  ],
  [
    'a body cut by the line',
    { after: () => new HostError('line-unreachable', 'answer-cut') },
    'answer-broken',
  ],
  ['JSON of another shape', { after: () => textAnswer(200, '{"status":"ok"}') }, 'answer-broken'],
  ['no verdicts', { after: withoutVerdicts }, 'answer-broken'],
  ['nothing', { after: () => new HostError('line-timeout', '30000') }, 'line-timeout'],
];

function withoutVerdicts(answer: ReturnType<typeof textAnswer>): ReturnType<typeof textAnswer> {
  const reply = JSON.parse(Buffer.from(answer.body).toString());
  return textAnswer(200, JSON.stringify({ ...reply, verdicts: [] }));
}

describe('a gateway that answers a push with', () => {
  it.each(badAnswers)(
    '%s: the clerk reads why, and everything arrives once when it is well again',
    async (_, fault, code) => {
      let pushed = 0;
      const { store, gateway, begin } = office((request) =>
        request.path === '/v1/push' && pushed++ >= 1 && pushed < 5 ? fault : undefined,
      );
      receive(store, 1, 20);
      const { until, news, bugs } = begin();
      await until(delivered(store));
      expect(news.some(({ reason }) => reason === code)).toBe(true);
      expect(ids(gateway)).toEqual(everyId(20));
      expect(bugs).toEqual([]);
    },
  );

  it('429 is left alone as long as it asked, even when work comes', async () => {
    const { store, gateway, begin, time } = office(
      atFirst('/v1/ping', 1, { before: () => refusal(429, 'too-many', 300) }),
    );
    receive(store, 1, 1);
    const { until, engine, news } = begin();
    await until(() => news.some(({ reason }) => reason === 'too-many'));
    const since = time.now;
    engine.kick();
    await until(delivered(store));
    expect(time.now - since).toBeGreaterThanOrEqual(299_000);
    expect(ids(gateway)).toHaveLength(1);
  });

  it('413 gets smaller batches until they fit', async () => {
    const { store, gateway, begin } = office();
    gateway.largestBatch = 7;
    receive(store, 1, 40);
    await begin().until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(40));
  });

  it('500 for one operation: those before it arrive, it is named, files and pulls go on', async () => {
    const { store, gateway, begin } = office();
    gateway.poison.add(id(23));
    receive(store, 1, 30);
    store.attach('tờ khai');
    const { until, news } = begin();
    await until(() => news.some(({ reason }) => reason === 'operation-undeliverable'));
    await until(() => gateway.state.files.size === 1);
    expect(ids(gateway)).toEqual(everyId(22));
    gateway.poison.clear();
    await until(delivered(store));
    expect(ids(gateway)).toEqual(everyId(30));
  });
});
