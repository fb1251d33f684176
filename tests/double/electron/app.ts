import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import { newEvent, onlyBeforeReady, record, world } from './world.ts';

const root = path.resolve(import.meta.dirname, '../../..');

class DoubleApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'isPackaged'
      | 'whenReady'
      | 'isReady'
      | 'getVersion'
      | 'getName'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'quit'
      | 'exit'
    >
{
  readonly isPackaged = process.env.DOUBLE_PACKAGED === '1';
  readonly commandLine: Pick<App['commandLine'], 'appendSwitch' | 'getSwitchValue' | 'hasSwitch'> = {
    appendSwitch: (name, value) => {
      onlyBeforeReady('app.commandLine.appendSwitch');
      // Chromium heeds one value per switch: a second one would silently win
      if (this.switches.has(name)) throw new Error(`electron double: second value for --${name}`);
      this.switches.set(name, value ?? '');
    },
    getSwitchValue: (name) => this.switches.get(name) ?? '',
    hasSwitch: (name) => this.switches.has(name),
  };
  readonly switches = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #whenReady = new Promise<void>((resolve) => this.once('ready', () => resolve()));
  /** closes windows and Chromium; set by the part that opened them */
  closeAll: () => Promise<void> = async () => undefined;

  whenReady(): Promise<void> {
    return this.#whenReady;
  }
  isReady(): boolean {
    return world.ready;
  }
  getVersion(): string {
    return String(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version);
  }
  getName(): string {
    return 'Tram';
  }
  getAppPath(): string {
    return root;
  }
  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known) return known;
    const fresh =
      name === 'userData'
        ? mkdtempSync(path.join(os.tmpdir(), 'tram-double-'))
        : path.join(this.getPath('userData'), name);
    mkdirSync(fresh, { recursive: true });
    this.#paths.set(name, fresh);
    return fresh;
  }
  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }
  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox()');
    record('sandbox', true);
  }

  requestSingleInstanceLock(): boolean {
    onlyBeforeReady('app.requestSingleInstanceLock()');
    const folder = this.getPath('userData');
    const lock = path.join(folder, 'double-lock');
    const holder = readHolder(lock);
    if (holder !== undefined) {
      const note = path.join(folder, `second-${process.pid}`);
      writeFileSync(`${note}.tmp`, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      renameSync(`${note}.tmp`, note);
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.on('exit', () => rmSync(lock, { force: true }));
    const watcher = watch(folder, (_kind, name) => this.#hearSecond(folder, name ?? ''));
    watcher.unref();
    return true;
  }

  #hearSecond(folder: string, name: string): void {
    if (!/^second-\d+$/.test(name)) return;
    try {
      const { argv, cwd } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      rmSync(path.join(folder, name));
      this.emit('second-instance', newEvent(), argv, cwd);
    } catch {
      // the watcher speaks twice of one file; the second time it is gone
    }
  }

  quit(): void {
    if (world.quitting) return;
    const event = newEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    world.quitting = true;
    setImmediate(async () => {
      await this.closeAll();
      const last = newEvent();
      this.emit('will-quit', last);
      world.quitting = !last.defaultPrevented;
      if (last.defaultPrevented) return;
      this.emit('quit', newEvent(), 0);
      process.exit(0);
    });
  }

  exit(code = 0): void {
    world.quitting = true;
    void this.closeAll().finally(() => process.exit(code));
  }
}

/** Process id in the lock file when that process still runs. */
function readHolder(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

export const app = new DoubleApp();
