import type { ZodType } from 'zod';
import { type Host, hostMethods } from './contract.ts';
import { asHostError, HostError } from './host-error.ts';

type Untyped = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * Runs one call that came from outside against the host: method, arguments and answer are parsed by the contract.
 * Resolves to the parsed answer; rejects with a HostError only, so that its code survives every bridge.
 */
export async function dispatch(host: Host, method: unknown, args: unknown): Promise<unknown> {
  if (typeof method !== 'string' || !isMethod(method)) throw new HostError('method-unknown', String(method));
  const schemas: { readonly in: ZodType; readonly out: ZodType } = hostMethods[method];
  const parsed = schemas.in.safeParse(args);
  if (!parsed.success)
    throw new HostError('arguments-invalid', `${method} ${firstPath(parsed.error.issues)}`);
  const answer = await run(host[method] as Untyped, parsed.data as readonly unknown[], method);
  const checked = schemas.out.safeParse(answer);
  if (!checked.success) throw new HostError('answer-invalid', `${method} ${firstPath(checked.error.issues)}`);
  return checked.data;
}

async function run(call: Untyped, args: readonly unknown[], method: string): Promise<unknown> {
  try {
    return await call(...args);
  } catch (error) {
    // anything but a HostError is a bug of the host; its text may hold paths or data, so only the name of the error leaves
    throw asHostError(error) ?? new HostError('disk-failed', `${method} ${errorName(error)}`);
  }
}

const isMethod = (name: string): name is keyof typeof hostMethods => Object.hasOwn(hostMethods, name);

const firstPath = (issues: readonly { readonly path: readonly PropertyKey[] }[]) =>
  (issues[0]?.path ?? []).map(String).join('.');

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
