import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { EnrolmentRefused, issueEnrolment } from '../../gateway/auth/issue-enrolment.ts';
import { ConfigRefused, type GatewayConfig, readConfig } from '../../gateway/config.ts';
import { openGateway } from '../../gateway/gateway.ts';
import { EnrolCall } from '../../gateway/http/admin-routes.ts';
import { folderBlobStore } from '../../gateway/store/blob-store.ts';
import { openDatabase } from '../../gateway/store/open-database.ts';
import { lockHolder } from '../../gateway/store/pid-lock.ts';
import {
  type SignedEnrolment,
  SignedEnrolment as SignedEnrolmentSchema,
} from '../../shared/protocol/enrolment.ts';
import { ErrorReply } from '../../shared/protocol/messages.ts';

const USAGE_ERROR = 64;
const UNAVAILABLE = 69;

const USAGE = `npm run tram -- enrol --commune CODE --device NAME --out FILE
    [--clerk id:name:role[,role] …] [--gateway-url URL] [--office FILE]
  Ghi danh một máy trạm mới, cạnh cơ sở dữ liệu của cổng (DATABASE_URL hoặc TRAM_GATEWAY_DIR).
  Enrols one new machine beside the gateway's database (DATABASE_URL or TRAM_GATEWAY_DIR).
  role: reception processing records leader administrator`;

/** The command cannot be carried out as given; the message says what to change. */
class UsageRefused extends Error {}
/** A service that the command needs is not there. */
class ServiceMissing extends Error {}

interface Wish {
  readonly call: Omit<EnrolCall, 'gatewayUrl'> & { readonly gatewayUrl?: string };
  readonly out: string;
}

/** Writes the enrolment file of a new machine. Arguments in, exit code out: 0, 64 usage, 69 gateway or database missing. */
export async function enrol(args: readonly string[]): Promise<number> {
  try {
    const { call, out } = readArguments(args);
    const signed = await issue(call, readConfig(process.env));
    writeFileSync(out, JSON.stringify(signed), { mode: 0o600 });
    const { device, series } = z
      .looseObject({ device: z.string(), series: z.string() })
      .parse(JSON.parse(signed.enrolment));
    console.log(`${out}: ${device}, ${series}`);
    return 0;
  } catch (cause) {
    if (
      cause instanceof UsageRefused ||
      cause instanceof ConfigRefused ||
      cause instanceof EnrolmentRefused
    ) {
      console.error(`${cause.message}\n\n${USAGE}`);
      return USAGE_ERROR;
    }
    console.error(cause instanceof Error ? cause.message : String(cause));
    return UNAVAILABLE;
  }
}

function readArguments(args: readonly string[]): Wish {
  const values = parsedOptions(args);
  const { commune, device, out } = values;
  if (!commune || !device || !out) throw new UsageRefused('--commune, --device and --out are needed');
  const clerks = (values.clerk ?? []).map(readClerk);
  const gatewayUrl = values['gateway-url'];
  const office = values.office === undefined ? {} : { office: readOffice(values.office) };
  const whole = {
    commune,
    deviceName: device,
    gatewayUrl: gatewayUrl ?? 'http://127.0.0.1/',
    clerks,
    ...office,
  };
  const call = EnrolCall.safeParse(whole);
  if (!call.success) throw new UsageRefused(z.prettifyError(call.error));
  const { gatewayUrl: _placeholder, ...rest } = call.data;
  return { call: gatewayUrl === undefined ? rest : { ...rest, gatewayUrl }, out: path.resolve(out) };
}

function parsedOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        commune: { type: 'string' },
        device: { type: 'string' },
        out: { type: 'string' },
        clerk: { type: 'string', multiple: true },
        'gateway-url': { type: 'string' },
        office: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new UsageRefused(cause instanceof Error ? cause.message : String(cause));
  }
}

function readClerk(text: string) {
  const [id, name, roles] = text.split(':');
  if (!id || !name || !roles) throw new UsageRefused(`--clerk ${text}: needs id:name:role`);
  return { id, name: name.normalize('NFC'), roles: roles.split(',') };
}

function readOffice(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UsageRefused(`--office ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Asks a running gateway that holds the embedded database, else opens the database itself. */
function issue(call: Wish['call'], config: GatewayConfig): Promise<SignedEnrolment> {
  const holder = config.databaseUrl ? undefined : lockHolder(config.folder);
  return holder === undefined ? issueBeside(call, config) : askRunningGateway(call, config, holder);
}

async function issueBeside(call: Wish['call'], config: GatewayConfig): Promise<SignedEnrolment> {
  const database = await openDatabase(config, (text) => console.error(text)).catch((cause: unknown) => {
    throw new ServiceMissing(`the gateway's database cannot be opened: ${reasonOf(cause)}`);
  });
  try {
    const blobs = folderBlobStore(path.join(config.folder, 'papers'));
    const log = { info: () => undefined, error: () => undefined };
    const gateway = await openGateway({ database, blobs, now: Date.now, log });
    const gatewayUrl = call.gatewayUrl ?? `http://127.0.0.1:${config.port}`;
    return await issueEnrolment(gateway, { ...call, gatewayUrl });
  } finally {
    await database.close();
  }
}

async function askRunningGateway(
  call: Wish['call'],
  config: GatewayConfig,
  pid: number,
): Promise<SignedEnrolment> {
  const read = (name: string) => readFileSync(path.join(config.folder, name), 'utf8').trim();
  let reply: Response;
  try {
    const url = read('gateway-url');
    reply = await fetch(`${url}/admin/enrol`, {
      method: 'POST',
      headers: { authorization: `Bearer ${read('admin-token')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...call, gatewayUrl: call.gatewayUrl ?? url }),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    throw new ServiceMissing(
      `process ${pid} holds the embedded database in ${config.folder} and does not answer: ${reasonOf(cause)}`,
    );
  }
  const body: unknown = await reply.json();
  if (reply.ok) return SignedEnrolmentSchema.parse(body);
  const problem = ErrorReply.safeParse(body);
  throw new EnrolmentRefused(problem.success ? problem.data.message : `the gateway answered ${reply.status}`);
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message || cause.name : String(cause);
