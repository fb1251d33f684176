import { HostError } from '../../../shared/host/host-error.ts';

/** The `code` of a file system error (`ENOSPC`, `ENOENT` …), '' for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A file system error as the HostError the clerk's screen knows; a HostError stays what it is. */
export function asDiskError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new HostError('disk-full', code);
  return new HostError('disk-failed', code || (error instanceof Error ? error.name : 'unknown'));
}
