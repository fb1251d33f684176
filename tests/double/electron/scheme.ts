import type { CustomScheme, Protocol } from 'electron';
import { complete, onlyAfterReady, onlyBeforeReady } from './world.ts';

type Handler = Parameters<Protocol['handle']>[1];

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

/** `app://bundle/x` as Chromium without our scheme can load it: `https://bundle.app.localhost/x`, a secure origin. */
export function toNetwork(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  const [, scheme, host, rest] = parts ?? [];
  return scheme && privileged.has(scheme) ? `https://${host}.${scheme}.localhost${rest || '/'}` : url;
}

/** The way back. */
export function toApp(url: string): string {
  const parts = /^https:\/\/([^/]+)\.([a-z0-9+.-]+)\.localhost(\/.*)?$/i.exec(url);
  const [, host, scheme, rest] = parts ?? [];
  return scheme && privileged.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : url;
}

export const handlerOf = (url: string): Handler | undefined => handlers.get(url.split(':')[0] ?? '');
export const isPrivileged = (url: string): boolean => privileged.has(url.split(':')[0] ?? '');

type Stand = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>;
export const protocol: Stand = complete<Stand>('protocol', {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`electron double: scheme ${scheme} would have an opaque origin`);
      privileged.add(scheme);
    }
  },
  handle: (scheme, handler) => {
    onlyAfterReady('protocol.handle');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
});
