import { type GatewayKeys, loadKeys } from './auth/keys.ts';
import { packSetReader } from './auth/pack-sets.ts';
import { webCryptoVerifier } from './auth/web-crypto.ts';
import type { Log } from './http/log.ts';
import type { PushDependencies } from './push/push.ts';
import type { BlobStore } from './store/blob-store.ts';
import type { Database } from './store/database.ts';

/** All that the routes need, put together once. Nothing here is state that another instance would miss. */
export interface Gateway {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly keys: GatewayKeys;
  readonly push: PushDependencies;
  readonly now: () => number;
  readonly log: Log;
  /** what one device may ask of one instance */
  readonly rate: RequestRate;
}

export interface RequestRate {
  readonly burst: number;
  readonly perSecond: number;
}

const DEFAULT_RATE: RequestRate = { burst: 300, perSecond: 30 };

/** Assembles a gateway over a migrated database; makes the province's keys when there are none. */
export async function openGateway(parts: {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly now: () => number;
  readonly log: Log;
  readonly rate?: RequestRate;
}): Promise<Gateway> {
  const keys = await loadKeys(parts.database);
  const packSets = packSetReader(parts.database, keys.province.publicKey);
  const push = { database: parts.database, verifier: webCryptoVerifier, packSets, now: parts.now };
  return { ...parts, keys, push, rate: parts.rate ?? DEFAULT_RATE };
}
