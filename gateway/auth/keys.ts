import type { Signer } from '../../shared/ports.ts';
import type { Database } from '../store/database.ts';
import { generateKeyPair, signerOf } from './web-crypto.ts';

export interface GatewayKey {
  readonly publicKey: string;
  readonly signer: Signer;
}

/**
 * The keys of the province, kept in its database so that every instance signs alike: `province` for enrolments and pack
 * sets, `desk` as the device key of the province page, `clerk` for the acts of its clerk.
 */
export interface GatewayKeys {
  readonly province: GatewayKey;
  readonly desk: GatewayKey;
  readonly clerk: GatewayKey;
}

/** Reads the keys, making those that are not there yet. Two instances that start at once agree on the first one written. */
export async function loadKeys(database: Database): Promise<GatewayKeys> {
  return {
    province: await loadKey(database, 'province'),
    desk: await loadKey(database, 'desk'),
    clerk: await loadKey(database, 'clerk'),
  };
}

async function loadKey(database: Database, name: string): Promise<GatewayKey> {
  const find = () =>
    database.query<{ public_key: string; private_key: string }>(
      'select public_key, private_key from gateway_key where name = $1',
      [name],
    );
  let [row] = await find();
  if (!row) {
    const pair = await generateKeyPair();
    await database.query(
      'insert into gateway_key (name, public_key, private_key) values ($1, $2, $3) on conflict do nothing',
      [name, pair.publicKey, pair.privateKey],
    );
    [row] = await find();
  }
  if (!row) throw new Error(`key ${name} cannot be kept`);
  return { publicKey: row.public_key, signer: await signerOf(row.private_key) };
}
