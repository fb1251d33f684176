import { type Host, HostEvent, type HostMethod, hostMethods } from '../../shared/host/contract.ts';
import { asHostError, HostError } from '../../shared/host/host-error.ts';
import { packFrame, type Utf8, unpackFrame } from '../../shared/host/wire.ts';

/** What the preload script leaves in the window (electron/preload.ts). */
export interface PreloadBridge {
  readonly invoke: (method: string, args: readonly unknown[]) => Promise<unknown>;
  /** gives the way to stop listening */
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly tramHost?: PreloadBridge;
  }
}

/** The host as the page reaches it: over IPC in the desktop window, over loopback HTTP in a browser. */
export interface HostBridge {
  /** a call by name with arguments as they came from the worker; rejects with a HostError */
  readonly invoke: (method: string, args: readonly unknown[]) => Promise<unknown>;
  readonly host: Host;
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
}

/** Builds the bridge of this window. */
export function createHostBridge(): HostBridge {
  const raw = window.tramHost ?? loopbackBridge();
  const invoke = async (method: string, args: readonly unknown[]) => {
    try {
      return await raw.invoke(method, args);
    } catch (error) {
      throw asHostError(error) ?? error;
    }
  };
  const call = (method: HostMethod) =>
    [method, (...args: readonly unknown[]) => invoke(method, args)] as const;
  const methods = Object.keys(hostMethods) as HostMethod[];
  return {
    invoke,
    host: Object.fromEntries(methods.map(call)) as unknown as Host,
    onEvent: (listener) =>
      raw.onEvent((event) => {
        const known = HostEvent.safeParse(event);
        if (known.success) listener(known.data);
      }),
  };
}

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

function loopbackBridge(): PreloadBridge {
  return {
    invoke: async (method, args) => {
      const response = await fetch('/host/invoke', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: packFrame({ method, args }, utf8) as Uint8Array<ArrayBuffer>,
      }).catch(() => {
        // the host process is gone; nothing of the call can be known
        throw new HostError('host-gone', method);
      });
      if (!response.ok) throw new HostError(response.status === 401 ? 'sender-refused' : 'host-gone', method);
      const reply = unpackFrame(new Uint8Array(await response.arrayBuffer()), utf8) as Reply;
      if (reply.ok) return reply.value;
      throw asHostError(reply.message) ?? new HostError('answer-invalid', method);
    },
    onEvent: (listener) => {
      const source = new EventSource('/host/events');
      source.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data));
      return () => source.close();
    },
  };
}

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };
