import type { Clock } from '../../../shared/ports.ts';
import { HaveReply, PROTOCOL, StoredReply } from '../../../shared/protocol/messages.ts';
import type { LineProblem } from '../../../shared/sync/line-problem.ts';
import type { GatewayLink } from './gateway-link.ts';
import type { AttachmentToSend, SyncStore } from './sync-store.ts';

/** Files the province refused for now: sha256 → monotonic moment of the next try. One bad file never holds up the others. */
export interface SkippedFiles {
  readonly until: Map<string, number>;
  /** what the province said it lacks; asked again when it is used up */
  readonly missing: Set<string>;
}

export const noSkippedFiles = (): SkippedFiles => ({ until: new Map(), missing: new Set() });

const ASK_LIMIT = 100;
const FILE_TIMEOUT_MS = 120_000;
const SKIP_MS = 10 * 60_000;

/** Files that may be sent now. */
export async function filesToSend(
  store: SyncStore,
  files: SkippedFiles,
  now: number,
): Promise<readonly AttachmentToSend[]> {
  const waiting = await store.attachmentsToSend(ASK_LIMIT);
  return waiting.filter(({ sha256 }) => (files.until.get(sha256) ?? 0) <= now);
}

/**
 * One step of the file lane: either asks which files the province lacks, or sends one of them. Operations may come between
 * any two steps. Answers the problem of the line, or undefined when the lane may go on.
 */
export async function sendAttachment(
  store: SyncStore,
  link: GatewayLink,
  clock: Clock,
  files: SkippedFiles,
): Promise<LineProblem | undefined> {
  const waiting = await filesToSend(store, files, clock.monotonic());
  const next = waiting.find(({ sha256 }) => files.missing.has(sha256));
  return next ? sendOne(next, store, link, clock, files) : askMissing(waiting, store, link, files);
}

async function askMissing(
  waiting: readonly AttachmentToSend[],
  store: SyncStore,
  link: GatewayLink,
  files: SkippedFiles,
): Promise<LineProblem | undefined> {
  const sha256 = [...new Set(waiting.map((file) => file.sha256))];
  const message = { protocol: PROTOCOL, sha256 };
  const { answer } = await link.ask({ method: 'POST', path: '/v1/attachments/have', message }, HaveReply);
  if (!answer.ok) return answer.error;
  const missing = new Set<string>(answer.value.missing);
  for (const held of sha256.filter((hash) => !missing.has(hash))) await store.attachmentArrived(held);
  for (const hash of missing) files.missing.add(hash);
  return undefined;
}

async function sendOne(
  file: AttachmentToSend,
  store: SyncStore,
  link: GatewayLink,
  clock: Clock,
  files: SkippedFiles,
): Promise<LineProblem | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await store.attachmentBytes(file.id);
  } catch {
    // this machine cannot read it now: it goes on waiting, and the others go past it
    files.until.set(file.sha256, clock.monotonic() + SKIP_MS);
    return undefined;
  }
  const path = `/v1/attachments/${file.sha256}`;
  const { answer } = await link.ask({ method: 'PUT', path, bytes, timeoutMs: FILE_TIMEOUT_MS }, StoredReply);
  files.missing.delete(file.sha256);
  if (answer.ok && answer.value.sha256 === file.sha256) {
    await store.attachmentArrived(file.sha256);
    return undefined;
  }
  const problem = answer.ok ? undefined : answer.error;
  if (problem && (problem.offline || problem.policy === 'retry-after' || problem.policy === 'person'))
    return problem;
  files.until.set(file.sha256, clock.monotonic() + SKIP_MS);
  return undefined;
}
