import type { IpcMain, WebFrameMain } from 'electron';
import type { Host } from '../../shared/host/contract.ts';
import { dispatch } from '../../shared/host/dispatch.ts';
import { HostError } from '../../shared/host/host-error.ts';

/** The one channel on which the window calls, and the one on which it is told. */
export const CHANNEL = { invoke: 'host:invoke', event: 'host:event' } as const;

/** Serves the host contract to the top frame of our own origin and to nobody else. */
export function registerHost(ipc: Pick<IpcMain, 'handle'>, host: Host, origin: string): void {
  ipc.handle(CHANNEL.invoke, async (event, method: unknown, args: unknown) => {
    if (!isOwnTopFrame(event.senderFrame, origin)) throw new HostError('sender-refused');
    return dispatch(host, method, args);
  });
}

function isOwnTopFrame(frame: WebFrameMain | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}
