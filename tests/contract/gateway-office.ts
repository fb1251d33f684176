import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { issueEnrolment } from '../../gateway/auth/issue-enrolment.ts';
import { generateKeyPair, nodeDigest, sha256Hex, signerOf } from '../../gateway/auth/web-crypto.ts';
import { DEMONSTRATION_COMMUNE, prepareDemonstration } from '../../gateway/demo/demonstration.ts';
import { FictionalDevice } from '../../gateway/demo/fictional-device.ts';
import { fictionalReception } from '../../gateway/demo/fictional-reception.ts';
import { SeededRandom } from '../../gateway/demo/seeded-random.ts';
import { type Gateway, openGateway, type RequestRate } from '../../gateway/gateway.ts';
import { gatewayApp } from '../../gateway/http/app.ts';
import { folderBlobStore } from '../../gateway/store/blob-store.ts';
import type { Database } from '../../gateway/store/database.ts';
import type { OperationType, PayloadOf, SignedOperation } from '../../shared/domain/operation.ts';
import type { PackSet } from '../../shared/domain/packs/pack-set.ts';
import type { Signer } from '../../shared/ports.ts';
import { Enrolment } from '../../shared/protocol/enrolment.ts';
import { signRequest } from '../../shared/protocol/http-signature.ts';
import { PROTOCOL, PullReply, PushReply, type PushRequest } from '../../shared/protocol/messages.ts';

export const COMMUNE = DEMONSTRATION_COMMUNE;

export interface Province {
  readonly gateway: Gateway;
  readonly app: Hono;
  readonly packSet: PackSet;
  readonly close: () => void;
}

/** A gateway over a migrated, empty database, with the demonstration's rules and clerks; no port, no process. */
export async function aProvince(
  database: Database,
  rate: RequestRate = { burst: 1_000_000, perSecond: 1_000_000 },
): Promise<Province> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-gateway-'));
  const blobs = folderBlobStore(path.join(folder, 'papers'));
  const log = { info: () => undefined, error: () => undefined };
  const gateway = await openGateway({ database, blobs, now: Date.now, log, rate });
  await prepareDemonstration(gateway);
  const [packSet] = (await gateway.push.packSets(COMMUNE)).values();
  if (!packSet) throw new Error('no pack set');
  const close = () => rmSync(folder, { recursive: true, force: true });
  return { gateway, app: gatewayApp(gateway), packSet, close };
}

export type Send = (request: Request) => Response | Promise<Response>;

/** A counter as the gateway sees it: signs requests and operations with real keys, over any transport. */
export class Counter {
  private constructor(
    readonly province: Pick<Province, 'packSet'>,
    readonly send: Send,
    readonly enrolment: Enrolment,
    readonly device: FictionalDevice,
    readonly publicKey: string,
    readonly clerkKey: string,
    readonly random: SeededRandom,
  ) {}

  /** Enrols, registers and is ready to receive. */
  static async open(province: Province, seed: number, send?: Send): Promise<Counter> {
    const wish = {
      commune: COMMUNE,
      deviceName: `Quầy ${seed}`,
      gatewayUrl: 'http://127.0.0.1/',
      clerks: [],
    };
    const signed = await issueEnrolment(province.gateway, wish);
    const enrolment = Enrolment.parse(JSON.parse(signed.enrolment));
    const counter = await Counter.from(
      enrolment,
      province,
      seed,
      send ?? ((request) => province.app.request(request)),
    );
    const reply = await counter.register();
    if (reply.status !== 200) throw new Error(`not registered: ${await reply.text()}`);
    return counter;
  }

  static async from(
    enrolment: Enrolment,
    province: Pick<Province, 'packSet'>,
    seed: number,
    send: Send,
  ): Promise<Counter> {
    const deviceKey = await generateKeyPair();
    const clerkKey = await generateKeyPair();
    const device = new FictionalDevice({
      device: enrolment.device,
      clerk: 'lan.nt',
      deviceSigner: await signerOf(deviceKey.privateKey),
      clerkSigner: await signerOf(clerkKey.privateKey),
    });
    const random = new SeededRandom(seed);
    return new Counter(province, send, enrolment, device, deviceKey.publicKey, clerkKey.publicKey, random);
  }

  register(changes: { readonly token?: string; readonly publicKey?: string } = {}): Promise<Response> {
    return this.call('POST', '/v1/register', {
      protocol: PROTOCOL,
      device: this.enrolment.device,
      token: changes.token ?? this.enrolment.token,
      publicKey: changes.publicKey ?? this.publicKey,
      clerks: [{ id: 'lan.nt', publicKey: this.clerkKey }],
    });
  }

  /** Signed request with a JSON body, gzipped when asked. */
  call(method: string, address: string, value?: unknown, options: CallOptions = {}): Promise<Response> {
    const text = value === undefined ? undefined : new TextEncoder().encode(JSON.stringify(value));
    const body = text && options.gzip ? new Uint8Array(gzipSync(text)) : text;
    return this.callBytes(method, address, body, options);
  }

  async callBytes(
    method: string,
    address: string,
    body: Uint8Array | undefined,
    options: CallOptions = {},
  ): Promise<Response> {
    const created = Math.floor(Date.now() / 1000) + (options.skewSeconds ?? 0);
    const nonce = sha256Hex(`${this.random.next()}`).slice(0, 32);
    const signer = options.signer ?? this.device.identity.deviceSigner;
    const parameters = { device: this.enrolment.device, created, nonce };
    const signed = await signRequest(
      { method, path: address, ...(body ? { body } : {}) },
      parameters,
      nodeDigest,
      signer,
    );
    const headers: Record<string, string> = { ...signed, ...options.headers };
    if (options.gzip) headers['content-encoding'] = 'gzip';
    const sent = options.sentInstead ?? body;
    return this.send(
      new Request(`http://127.0.0.1${address}`, {
        method,
        headers,
        ...(sent ? { body: Buffer.from(sent) } : {}),
      }),
    );
  }

  async push(operations: readonly SignedOperation[], changes: Partial<PushRequest> = {}): Promise<PushReply> {
    const reply = await this.call('POST', '/v1/push', this.pushBody(operations, changes));
    if (reply.status !== 200) throw new Error(`push ${reply.status}: ${await reply.text()}`);
    return PushReply.parse(await reply.json());
  }

  pushBody(operations: readonly SignedOperation[], changes: Partial<PushRequest> = {}): PushRequest {
    const { epoch } = this.device;
    return {
      protocol: PROTOCOL,
      epoch,
      generation: 0,
      acknowledged: 0,
      operations: [...operations],
      ...changes,
    };
  }

  async pull(cursor = '0.0', limit = 500): Promise<PullReply> {
    const reply = await this.call('GET', `/v1/pull?cursor=${cursor}&limit=${limit}`);
    if (reply.status !== 200) throw new Error(`pull ${reply.status}: ${await reply.text()}`);
    return PullReply.parse(await reply.json());
  }

  /** A signed reception of a fictional person; `changes` replace payload fields. */
  async receive(
    number: number,
    changes: Partial<PayloadOf<'dossier.receive'>> = {},
    entity = this.random.uuidV7(Date.now()),
  ): Promise<{ readonly entity: string; readonly operation: SignedOperation; readonly code: string }> {
    const { content } = this.province.packSet;
    const procedure = content.procedures.find(({ code }) => code === '1.004873');
    if (!procedure) throw new Error('no such procedure');
    const receivedAt = Date.now();
    const receipt = {
      attachment: this.random.uuidV7(receivedAt),
      sha256: sha256Hex(`receipt ${number}`),
      bytes: 9,
    };
    const moment = { receivedAt, series: this.enrolment.series, number };
    const base = fictionalReception(this.random, content, procedure, moment, receipt as never);
    const payload = { ...base, ...changes };
    const operation = await this.write('dossier.receive', entity, payload);
    return { entity, operation, code: payload.provisionalCode };
  }

  write<T extends OperationType>(
    type: T,
    entity: string,
    payload: PayloadOf<T>,
    more: { readonly base?: number; readonly deps?: readonly string[]; readonly id?: string } = {},
  ): Promise<SignedOperation> {
    const at = Date.now();
    const id = more.id ?? this.random.uuidV7(at);
    const packs = this.province.packSet.hash;
    return this.device.write({
      id,
      entity,
      base: more.base ?? 1,
      type,
      payload,
      at,
      packs,
      deps: more.deps ?? [],
    });
  }
}

export interface CallOptions {
  readonly gzip?: boolean;
  readonly signer?: Signer;
  readonly skewSeconds?: number;
  /** the body another hand put in the place of the signed one */
  readonly sentInstead?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}
