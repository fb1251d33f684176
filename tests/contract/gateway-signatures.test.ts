import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, signerOf } from '../../gateway/auth/web-crypto.ts';
import { checkSignatures } from '../../gateway/push/check-signatures.ts';
import type { Database } from '../../gateway/store/database.ts';
import type { SignedOperation } from '../../shared/domain/operation.ts';
import { type Engine, embeddedEngine, postgresEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, Counter, type Province } from './gateway-office.ts';

const postgres = postgresEngine();

describe.each([embeddedEngine(), ...(postgres ? [postgres] : [])])(
  'signatures on $name',
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

    const count = async (table: 'operation' | 'dossier', device: Counter): Promise<number> => {
      const sql =
        table === 'operation'
          ? 'select count(*) as n from operation where commune = $1 and device = $2'
          : "select count(*) as n from dossier where commune = $1 and provisional_code like 'P' || $2 || '-%'";
      const key = table === 'operation' ? device.enrolment.device : device.enrolment.series;
      const [row] = await database.query<{ n: string }>(sql, [COMMUNE, key]);
      return Number(row?.n);
    };

    it('a reception the clerk did not sign is rejected; a batch the device did not sign is refused whole', async () => {
      const counter = await Counter.open(province, 19);
      const { operation } = await counter.receive(1);
      const forged = { ...operation, clerkSignature: operation.signature };
      expect(await counter.push([forged])).toMatchObject({
        verdicts: [{ result: 'rejected', code: 'signature-invalid' }],
      });
      const second = (await counter.receive(2)).operation;
      const foreign = await signerOf((await generateKeyPair()).privateKey);
      const unsigned = { ...second, signature: await foreign.sign(second.bytes) };
      const refused = await counter.call('POST', '/v1/push', counter.pushBody([unsigned]));
      expect([refused.status, await refused.json()]).toMatchObject([401, { error: 'signature-invalid' }]);
      expect(await count('operation', counter)).toBe(1);
    });

    it('a result, a refusal or a return that the clerk did not sign takes no effect', async () => {
      const counter = await Counter.open(province, 41);
      const { entity, operation } = await counter.receive(1);
      await counter.push([operation]);
      const stranger = await Counter.open(province, 42);
      const spoilt = async (signed: SignedOperation): Promise<SignedOperation> => ({
        ...signed,
        clerkSignature: (await stranger.receive(1)).operation.clerkSignature,
      });
      const acts = [
        await spoilt(await counter.write('dossier.stop', entity, { reason: 'thôi', withdrawn: false })),
        await spoilt(await counter.write('dossier.finish', entity, { outcome: 'xong' })),
        await spoilt(
          await counter.write('dossier.returnResult', entity, { to: 'ai đó', channel: 'counter' }),
        ),
      ];
      const reply = await counter.push(acts);
      expect(reply.status === 'ok' && reply.verdicts.map(({ code }) => code)).toEqual([
        'signature-invalid',
        'signature-invalid',
        'signature-invalid',
      ]);
    });

    it('signatures not checked at once are checked later, and the result stands beside the operation', async () => {
      const counter = await Counter.open(province, 20);
      const { operation, entity } = await counter.receive(1);
      const accept = await counter.write('dossier.accept', entity, { from: 'received' });
      await counter.push([operation, { ...accept, clerkSignature: operation.clerkSignature }]);
      const wrong: unknown[] = [];
      const { verifier } = province.gateway.push;
      while ((await checkSignatures(database, verifier, (place) => wrong.push(place))) > 0);
      const { device } = counter.enrolment;
      expect(wrong).toContainEqual(
        expect.objectContaining({ device, seq: 2, result: 'clerk-signature-invalid' }),
      );
      const rows = await database.query<{ check_result: string }>(
        'select check_result from operation where device = $1 order by seq',
        [counter.enrolment.device],
      );
      expect(rows.map((row) => row.check_result)).toEqual(['right', 'clerk-signature-invalid']);
    });

    it('the signed text comes back byte for byte', async () => {
      const counter = await Counter.open(province, 21);
      const note = 'Ghi chú "<b>đậm</b>" \\ \' ; -- drop table dossier; 😀 =cmd';
      const { operation } = await counter.receive(1, { note });
      await counter.push([operation]);
      const [row] = await database.query<{ bytes: string }>('select bytes from operation where device = $1', [
        counter.enrolment.device,
      ]);
      expect(row?.bytes).toBe(operation.bytes);
      expect((await counter.pull()).rows.some(({ dossier }) => dossier.note === note)).toBe(true);
    });
  },
);
