import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { readSignature } from '../../shared/protocol/http-signature.ts';
import {
  EpochRequest,
  HaveRequest,
  PROTOCOL,
  PushRequest,
  type Verdict,
} from '../../shared/protocol/messages.ts';

type Request = Parameters<Host['request']>[0];
type Answer = Awaited<ReturnType<Host['request']>>;

interface State {
  epoch: number;
  lastSeq: number;
  head: string;
  /** in the order they took effect */
  effective: { id: string; entity: string; text: number }[];
  verdicts: Map<string, Verdict>;
  /** `epoch.seq` → hash */
  chain: Map<string, string>;
  tokens: Map<string, number>;
  files: Map<string, number>;
  registered: boolean;
}

/** What a fault does to one exchange: `before` keeps it from arriving, `after` spoils the answer although it arrived. */
export interface Fault {
  readonly before?: () => Answer | HostError;
  readonly after?: (answer: Answer) => Answer | HostError;
  readonly twice?: boolean;
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** A province of one device in memory: the dedupe, chain, epoch and generation rules of protocol 1 and nothing else. */
export class MemoryGateway {
  state: State = emptyState();
  generation = 1;
  requests: { method: string; path: string; operations: number }[] = [];
  /** most operations one request may carry */
  largestBatch = 500;
  /** ids the gateway fails on with 500 */
  poison = new Set<string>();
  rows = 0;

  constructor(
    private readonly now: () => number,
    private readonly faultFor: (request: Request) => Fault | undefined = () => undefined,
  ) {}

  /** a nightly copy comes back: everything after it is gone */
  copy(): State {
    return structuredClone(this.state);
  }
  restore(copy: State): void {
    this.state = structuredClone(copy);
    this.generation += 1;
  }

  readonly request = async (request: Request): Promise<Answer> => {
    const fault = this.faultFor(request);
    const early = fault?.before?.();
    if (early) return settled(early);
    if (fault?.twice) this.answer(request);
    const answer = this.answer(request);
    return settled(fault?.after?.(answer) ?? answer);
  };

  private answer(request: Request): Answer {
    const read = readSignature((name) => request.headers[name]);
    if (!read) return refusal(401, 'signature-invalid');
    const text = request.body && request.method === 'POST' ? plain(request) : '';
    const push = request.path === '/v1/push' ? PushRequest.parse(JSON.parse(text)) : undefined;
    this.requests.push({
      method: request.method,
      path: request.path,
      operations: push?.operations.length ?? 0,
    });
    const path = request.path.split('?')[0] ?? '';
    if (path === '/v1/register') {
      this.state.registered = true;
      return json({ ...this.heard(), commune: 'H99.01' });
    }
    if (!this.state.registered) return refusal(401, 'device-unknown');
    if (path === '/v1/ping')
      return json({
        protocol: PROTOCOL,
        generation: this.generation,
        time: this.time(),
        nonce: new URLSearchParams(request.path.split('?')[1]).get('nonce') ?? '',
        device: read.device,
      });
    if (push) return this.push(push);
    if (path === '/v1/epoch') return this.beginEpoch(EpochRequest.parse(JSON.parse(text)));
    if (path === '/v1/pull') return this.pull();
    if (path === '/v1/attachments/have') return this.have(text);
    return this.store(path.slice('/v1/attachments/'.length), request.body ?? new Uint8Array());
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }

  private heard() {
    const { epoch, lastSeq, head } = this.state;
    return {
      protocol: PROTOCOL,
      generation: this.generation,
      epoch,
      lastSeq,
      head,
      scopeVersion: 1,
      safeBefore: new Date(0).toISOString(),
      time: this.time(),
    };
  }

  private push(request: PushRequest): Answer {
    const { state } = this;
    if (request.operations.length > this.largestBatch) return refusal(413, 'too-large');
    const operations = request.operations.map(({ bytes }) => ({
      ...(JSON.parse(bytes) as { id: string; seq: number; prev: string; entity: string; payload: number }),
      hash: sha256(bytes),
    }));
    if (request.epoch !== state.epoch)
      return json({ status: request.epoch < state.epoch ? 'fork' : 'badEpoch', ...this.heard() });
    const fresh = operations.filter(({ seq }) => seq > state.lastSeq);
    const known = operations.filter(({ seq }) => seq <= state.lastSeq);
    if (known.some(({ seq, hash }) => state.chain.get(`${state.epoch}.${seq}`) !== hash))
      return json({ status: 'fork', ...this.heard() });
    if (fresh[0] && fresh[0].seq !== state.lastSeq + 1) return json({ status: 'gap', ...this.heard() });
    if (fresh[0] && fresh[0].prev !== state.head) return json({ status: 'fork', ...this.heard() });
    if (fresh.some(({ id }) => this.poison.has(id))) return refusal(500, 'internal');
    for (const operation of fresh) this.take(operation);
    const verdicts = operations.map(({ id, seq }) => ({
      ...(state.verdicts.get(id) as Verdict),
      duplicate: known.some((one) => one.seq === seq),
    }));
    return json({ status: 'ok', ...this.heard(), verdicts });
  }

  private take(operation: { id: string; seq: number; entity: string; payload: number; hash: string }): void {
    const { state } = this;
    if (!state.verdicts.has(operation.id)) {
      state.effective.push({ id: operation.id, entity: operation.entity, text: operation.payload });
      const verdict = { operation: operation.id, result: 'applied', duplicate: false } as Verdict;
      state.verdicts.set(operation.id, verdict);
    }
    state.chain.set(`${state.epoch}.${operation.seq}`, operation.hash);
    state.lastSeq = operation.seq;
    state.head = operation.hash;
  }

  private beginEpoch({ token, above }: { token: string; above: number }): Answer {
    const { state } = this;
    if (!state.tokens.has(token)) {
      state.epoch = Math.max(state.epoch, above) + 1;
      state.lastSeq = 0;
      state.head = '0';
      state.tokens.set(token, state.epoch);
    }
    return json(this.heard());
  }

  private pull(): Answer {
    return json({
      protocol: PROTOCOL,
      generation: this.generation,
      scopeVersion: 1,
      cursor: `${this.generation}.${this.rows}`,
      more: false,
      rows: [],
      time: this.time(),
    });
  }

  private have(text: string): Answer {
    const { sha256: asked } = HaveRequest.parse(JSON.parse(text));
    return json({ protocol: PROTOCOL, missing: asked.filter((hash) => !this.state.files.has(hash)) });
  }

  private store(hash: string, body: Uint8Array): Answer {
    if (sha256(body) !== hash) return refusal(400, 'hash-mismatch');
    const duplicate = this.state.files.has(hash);
    this.state.files.set(hash, (this.state.files.get(hash) ?? 0) + (duplicate ? 0 : 1));
    return json({ protocol: PROTOCOL, sha256: hash, duplicate });
  }
}

const emptyState = (): State => ({
  epoch: 1,
  lastSeq: 0,
  head: '0',
  effective: [],
  verdicts: new Map(),
  chain: new Map(),
  tokens: new Map(),
  files: new Map(),
  registered: false,
});

const plain = (request: Request): string =>
  Buffer.from(
    request.headers['content-encoding'] === 'gzip'
      ? gunzipSync(request.body ?? new Uint8Array())
      : (request.body ?? new Uint8Array()),
  ).toString('utf8');

const settled = (outcome: Answer | HostError): Answer => {
  if (outcome instanceof HostError) throw outcome;
  return outcome;
};

/** An answer of any status with any text. */
export const textAnswer = (
  status: number,
  text: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Answer => ({ status, headers, body: new Uint8Array(Buffer.from(text)) });

const json = (value: unknown): Answer => textAnswer(200, JSON.stringify(value));

/** A refusal as the gateway says it. */
export const refusal = (status: number, error: string, retryAfterSeconds?: number): Answer =>
  textAnswer(status, JSON.stringify({ protocol: PROTOCOL, error, message: error, retryAfterSeconds }));
