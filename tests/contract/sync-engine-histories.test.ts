import { describe, expect, it } from 'vitest';
import { textAnswer } from '../fakes/memory-gateway.ts';
import { delivered, everyId, ids, office, receive } from './sync-office.ts';

describe('histories that differ', () => {
  it('a restored province gets back what it had acknowledged', async () => {
    const { store, gateway, begin } = office();
    receive(store, 1, 10);
    const { until, engine } = begin();
    await until(delivered(store));
    const nightly = gateway.copy();
    receive(store, 11, 20);
    engine.kick();
    await until(delivered(store));
    gateway.restore(nightly);
    await until(() => gateway.state.effective.length === 20);
    expect(ids(gateway)).toEqual(everyId(20));
    expect(store.state.generation).toBe(2);
  });

  it('a province restored to before the registration is registered with again', async () => {
    const { store, gateway, begin } = office();
    const empty = gateway.copy();
    receive(store, 1, 10);
    const { until } = begin();
    await until(delivered(store));
    gateway.restore(empty);
    await until(() => gateway.state.effective.length === 10);
    expect(ids(gateway)).toEqual(everyId(10));
  });

  it('a counter restored from an older copy begins a new epoch and doubles nothing', async () => {
    const { store, gateway, begin } = office();
    receive(store, 1, 10);
    const { until, engine } = begin();
    await until(delivered(store));
    const old = store.copy();
    receive(store, 11, 15);
    engine.kick();
    await until(delivered(store));
    store.restore(old);
    receive(store, 16, 20);
    engine.kick('line');
    await until(() => store.state.epoch === 2 && delivered(store)());
    expect(ids(gateway)).toEqual(everyId(20));
  });

  it('a counter that began epochs the restored province has forgotten goes on above them', async () => {
    const { store, gateway, begin } = office();
    receive(store, 1, 5);
    const { until, engine } = begin();
    await until(delivered(store));
    const nightly = gateway.copy();
    await store.beginEpoch(2);
    await store.beginEpoch(3);
    engine.kick('line');
    await until(() => gateway.state.epoch === 3 && gateway.state.lastSeq === 5);
    gateway.restore(nightly);
    receive(store, 6, 9);
    engine.kick('line');
    await until(() => gateway.state.epoch >= 3 && delivered(store)());
    expect(ids(gateway)).toEqual(everyId(9));
    expect(store.state.epoch).toBe(gateway.state.epoch);
  });

  it('the reply of an older generation changes nothing', async () => {
    let old: ReturnType<typeof textAnswer> | undefined;
    const { store, gateway, begin } = office((request) =>
      request.path.startsWith('/v1/pull') && old ? { before: () => old as never } : undefined,
    );
    receive(store, 1, 2);
    const { until, engine, news } = begin();
    await until(delivered(store));
    gateway.restore(gateway.copy());
    engine.kick('line');
    await until(() => store.state.generation === 2 && store.state.cursor.startsWith('2.'));
    old = textAnswer(
      200,
      JSON.stringify({
        protocol: 1,
        generation: 1,
        scopeVersion: 1,
        cursor: '1.99',
        more: false,
        rows: [],
        time: new Date(0).toISOString(),
      }),
    );
    engine.kick('line');
    await until(() => news.at(-1)?.reason === 'answer-stale');
    expect(store.state.cursor.startsWith('2.')).toBe(true);
  });
});

describe('files', () => {
  it('arrive once each, and an act written meanwhile goes first', async () => {
    const { store, gateway, begin } = office();
    for (let n = 1; n <= 6; n++) store.attach(`trang ${n}`);
    store.attach('trang 6');
    const { until, engine } = begin();
    await until(
      () => gateway.requests.some(({ method }) => method === 'PUT') || gateway.state.files.size > 0,
    );
    receive(store, 1, 1);
    engine.kick();
    await until(() => delivered(store)() && store.state.files.every(({ arrived }) => arrived));
    expect([...gateway.state.files.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('a file this machine cannot read holds up neither the other files nor a later act', async () => {
    const { store, gateway, begin, time } = office();
    receive(store, 1, 1);
    for (const page of ['một', 'hai', 'ba']) store.attach(page);
    const damaged = store.state.files[0]?.id;
    const { attachmentBytes } = store;
    Object.assign(store, {
      attachmentBytes: async (file: string) => {
        if (file === damaged) throw new Error('kept file changed');
        return attachmentBytes(file);
      },
    });
    const { until, engine, bugs } = begin();
    await until(() => store.state.files.filter(({ arrived }) => arrived).length === 2, 60_000);
    const before = time.now;
    receive(store, 2, 2);
    engine.kick();
    await until(delivered(store));
    expect(time.now - before).toBeLessThan(1_000);
    expect(store.state.files[0]?.arrived).toBe(false);
    expect(gateway.state.effective).toHaveLength(2);
    expect(bugs).toEqual([]);
  });

  it('one refused file does not hold up the others', async () => {
    const { store, gateway, begin } = office();
    store.attach('nguyên vẹn 1');
    store.attach('hỏng');
    store.attach('nguyên vẹn 2');
    const broken = store.state.files[1];
    if (broken) broken.text = 'đổi trên đĩa';
    await begin().until(() => gateway.state.files.size === 2);
    expect(store.state.files.map(({ arrived }) => arrived)).toEqual([true, false, true]);
  });
});
