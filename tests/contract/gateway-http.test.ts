import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, sha256Hex, signerOf } from '../../gateway/auth/web-crypto.ts';
import type { Database } from '../../gateway/store/database.ts';
import { raiseGeneration } from '../../gateway/store/generation.ts';
import { localDayOf } from '../../shared/lib/vietnam-time.ts';
import { ErrorReply, PacksReply, PingReply } from '../../shared/protocol/messages.ts';
import { type Engine, embeddedEngine, postgresEngine } from './gateway-databases.ts';
import { aProvince, Counter, type Province } from './gateway-office.ts';

const postgres = postgresEngine();

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
  },
);
