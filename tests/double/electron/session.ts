import type { BrowserContext } from '@playwright/test';
import type { Session } from 'electron';
import { complete, record } from './world.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type Stand = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
>;

let requestHandler: RequestHandler = null;

export const defaultSession: Stand = complete<Stand>('session', {
  setPermissionRequestHandler: (handler) => {
    requestHandler = handler;
  },
  setPermissionCheckHandler: (handler) => record('permission-check-handler', handler !== null),
  setDevicePermissionHandler: (handler) => record('device-permission-handler', handler !== null),
  setSpellCheckerEnabled: (enabled) => record('spellchecker', enabled),
});

/** Electron's permissions as Playwright grants them; what has no name there cannot be granted here. */
const PERMISSIONS = [
  ['geolocation', 'geolocation', undefined],
  ['notifications', 'notifications', undefined],
  ['clipboard-read', 'clipboard-read', undefined],
  ['clipboard-sanitized-write', 'clipboard-write', undefined],
  ['midi', 'midi', undefined],
  ['media', 'camera', 'video'],
  ['media', 'microphone', 'audio'],
] as const;

/** Asks the application's handler about each permission for a page of this URL; records and grants what it allows. */
export async function applyPermissions(context: BrowserContext, requestingUrl: string): Promise<void> {
  const granted: string[] = [];
  for (const [permission, granting, media] of PERMISSIONS) {
    const details = { requestingUrl, isMainFrame: true, ...(media && { mediaTypes: [media] }) };
    const allowed = await new Promise<boolean>((resolve) => {
      if (requestHandler === null) return resolve(true);
      requestHandler(undefined as never, permission, resolve, details as never);
    });
    if (allowed) granted.push(granting);
  }
  record('permissions', granted);
  await context.clearPermissions();
  await context.grantPermissions(granted);
}
