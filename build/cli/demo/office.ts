import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Program, startProgram } from '../../launch/program.ts';
import { inRoot } from '../../steps/root.ts';
import type { Counter, OpenCounter } from './counter.ts';
import { countingWire } from './counting-wire.ts';
import { freePort } from './free-port.ts';

/** Where one day's machines keep their things; everything lies below one folder. */
export interface OfficeFolders {
  readonly root: string;
  /** disks of counter and province, and what the default day attaches */
  readonly machines: string;
  readonly scan: string;
  readonly print: string;
  readonly data: string;
  readonly profile: string;
  readonly gateway: string;
}

/** One counter with its province: gateway process, host, window. */
export interface Office<C extends Counter = Counter> {
  readonly folders: OfficeFolders;
  readonly page: Page;
  readonly counter: C;
  /** pulls the plug of window and host, and starts both again on the same disk */
  readonly powerCut: () => Promise<void>;
  /** closes window and host as a clerk does, lets `meanwhile` work on the disk, and starts both again */
  readonly restart: (meanwhile?: () => Promise<void>) => Promise<void>;
  readonly stopGateway: () => Promise<void>;
  /** kills the gateway in the middle of whatever it does */
  readonly killGateway: () => Promise<void>;
  /** starts it again at the same address on the same data */
  readonly startGateway: () => Promise<void>;
  readonly gatewayUrl: string;
  /** the gateway was ready at this moment: devices registered later are this day's */
  readonly since: Date;
  /** bytes that went from the counter to the gateway, requests and their repetitions alike, counted on the wire */
  readonly bytesSent: () => number;
  readonly close: () => Promise<void>;
}

/** What kind of office is opened, and how its window comes about. */
export interface OfficeWish {
  readonly open: OpenCounter;
  /** of the stuttering line */
  readonly seed: number;
  readonly workspace?: 'demo' | 'office';
  /** further environment of the gateway */
  readonly gateway?: NodeJS.ProcessEnv;
  /** the gateway's log is not shown */
  readonly quiet?: boolean;
}

export function officeFolders(root: string): OfficeFolders {
  const machines = path.join(root, 'machines');
  const folders = {
    root,
    machines,
    scan: path.join(machines, 'scan'),
    print: path.join(root, 'receipts'),
    data: path.join(machines, 'host'),
    profile: path.join(machines, 'profile'),
    gateway: path.join(machines, 'gateway'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}

/** Starts gateway (PostgreSQL when DATABASE_URL is set, else the embedded one), host and window. */
export async function openOffice(folders: OfficeFolders, wish: OfficeWish): Promise<Office> {
  const gatewayPort = await freePort();
  const startGateway = () => startGatewayProcess(folders, gatewayPort, wish);
  let gateway = startGateway();
  const wire = await countingWire(await gateway.ready);
  const since = new Date();
  const start = { env: counterEnvironment(folders, wire.url, wish), profile: folders.profile };
  let counter = await wish.open(start);
  return {
    folders,
    get page() {
      return counter.page;
    },
    get counter() {
      return counter;
    },
    async powerCut() {
      await counter.kill();
      counter = await wish.open(start);
    },
    async restart(meanwhile) {
      await counter.close();
      await meanwhile?.();
      counter = await wish.open(start);
    },
    stopGateway: () => gateway.stop(),
    killGateway: () => gateway.kill(),
    async startGateway() {
      gateway = startGateway();
      await gateway.ready;
    },
    gatewayUrl: wire.url,
    since,
    bytesSent: wire.bytes,
    async close() {
      await counter.close();
      await wire.close();
      await gateway.stop();
    },
  };
}

function startGatewayProcess(folders: OfficeFolders, port: number, wish: OfficeWish): Program {
  const env = {
    ...process.env,
    TRAM_GATEWAY_MODE: wish.workspace ?? 'demo',
    TRAM_GATEWAY_PORT: String(port),
    TRAM_GATEWAY_DIR: folders.gateway,
    ...wish.gateway,
  };
  return startProgram(process.execPath, ['--import', 'tsx', inRoot('gateway/main.ts')], env, wish.quiet);
}

function counterEnvironment(folders: OfficeFolders, gatewayUrl: string, wish: OfficeWish): NodeJS.ProcessEnv {
  const workspace = wish.workspace ?? 'demo';
  return {
    ...process.env,
    TRAM_WORKSPACE: workspace,
    TRAM_DATA_DIR: folders.data,
    // an office is told its gateway by the enrolment
    ...(workspace === 'demo' ? { TRAM_GATEWAY_URL: gatewayUrl } : {}),
    TRAM_SCAN_DIR: folders.scan,
    TRAM_PRINT_DIR: folders.print,
    TRAM_STUTTER_SEED: String(wish.seed),
  };
}
