import type { Session } from 'electron';

const ALLOWED = new Set(['clipboard-sanitized-write', 'notifications', 'persistent-storage']);

/** Everything is denied but the three harmless ones, and the camera without microphone for our own page (F7). */
export function denyPermissions(session: Session, origin: string): void {
  const isOwn = (url: string | undefined) => url !== undefined && new URL(url).href.startsWith(`${origin}/`);
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    if (!isOwn(details.requestingUrl)) return callback(false);
    if (permission !== 'media') return callback(ALLOWED.has(permission));
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    callback(wanted.length > 0 && wanted.every((type) => type === 'video'));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    if (!isOwn(`${requestingOrigin.replace(/\/$/, '')}/`)) return false;
    return permission === 'media' ? details.mediaType === 'video' : ALLOWED.has(permission);
  });
  session.setDevicePermissionHandler(() => false);
}
