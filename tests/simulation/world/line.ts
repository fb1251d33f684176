import type { SeededRandom } from '../../../gateway/demo/seeded-random.ts';
import { HostError } from '../../../shared/host/host-error.ts';
import type { GatewayAnswer, GatewayRequest } from '../../../shared/ports.ts';
import type { Faults } from './faults.ts';
import type { Province } from './province.ts';
import type { Schedule } from './schedule.ts';

/** Who asked: an answer finds only a window that still lives. */
interface Asker {
  readonly answered: (deliver: () => void) => void;
  readonly die: () => void;
}

const MINUTE = 60_000;
const text = (body: string): Uint8Array => new TextEncoder().encode(body);

/** The network between one counter and the province: delivers, loses, doubles, delays and spoils exchanges in virtual time. */
export class Line {
  up = true;
  exchanges = 0;

  constructor(
    private readonly schedule: Schedule,
    private readonly random: SeededRandom,
    private readonly faults: Faults,
    private readonly province: Province,
    private readonly restoreProvince: () => Promise<void>,
  ) {}

  exchange(asker: Asker, ask: GatewayRequest): Promise<GatewayAnswer> {
    return new Promise((resolve, reject) => {
      let ended = false;
      const end = (deliver: () => void): void => {
        if (ended) return;
        ended = true;
        asker.answered(deliver);
      };
      const fail = (detail: string): void => end(() => reject(new HostError('line-unreachable', detail)));
      const answer = (value: GatewayAnswer): void => end(() => resolve(value));
      this.exchanges += 1;
      this.schedule.after(ask.timeoutMs, () => end(() => reject(new HostError('line-timeout'))));
      if (!this.up) this.schedule.after(200, () => fail('cut'));
      else this.carry(ask, asker, answer, fail);
    });
  }

  private carry(
    ask: GatewayRequest,
    asker: Asker,
    answer: (value: GatewayAnswer) => void,
    fail: (detail: string) => void,
  ): void {
    const { faults, schedule, random } = this;
    const arrives = async (): Promise<void> => void (await this.province.handle(ask));
    if (faults.strikes('requestLost')) {
      if (faults.strikes('requestLate')) schedule.after(random.between(1, 240) * MINUTE, arrives);
      return;
    }
    if (faults.strikes('badGateway')) {
      schedule.after(100, () => answer({ status: 502, headers: {}, body: text('Bad Gateway') }));
      return;
    }
    if (faults.strikes('captivePortal')) {
      const headers = { 'content-type': 'text/html' };
      schedule.after(100, () => answer({ status: 200, headers, body: text('<html>Đăng nhập') }));
      return;
    }
    if (faults.strikes('requestDoubled')) schedule.after(random.between(100, 10 * MINUTE), arrives);
    schedule.after(random.between(20, 1500), async () => {
      const value = await this.province.handle(ask);
      if (faults.strikes('provinceRestoredUnderway')) await this.restoreProvince();
      this.reply(value, asker, answer, fail);
    });
  }

  private reply(
    value: GatewayAnswer,
    asker: Asker,
    answer: (value: GatewayAnswer) => void,
    fail: (detail: string) => void,
  ): void {
    const { faults, schedule, random } = this;
    if (faults.strikes('replyLost')) {
      schedule.after(500, () => fail('answer-lost'));
      return;
    }
    const slow = faults.strikes('replySlow') ? random.between(1_000, 50_000) : 0;
    const cut = faults.strikes('replyCut');
    const { body } = value;
    const delivered = cut ? { ...value, body: body.slice(0, Math.floor(body.byteLength / 2)) } : value;
    schedule.after(random.between(20, 1500) + slow, () => {
      if (faults.strikes('windowDiesAtReply')) asker.die();
      else if (!this.up) fail('cut');
      else answer(delivered);
    });
  }
}
