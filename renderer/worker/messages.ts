/** What travels between page and worker, types only; both ends are made from renderer/worker/api.ts. */
import type { HostEvent } from '../../shared/host/contract.ts';
import type { CommandName, ViewName } from './api.ts';

export type FromPage =
  | { readonly kind: 'command'; readonly id: number; readonly name: CommandName; readonly input: unknown }
  | { readonly kind: 'subscribe'; readonly id: number; readonly view: ViewName; readonly params: unknown }
  | { readonly kind: 'unsubscribe'; readonly id: number }
  | { readonly kind: 'host-answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'host-answer'; readonly id: number; readonly ok: false; readonly message: string }
  | { readonly kind: 'host-event'; readonly event: HostEvent };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** a thrown error is a bug: the page shows the crash screen with this text */
  | { readonly kind: 'bug'; readonly id: number; readonly message: string }
  | { readonly kind: 'view'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'host-call';
      readonly id: number;
      readonly method: string;
      readonly args: readonly unknown[];
    };
