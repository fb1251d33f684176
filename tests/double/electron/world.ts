import type { BrowserContext } from '@playwright/test';

/** The one state all stand-ins share: is the application ready, which Chromium does it drive, what was asked of it. */
export const world: {
  ready: boolean;
  quitting: boolean;
  context: BrowserContext | undefined;
  readonly records: (readonly [name: string, value: unknown])[];
} = { ready: false, quitting: false, context: undefined, records: [] };

/** Notes a call that has no visible effect here, for tests to read. */
export function record(name: string, value: unknown): void {
  world.records.push([name, value]);
}

export function onlyBeforeReady(name: string): void {
  if (world.ready) throw new Error(`${name} should be called before app is ready`);
}

export function onlyAfterReady(name: string): void {
  if (!world.ready) throw new Error(`${name} can only be used after app is ready`);
}

/** An Electron event object. */
export interface DoubleEvent {
  defaultPrevented: boolean;
  preventDefault: () => void;
}

export function newEvent(): DoubleEvent {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Whatever the double has no stand-in for says so at once, instead of being quietly undefined. */
export function complete<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (typeof key === 'symbol' || key === 'then' || key in object) return Reflect.get(object, key, object);
      throw new Error(`electron double: ${name}.${key} is not implemented`);
    },
  });
}
