import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host, Workspace } from '../../../shared/host/contract.ts';
import { HostError } from '../../../shared/host/host-error.ts';
import { makeFolder, readIfThere, replaceFile } from '../durable/atomic-file.ts';
import { createDemoLine } from './demo-line.ts';
import { exchange, type Route } from './exchange.ts';

export type GatewayLine = Pick<
  Host,
  | 'request'
  | 'chooseGateway'
  | 'offeredEnrolment'
  | 'demoLine'
  | 'demoLineState'
  | 'provincePage'
  | 'demoLivedIn'
  | 'demoAct'
>;

export interface GatewayLineOptions {
  readonly workspace: Workspace;
  readonly folder: string;
  /** given by the environment, or the demonstration's own; without it the enrolment names the gateway */
  readonly gatewayUrl?: string;
  readonly proxyUrl?: string;
  /** PEM file of a private authority */
  readonly authorityFile?: string;
  readonly stutterSeed: number;
  /** the demonstration begins with a day already lived in part */
  readonly livedIn?: boolean;
  /** a vault is on disk: the gateway can no longer be chosen */
  readonly isEnrolled: () => Promise<boolean>;
  /** opens a page outside the window; absent where the window itself must */
  readonly openOutside?: (url: string) => Promise<void>;
  readonly onChange: () => void;
}

/** The only way out of the machine: the province's gateway, and nothing else. */
export function createGatewayLine(options: GatewayLineOptions): GatewayLine {
  const demo = options.workspace === 'demo' ? createDemoLine(options.folder, options.stutterSeed) : undefined;
  const chosen = path.join(options.folder, 'gateway-url');
  const route = () => routeTo(options, chosen);
  const demoOnly = () => {
    if (!demo) throw new HostError('not-in-this-workspace', options.workspace);
    return demo;
  };
  return {
    request: async (ask) => {
      const send = async () => exchange(await route(), ask);
      return demo ? demo.carry(send) : send();
    },
    chooseGateway: async (url) => {
      if (demo) return;
      if (await options.isEnrolled()) throw new HostError('not-in-this-workspace', 'already enrolled');
      allowedBase(url);
      await makeFolder(options.folder);
      await replaceFile(chosen, Buffer.from(url));
    },
    offeredEnrolment: async () => (demo ? offered(options.folder, await route()) : undefined),
    demoLine: async (state) => {
      await demoOnly().set(state);
      options.onChange();
    },
    demoLineState: async () => demo?.state(),
    provincePage: async () => {
      demoOnly();
      const url = await textOf(await route(), '/demo/province-url');
      if (!options.openOutside) return url;
      await options.openOutside(url);
      return '';
    },
    demoLivedIn: async () => demo !== undefined && options.livedIn === true,
    demoAct: async (act) => {
      demoOnly();
      await letProvinceAct(await route(), act);
    },
  };
}

async function routeTo(options: GatewayLineOptions, chosen: string): Promise<Route> {
  const kept = options.gatewayUrl ?? Buffer.from((await readIfThere(chosen)) ?? []).toString('utf8');
  if (!kept) throw new HostError('line-unreachable', 'no gateway');
  const authority = options.authorityFile && (await readFile(options.authorityFile, 'utf8'));
  return {
    base: allowedBase(kept),
    ...(options.proxyUrl && { proxy: new URL(options.proxyUrl) }),
    ...(authority && { authority }),
  };
}

/** HTTPS everywhere; plain HTTP only to this machine itself. */
function allowedBase(url: string): URL {
  const base = new URL(url);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname);
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && here))
    throw new HostError('arguments-invalid', 'gateway without https');
  return base;
}

/** The demonstration's enrolment, made by its own gateway at the first start and the same ever after. */
async function offered(folder: string, route: Route): Promise<string> {
  const file = path.join(folder, 'enrolment.json');
  const kept = await readIfThere(file);
  if (kept) return Buffer.from(kept).toString('utf8');
  const text = await textOf(route, '/demo/enrolment');
  await makeFolder(folder);
  await replaceFile(file, Buffer.from(text, 'utf8'));
  return text;
}

async function textOf(route: Route, address: string): Promise<string> {
  const answer = await exchange(route, { method: 'GET', path: address, headers: {}, timeoutMs: 15_000 });
  if (answer.status !== 200) throw new HostError('line-unreachable', `${address} ${answer.status}`);
  return Buffer.from(answer.body).toString('utf8').trim();
}

/** The province's own desk, through the door that the demonstration's gateway keeps open for this machine alone. */
async function letProvinceAct(route: Route, act: Parameters<Host['demoAct']>[0]): Promise<void> {
  const token = new URL(await textOf(route, '/demo/province-url')).searchParams.get('token') ?? '';
  const answer = await exchange(route, {
    method: 'POST',
    path: '/demo/act',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(act), 'utf8'),
    timeoutMs: 15_000,
  });
  if (answer.status !== 200) throw new HostError('line-unreachable', `/demo/act ${answer.status}`);
}
