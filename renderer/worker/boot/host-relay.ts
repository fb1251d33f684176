import { type Host, type HostMethod, hostMethods } from '../../../shared/host/contract.ts';
import type { FromPage, FromWorker } from '../messages.ts';

type HostAnswer = Extract<FromPage, { kind: 'host-answer' }>;

/** The host as the worker reaches it: every call goes through the page, which has the bridge. */
export interface HostRelay {
  readonly host: Host;
  /** the page's answer to a call */
  readonly answered: (answer: HostAnswer) => void;
}

export function createHostRelay(post: (message: FromWorker) => void): HostRelay {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const call = (method: HostMethod, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      pending.set(last, { resolve, reject });
      post({ kind: 'host-call', id: last, method, args });
    });
  const methods = Object.keys(hostMethods) as HostMethod[];
  return {
    host: Object.fromEntries(
      methods.map((method) => [method, (...args: readonly unknown[]) => call(method, args)]),
    ) as unknown as Host,
    answered: (answer) => {
      const waiting = pending.get(answer.id);
      pending.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.value);
      else waiting?.reject(new Error(answer.message));
    },
  };
}
