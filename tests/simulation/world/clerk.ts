import type { Answer, DossierList, DossierRow, DraftAttachment } from '../../../renderer/worker/api.ts';
import type { Core } from '../../../renderer/worker/boot/core.ts';
import { webDigest } from '../../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../../builders/a-draft.ts';
import { seen } from '../../builders/a-machine.ts';
import type { CounterMachine } from './counter-machine.ts';
import type { CounterWindow } from './counter-window.ts';
import type { Act } from './oracle.ts';
import type { World } from './world.ts';

const unsure: ReadonlySet<string> = new Set(['outcome-unknown', 'written-not-shown']);
const died = Symbol('died');
type Outcome = Answer<{ readonly dossier: string; readonly provisionalCode: string }> | Answer<void>;

/** A clerk at one machine: does what clerks do, and presses again what she does not know the end of. */
export class Clerk {
  constructor(
    private readonly world: World,
    private readonly machine: CounterMachine,
  ) {}

  /** One thing a clerk does; the dice say which. */
  async actOnce(): Promise<void> {
    const { window } = this.machine;
    if (!window?.alive) return;
    const dice = this.world.random.next();
    if (dice < 0.5) return this.receive(window, dice < 0.12);
    if (dice < 0.55) return this.switchClerk(window);
    const rows = await this.rows(window);
    const row = rows[this.world.random.between(0, Math.max(0, rows.length - 1))];
    if (!row) return;
    if (dice < 0.62)
      await this.orDeath(window, () => window.core.call('printReceipt', { dossier: row.id, reprint: true }));
    else await this.actOn(window, row, dice);
  }

  async pressAgain(): Promise<void> {
    for (const [, press] of [...this.machine.pressed]) await press();
  }

  private async rows(window: CounterWindow): Promise<readonly DossierRow[]> {
    const list = await this.orDeath(window, () => seen(window.core, 'dossiers', { tab: 'all', query: '' }));
    return list === died ? [] : [...(list as DossierList).rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async receive(window: CounterWindow, withFile: boolean): Promise<void> {
    const { random } = this.world;
    const draft = aDraft({ id: random.uuidV7(this.machine.wall()), note: `phiếu ${random.between(1, 1e9)}` });
    if (withFile) {
      const file = await this.attach(window);
      const [first, ...rest] = draft.papers;
      if (file && first) Object.assign(draft, { papers: [{ ...first, attachments: [file] }, ...rest] });
    }
    await this.command(window, 'receive', (core, commandId) => core.call('receive', { commandId, draft }));
  }

  private async attach(window: CounterWindow): Promise<DraftAttachment | undefined> {
    const bytes = new TextEncoder().encode(`%PDF-1.4 ${this.world.random.between(1, 1e9)} startxref 0 %%EOF`);
    const hash = await webDigest.sha256(bytes);
    const answer = await this.orDeath(window, () =>
      window.core.call('attach', { name: 'giay.pdf', bytes, source: 'file' }),
    );
    if (answer === died || !answer.ok) return undefined;
    this.world.oracle.files.set(hash, { device: this.machine.number, diskGone: false });
    return answer.value;
  }

  private async actOn(
    window: CounterWindow,
    { id: dossier, status }: DossierRow,
    dice: number,
  ): Promise<void> {
    const text = `${dice < 0.8 ? 'sửa' : 'chuyển'} ${this.world.random.between(1, 1e6)}`;
    if (dice < 0.8) {
      const set =
        dice < 0.72
          ? { note: text }
          : { address: text, phone: `09${this.world.random.between(1e7, 1e8 - 1)}` };
      await this.command(window, 'amend', (core, commandId) =>
        core.call('amend', { commandId, dossier, set }),
      );
    } else if (status === 'finished')
      await this.command(window, 'returnResult', (core, commandId) =>
        core.call('returnResult', { commandId, dossier, to: 'Người nộp', channel: 'counter' }),
      );
    else if (status === 'received' || status === 'processing')
      await this.command(window, 'forward', (core, commandId) =>
        core.call('forward', { commandId, dossier, to: 'Phòng Tư pháp', note: text }),
      );
  }

  private async switchClerk(window: CounterWindow): Promise<void> {
    const clerk = this.world.random.pick(['lan.nt', 'minh.tv']);
    if ((await this.orDeath(window, () => window.core.call('lock'))) === died) return;
    const answer = await this.orDeath(window, () => window.core.call('unlock', { clerk, secret: '135790' }));
    if (answer !== died && !answer.ok) window.die();
  }

  private async command(
    window: CounterWindow,
    kind: Act['kind'],
    press: (core: Core, commandId: string) => Promise<Outcome>,
  ): Promise<void> {
    const commandId = this.world.random.uuidV7(this.machine.wall());
    const again = async (): Promise<void> => {
      const now = this.machine.window;
      if (!now?.alive) return;
      const answer = await this.orDeath(now, () => press(now.core, commandId));
      this.record(commandId, kind, answer);
    };
    this.machine.pressed.set(commandId, again);
    await again();
    if (window.alive && this.world.random.next() < 0.05) await again();
  }

  private record(commandId: string, kind: Act['kind'], answer: Outcome | typeof died): void {
    const { oracle } = this.world;
    const known = oracle.acts.get(commandId);
    const sure = answer !== died && (answer.ok || !unsure.has(answer.error.code));
    const outcome = answer === died ? 'died' : answer.ok ? 'done' : answer.error.code;
    this.world.note(
      this.machine.number,
      kind,
      outcome,
      answer !== died && answer.ok ? answer.value?.provisionalCode : '',
    );
    if (sure) this.machine.pressed.delete(commandId);
    if (answer === died || (!answer.ok && !sure)) {
      if (!known)
        oracle.acts.set(commandId, { device: this.machine.number, kind, state: 'unknown', diskGone: false });
    } else if (answer.ok) {
      const row = this.machine.rowOfCommand(commandId);
      const code = answer.value?.provisionalCode;
      if (known?.code !== undefined && known.code !== code)
        this.world.violation('I2', `F9 pressed twice gave ${known.code} and ${code}`);
      for (const { sha256, whole } of this.machine.filesOfDossier(row?.entity))
        if (!oracle.files.has(sha256))
          oracle.files.set(sha256, {
            device: this.machine.number,
            diskGone: known?.state === 'unknown' && !whole,
          });
      oracle.acts.set(commandId, {
        device: this.machine.number,
        kind,
        state: 'done',
        operation: row?.id,
        entity: row?.entity,
        code,
        diskGone: known?.diskGone ?? false,
      });
    } else if (known?.state === 'unknown') oracle.acts.delete(commandId);
  }

  /**
   * Does one thing while the engine rests, so that nothing but virtual time decides what comes first. A command that ends in
   * an error the world has planted (a database that broke) ends that window, as its page would say.
   */
  private async orDeath<T>(window: CounterWindow, start: () => Promise<T>): Promise<T | typeof died> {
    try {
      await window.settled();
      const end = await Promise.race([start(), window.died.then((): typeof died => died)]);
      if (window.alive) await window.settled();
      return end;
    } catch (error) {
      if (!window.isPlanted(error)) this.world.violation('B', `D${this.machine.number} ${String(error)}`);
      window.die();
      return died;
    }
  }
}
