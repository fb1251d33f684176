import type { OperationType, PayloadOf, SignedOperation } from '../../shared/domain/operation.ts';
import type { PackSet } from '../../shared/domain/packs/pack-set.ts';
import { packSetFor } from '../../shared/domain/packs/read-pack-set.ts';
import type { Procedure } from '../../shared/domain/procedure/procedure.ts';
import { addDays, isoWeekday, localDayOf, momentAt } from '../../shared/lib/vietnam-time.ts';
import { Enrolment } from '../../shared/protocol/enrolment.ts';
import { PROTOCOL, type PushRequest, type RegisterRequest } from '../../shared/protocol/messages.ts';
import { issueEnrolment } from '../auth/issue-enrolment.ts';
import { register } from '../auth/register.ts';
import { generateKeyPair, sha256Hex, signerOf } from '../auth/web-crypto.ts';
import type { Gateway } from '../gateway.ts';
import { push } from '../push/push.ts';
import { storeAttachment } from '../uploads/attachments.ts';
import { DEMONSTRATION_COMMUNE } from './demonstration.ts';
import { FictionalDevice } from './fictional-device.ts';
import { fictionalReception } from './fictional-reception.ts';
import { samplePdf } from './sample-pdf.ts';
import { SeededRandom } from './seeded-random.ts';

/** One colleague's counter: its machine and how much it has written. */
interface Counter {
  readonly device: FictionalDevice;
  readonly publicKey: string;
  readonly series: string;
  readonly pending: SignedOperation[];
  written: number;
}

type Fate = 'received' | 'processing' | 'supplement' | 'finished' | 'returned';

const MINUTE = 60_000;
/** dossiers per working day, oldest first; some 55 in all */
const DAYS = [
  { name: 'overdue', back: 4, dossiers: 10 },
  { name: 'due', back: 2, dossiers: 17 },
  { name: 'yesterday', back: 1, dossiers: 16 },
  { name: 'today', back: 0, dossiers: 12 },
] as const;

/**
 * The lived-in demonstration: fictional dossiers of the last working days, written by two fictional colleagues as real signed
 * operations and pushed through the same code as every device's. Deterministic by seed but for keys. Runs once, on an
 * empty database; answers how many dossiers there are.
 */
export async function seedDemonstration(gateway: Gateway, seed: number): Promise<number> {
  const [held] = await gateway.database.query<{ count: string }>('select count(*) as count from dossier');
  if (Number(held?.count) > 0) return 0;
  const random = new SeededRandom(seed);
  const sets = [...(await gateway.push.packSets(DEMONSTRATION_COMMUNE)).values()];
  const packSet = packSetFor(new Date(gateway.now()).toISOString(), sets);
  if (!packSet) throw new Error('the demonstration has no pack set');
  const counters = [
    await openCounter(gateway, 'Quầy 2', 'minh.tv'),
    await openCounter(gateway, 'Quầy 3', 'lan.nt'),
  ];
  let count = 0;
  for (const moment of momentsOf(random, gateway.now())) {
    const counter = random.pick(counters);
    await receiveOne(gateway, random, packSet, counter, moment);
    count += 1;
  }
  for (const counter of counters) await deliver(gateway, counter);
  return count;
}

async function openCounter(gateway: Gateway, deviceName: string, clerk: string): Promise<Counter> {
  const signed = await issueEnrolment(gateway, {
    commune: DEMONSTRATION_COMMUNE,
    deviceName,
    gatewayUrl: 'http://127.0.0.1/',
    clerks: [],
  });
  const enrolment = Enrolment.parse(JSON.parse(signed.enrolment));
  const deviceKey = await generateKeyPair();
  const clerkKey = await generateKeyPair();
  const request: RegisterRequest = {
    protocol: PROTOCOL,
    device: enrolment.device,
    token: enrolment.token,
    publicKey: deviceKey.publicKey,
    clerks: enrolment.clerks
      .filter(({ id }) => id === clerk)
      .map(({ id }) => ({ id, publicKey: clerkKey.publicKey })),
  };
  const registered = await register(gateway.database, request, gateway.now());
  if (!registered.ok) throw new Error(`the fictional counter was refused: ${registered.error}`);
  const device = new FictionalDevice({
    device: enrolment.device,
    clerk,
    deviceSigner: await signerOf(deviceKey.privateKey),
    clerkSigner: await signerOf(clerkKey.privateKey),
  });
  return { device, publicKey: deviceKey.publicKey, series: enrolment.series, pending: [], written: 0 };
}

/** Moments of reception in office hours of the last working days, in order, none in the future. */
function momentsOf(random: SeededRandom, now: number): readonly number[] {
  const today = localDayOf(now);
  const moments = DAYS.flatMap(({ back, dossiers }) => {
    const day = workingDayBefore(today, back);
    return Array.from({ length: dossiers }, () => {
      const morning = random.next() < 0.6;
      const from = momentAt(day, morning ? '07:35' : '13:35');
      return from + random.between(0, morning ? 220 : 190) * MINUTE + random.between(0, 59) * 1000;
    });
  });
  const lately = (moment: number, index: number) => (moment < now ? moment : now - (index + 1) * 7 * MINUTE);
  return moments.map(lately).sort((a, b) => a - b);
}

function workingDayBefore(today: string, back: number): string {
  let day = today;
  for (let left = back; left > 0 || isoWeekday(day) > 5; ) {
    day = addDays(day, -1);
    if (isoWeekday(day) <= 5) left -= 1;
  }
  return day;
}

async function receiveOne(
  gateway: Gateway,
  random: SeededRandom,
  packSet: PackSet,
  counter: Counter,
  receivedAt: number,
): Promise<void> {
  counter.written += 1;
  const procedure = random.pick(packSet.content.procedures.filter(isReceivedHere));
  const entity = random.uuidV7(receivedAt);
  const pdf = samplePdf(`Ban minh hoa - ho so ${counter.series} ${counter.written} - khong co gia tri`);
  const receipt = { attachment: random.uuidV7(receivedAt), sha256: sha256Hex(pdf), bytes: pdf.byteLength };
  const payload = fictionalReception(
    random,
    packSet.content,
    procedure,
    { receivedAt, series: counter.series, number: counter.written },
    receipt as PayloadOf<'dossier.receive'>['receipt'],
  );
  await storeAttachment(gateway.database, gateway.blobs, DEMONSTRATION_COMMUNE, receipt.sha256, pdf);
  let base = 0;
  const write = async <T extends OperationType>(type: T, payloadOf: PayloadOf<T>, at: number) => {
    const id = random.uuidV7(at);
    counter.pending.push(
      await counter.device.write({ id, entity, base, type, payload: payloadOf, at, packs: packSet.hash }),
    );
    base += 1;
  };
  await write('dossier.receive', payload, receivedAt);
  await liveOn(
    fateOf(random, gateway.now(), payload.appointment.dueAt, counter.written),
    gateway.now(),
    receivedAt,
    payload,
    write,
  );
  if (counter.pending.length > 100) await deliver(gateway, counter);
}

const isReceivedHere = (procedure: Procedure): boolean =>
  procedure.systemOfRecord === 'province' && procedure.term !== undefined && !procedure.effectiveTo;

/** What happened to a dossier since it was received; one that was due long ago is mostly done, a few are overdue. */
async function liveOn(
  fate: Fate,
  now: number,
  receivedAt: number,
  payload: PayloadOf<'dossier.receive'>,
  write: <T extends OperationType>(type: T, payload: PayloadOf<T>, at: number) => Promise<void>,
): Promise<void> {
  if (fate === 'received') return;
  const step = Math.max(1000, Math.floor((now - receivedAt) / 5));
  await write('dossier.accept', { from: 'received' }, receivedAt + step);
  await write('dossier.forward', { to: 'Công chức Tư pháp – Hộ tịch' }, receivedAt + step + 500);
  if (fate === 'supplement') {
    const items = ['Bản sao giấy tờ chứng minh quan hệ (minh họa)'];
    const reason = 'Thành phần hồ sơ còn thiếu (minh họa)';
    await write('dossier.requestSupplement', { items, reason }, receivedAt + 2 * step);
  }
  if (fate === 'finished' || fate === 'returned')
    await write('dossier.finish', { outcome: 'Đã giải quyết (minh họa)' }, receivedAt + 3 * step);
  if (fate === 'returned')
    await write(
      'dossier.returnResult',
      { to: payload.applicant.name, channel: 'counter' },
      receivedAt + 4 * step,
    );
}

/** Of what was due already every fifth of a counter is still being worked on (overdue), so that none is a matter of luck. */
function fateOf(random: SeededRandom, now: number, dueAt: string | undefined, written: number): Fate {
  const due = dueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(dueAt);
  const chance = random.next();
  if (due < now && written % 5 === 2) return 'processing';
  if (due < now) return chance < 0.15 ? 'supplement' : chance < 0.4 ? 'finished' : 'returned';
  return chance < 0.4 ? 'received' : chance < 0.75 ? 'processing' : chance < 0.87 ? 'supplement' : 'finished';
}

async function deliver(gateway: Gateway, counter: Counter): Promise<void> {
  const operations = counter.pending.splice(0);
  if (operations.length === 0) return;
  const device = {
    commune: DEMONSTRATION_COMMUNE,
    id: counter.device.identity.device,
    publicKey: counter.publicKey,
  };
  const request: PushRequest = { protocol: PROTOCOL, epoch: 1, generation: 0, acknowledged: 0, operations };
  const result = await push(gateway.push, device, request);
  const verdicts = result.ok && result.value.status === 'ok' ? result.value.verdicts : [];
  const wrong = verdicts.find((verdict) => verdict.result !== 'applied');
  if (verdicts.length !== operations.length || wrong)
    throw new Error(`the fictional dossiers were not taken: ${wrong?.code ?? 'batch refused'}`);
}
