import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, signerOf } from '../../gateway/auth/web-crypto.ts';
import { SeededRandom } from '../../gateway/demo/seeded-random.ts';
import type { Database } from '../../gateway/store/database.ts';
import { ErrorReply } from '../../shared/protocol/messages.ts';
import { type Engine, embeddedEngine, postgresEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, Counter, type Province } from './gateway-office.ts';

const postgres = postgresEngine();
const MUTATIONS = Number(process.env.TRAM_MUTATIONS ?? 1000);

describe.each([embeddedEngine(), ...(postgres ? [postgres] : [])])(
  'strangers and spoilt requests on $name',
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
