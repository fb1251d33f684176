import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, sha256Hex, signerOf } from '../../gateway/auth/web-crypto.ts';
import { SeededRandom } from '../../gateway/demo/seeded-random.ts';
import type { Database } from '../../gateway/store/database.ts';
import { raiseGeneration } from '../../gateway/store/generation.ts';
import { localDayOf } from '../../shared/lib/vietnam-time.ts';
import { ErrorReply, PacksReply, PingReply } from '../../shared/protocol/messages.ts';
import { type Engine, embeddedEngine, postgresEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, Counter, type Province } from './gateway-office.ts';

const postgres = postgresEngine();
const MUTATIONS = Number(process.env.TRAM_MUTATIONS ?? 1000);

describe.each([embeddedEngine(), ...(postgres ? [postgres] : [])])(
  'protocol 1 on $name',
  (engine: Engine) => {
    let database: Database;
    let province: Province;
    beforeAll(async () => {
      database = await engine.open();
      province = await aProvince(database);
    }, 120_000);
    afterAll(async () => {
      province.close();
      await database.close();
      await engine.stop();
    });

    const problem = async (reply: Response) => [reply.status, ErrorReply.parse(await reply.json()).error];

    it('a cursor misses nothing while several counters write', async () => {
      const reader = await Counter.open(province, 31);
      const writers = await Promise.all([32, 33, 34, 35].map((seed) => Counter.open(province, seed)));
      const seen = new Set<string>();
      let cursor = '0.0';
      let writing = true;
      const read = async () => {
        const reply = await reader.pull(cursor, 3);
        for (const row of reply.rows) seen.add(row.id);
        cursor = reply.cursor;
        return reply.more;
      };
      const reading = (async () => {
        while (writing) await read();
        while (await read());
      })();
      const written = await Promise.all(
        writers.map(async (writer) => {
          const ids: string[] = [];
          for (let number = 1; number <= 12; number++) {
            const { operation, entity } = await writer.receive(number);
            await writer.push([operation]);
            ids.push(entity);
          }
          return ids;
        }),
      );
      writing = false;
      await reading;
      await read();
      expect(written.flat().filter((id) => !seen.has(id))).toEqual([]);
    });

    it('the probe answers the nonce of the request, and a wrong clock does not stop it', async () => {
      const counter = await Counter.open(province, 36);
      const reply = await counter.call('GET', '/v1/ping?nonce=abc', undefined, { skewSeconds: -2 * 86_400 });
      expect(PingReply.parse(await reply.json())).toMatchObject({
        nonce: 'abc',
        device: counter.enrolment.device,
      });
    });

    it('with a clock two days back a delivery is taken, a read is asked to correct the time', async () => {
      const counter = await Counter.open(province, 37);
      const late = { skewSeconds: -2 * 86_400 };
      const body = counter.pushBody([(await counter.receive(1)).operation]);
      expect((await counter.call('POST', '/v1/push', body, late)).status).toBe(200);
      const refused = await counter.call('GET', '/v1/pull?cursor=0.0', undefined, late);
      expect(await problem(refused)).toEqual([401, 'clock-skew']);
    });

    it('a request with the key of another machine, of nobody, or without signature is refused', async () => {
      const counter = await Counter.open(province, 38);
      const other = await Counter.open(province, 39);
      const body = counter.pushBody([(await counter.receive(1)).operation]);
      const foreign = other.device.identity.deviceSigner;
      expect(await problem(await counter.call('POST', '/v1/push', body, { signer: foreign }))).toEqual([
        401,
        'signature-invalid',
      ]);
      expect(await problem(await other.call('POST', '/v1/push', body))).toEqual([400, 'malformed']);
      const request = new Request('http://127.0.0.1/v1/push', { method: 'POST', body: JSON.stringify(body) });
      expect(await problem(await province.app.request(request))).toEqual([401, 'signature-invalid']);
      await database.query('update device set public_key = null where id = $1', [counter.enrolment.device]);
      expect(await problem(await counter.call('POST', '/v1/push', body))).toEqual([401, 'device-unknown']);
    });

    it('a token serves one machine: the same registration again is the same, another key is refused', async () => {
      const counter = await Counter.open(province, 40);
      expect((await counter.register()).status).toBe(200);
      const thief = await Counter.from(counter.enrolment, province, 41, counter.send);
      expect(await problem(await thief.register())).toEqual([409, 'token-used']);
      expect(await problem(await counter.register({ token: 'x'.repeat(32) }))).toEqual([
        401,
        'device-unknown',
      ]);
      const spare = await generateKeyPair();
      expect(await problem(await counter.register({ publicKey: spare.publicKey }))).toEqual([
        401,
        'signature-invalid',
      ]);
      expect((await signerOf(spare.privateKey)).sign).toBeTypeOf('function');
    });

    it('papers arrive by hash, once, and the dossier then misses them no more', async () => {
      const counter = await Counter.open(province, 42);
      const bytes = new TextEncoder().encode('receipt 42001');
      const { operation, entity } = await counter.receive(42_001);
      await counter.push([operation]);
      const sha256 = sha256Hex(bytes);
      const missing = async () =>
        (await counter.pull()).rows.find(({ id }) => id === entity)?.missingAttachments;
      expect(await missing()).toEqual([sha256]);
      const before = (await counter.pull()).cursor;
      const put = () => counter.callBytes('PUT', `/v1/attachments/${sha256}`, bytes);
      expect(await (await put()).json()).toMatchObject({ sha256, duplicate: false });
      expect(await (await put()).json()).toMatchObject({ sha256, duplicate: true });
      expect(await missing()).toEqual([]);
      expect((await counter.pull(before)).rows.map(({ id }) => id)).toEqual([entity]);
      const wrong = await counter.callBytes(
        'PUT',
        `/v1/attachments/${sha256}`,
        new TextEncoder().encode('other'),
      );
      expect(await problem(wrong)).toEqual([400, 'hash-mismatch']);
      const have = await counter.call('POST', '/v1/attachments/have', {
        protocol: 1,
        sha256: [sha256, 'a'.repeat(64)],
      });
      expect(await have.json()).toEqual({ protocol: 1, missing: ['a'.repeat(64)] });
    });

    it('the pack sets come with their signed texts', async () => {
      const counter = await Counter.open(province, 43);
      const reply = PacksReply.parse(await (await counter.call('GET', '/v1/packs')).json());
      expect(reply.packs.map(({ manifest }) => sha256Hex(manifest))).toEqual([province.packSet.hash]);
    });

    it('gzip is taken and given; a small body that inflates without end is refused', async () => {
      const counter = await Counter.open(province, 44);
      const body = counter.pushBody([(await counter.receive(1)).operation]);
      expect((await counter.call('POST', '/v1/push', body, { gzip: true })).status).toBe(200);
      const headers = { 'accept-encoding': 'gzip' };
      const pulled = await counter.call('GET', '/v1/pull?cursor=0.0', undefined, { headers });
      expect(pulled.headers.get('content-encoding')).toBe('gzip');
      const bomb = new Uint8Array(gzipSync(Buffer.alloc(60 * 1_048_576)));
      const encoded = { headers: { 'content-encoding': 'gzip' } };
      expect(await problem(await counter.callBytes('POST', '/v1/push', bomb, encoded))).toEqual([
        413,
        'too-large',
      ]);
      const big = new Uint8Array(1_048_577);
      expect(await problem(await counter.callBytes('POST', '/v1/push', big))).toEqual([413, 'too-large']);
      const huge = new Uint8Array(20_971_521);
      const put = await counter.callBytes('PUT', `/v1/attachments/${sha256Hex(huge)}`, huge);
      expect(await problem(put)).toEqual([413, 'too-large']);
    });

    it('after a restore the generation rises, an old cursor reads from the start, numbers go on far above', async () => {
      const counter = await Counter.open(province, 45);
      await counter.push([(await counter.receive(1)).operation]);
      const before = await counter.pull();
      await raiseGeneration(database, 2, [localDayOf(Date.now())]);
      const after = await counter.pull(before.cursor);
      expect([after.generation, after.rows.length]).toEqual([2, before.rows.length]);
      const { operation, entity } = await counter.receive(2);
      expect(await counter.push([operation])).toMatchObject({ status: 'ok', generation: 2 });
      const row = (await counter.pull()).rows.find(({ id }) => id === entity);
      expect(Number(String(row?.dossier.officialCode).slice(-4))).toBeGreaterThan(1000);
    });

    it('the body of a caller that is not known here is not read', async () => {
      const counter = await Counter.open(province, 31);
      let sent = 0;
      const flood = () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => {
            sent += 1;
            if (sent > 200) controller.close();
            else controller.enqueue(new Uint8Array(64 * 1024));
          },
        });
      const address = `http://127.0.0.1/v1/attachments/${'a'.repeat(64)}`;
      const unsigned = { method: 'PUT', body: flood(), duplex: 'half' } as RequestInit;
      expect((await province.app.request(new Request(address, unsigned))).status).toBe(401);
      const stranger = await Counter.from(
        { ...counter.enrolment, device: 'X99-NOBODY' as never },
        province,
        32,
        (request) => {
          const { method, headers } = request;
          const init = { method, headers, body: flood(), duplex: 'half' } as RequestInit;
          return province.app.request(new Request(request.url, init));
        },
      );
      const put = await stranger.callBytes('PUT', `/v1/attachments/${'a'.repeat(64)}`, new Uint8Array(9));
      expect(put.status).toBe(401);
      expect(sent).toBeLessThan(5);
    });

    it('registrations in the name of a machine do not use up what it may deliver', async () => {
      const narrow = await aProvince(database, { burst: 5, perSecond: 0.001 });
      const counter = await Counter.open(narrow, 33);
      const signer = await signerOf((await generateKeyPair()).privateKey);
      for (let time = 0; time < 8; time++)
        await counter.call('POST', '/v1/register', { hello: 'world' }, { signer });
      const { operation } = await counter.receive(1);
      expect(await counter.push([operation])).toMatchObject({ status: 'ok' });
      narrow.close();
    });

    it('a machine that asks without end is told to wait', async () => {
      const strict = await aProvince(database, { burst: 3, perSecond: 0.5 });
      const counter = await Counter.open(strict, 47);
      const replies = [];
      for (let time = 0; time < 4; time++) replies.push(await counter.call('GET', '/v1/ping?nonce=a'));
      const refused = replies.at(-1);
      expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '2']);
      strict.close();
    });

    it(`${MUTATIONS} spoilt bodies are refused with 4xx and change nothing`, async () => {
      const seed = Date.now() % 1_000_000;
      const random = new SeededRandom(seed);
      const counter = await Counter.open(province, seed);
      const good = [];
      for (let number = 1; number <= 3; number++) good.push((await counter.receive(number)).operation);
      const text = JSON.stringify(counter.pushBody(good));
      const before = await stateOf(database);
      for (let index = 0; index < MUTATIONS; index++) {
        const reply = await (random.next() < 0.3
          ? changedOnTheWay(counter, text, spoilt(random, text))
          : counter.callBytes('POST', '/v1/push', spoilt(random, text)));
        const note = `seed ${seed} index ${index}: ${reply.status}`;
        expect(reply.status, note).toBeGreaterThanOrEqual(400);
        expect(reply.status, note).toBeLessThan(500);
        ErrorReply.parse(await reply.json());
      }
      expect(await stateOf(database)).toEqual(before);
      expect(await counter.push(good)).toMatchObject({ status: 'ok', lastSeq: 3 });
    }, 300_000);
  },
);

/** A rightly signed request whose body another hand has changed since. */
const changedOnTheWay = (counter: Counter, text: string, body: Uint8Array): Promise<Response> =>
  counter.callBytes('POST', '/v1/push', new TextEncoder().encode(text), { sentInstead: body });

async function stateOf(database: Database): Promise<unknown> {
  return database.query(
    `select (select count(*) from operation) as operations, (select count(*) from dossier) as dossiers,
       (select counter from commune where code = $1) as counter, (select sum(last_seq) from device) as seqs`,
    [COMMUNE],
  );
}

/** A rightly signed request whose body another hand has changed since. */
async function _replaced(counter: Counter, text: string, body: Uint8Array): Promise<Response> {
  const signing = await Counter.from(counter.enrolment, counter.province, 1, async (request) => {
    const { headers, method } = request;
    return counter.send(new Request(request.url, { method, headers, body: Buffer.from(body) }));
  });
  const signer = counter.device.identity.deviceSigner;
  return signing.callBytes('POST', '/v1/push', new TextEncoder().encode(text), { signer });
}

/** One change that no right batch survives: a byte, a cut, a doubled piece, noise, or markup in its place. */
function spoilt(random: SeededRandom, text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  const last = bytes.lastIndexOf('"bytes"') + 10;
  const at = random.between(last, bytes.lastIndexOf('"clerkSignature"') - 4);
  switch (random.between(0, 5)) {
    case 0:
      bytes[at] = ((bytes[at] ?? 0) + random.between(1, 255)) % 256;
      return new Uint8Array(bytes);
    case 1:
      return new Uint8Array(bytes.subarray(0, at));
    case 2:
      return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.floor(at / 2))]));
    case 3:
      return Uint8Array.from({ length: random.between(1, 400) }, () => random.between(0, 255));
    case 4:
      return new TextEncoder().encode(
        random.pick([
          '<html>',
          '',
          'null',
          '[]',
          '{}',
          '"\u0000"',
          "'; drop table dossier; --",
          '{"protocol":1}',
        ]),
      );
    default:
      return new Uint8Array(
        Buffer.concat([bytes.subarray(0, at), Buffer.from('\\u0000<b>'), bytes.subarray(at)]),
      );
  }
}
