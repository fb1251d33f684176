import type { DossierDetail } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import type { SyncEnginePorts } from '../../renderer/worker/sync/engine-ports.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { parseOperation } from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  type PullReply,
  PullReply as PullReplySchema,
  type Verdict,
} from '../../shared/protocol/messages.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, seen } from '../builders/a-machine.ts';

export type Store = SyncEnginePorts['store'];

export const heard = { generation: 1, time: '2026-11-23T02:20:00.000Z' };

/** A counter with one waiting dossier, and the store as its engine sees it. */
export async function aWaitingDossier(): Promise<{ core: Core; sync: Store; machine: Machine; id: string }> {
  let ports: SyncEnginePorts | undefined;
  const { core, machine } = await anOpenCounter(aMachine(), {
    makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip'),
    startEngine: (given) => {
      ports = given;
      return {
        kick: () => undefined,
        setSuspended: () => undefined,
        demoLineChanged: () => undefined,
        stop: async () => undefined,
      };
    },
  });
  const answer = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  if (!answer.ok || !ports) throw new Error('not received');
  return { core, sync: ports.store, machine, id: answer.value.dossier };
}

export const detail = async (core: Core, id: string) =>
  (await seen(core, 'dossier', { id })) as DossierDetail;

export async function operations(sync: Store): Promise<readonly string[]> {
  const all = await sync.operationsFrom(1, 100, 1_000_000);
  return all.map(({ operation }) => parseOperation(operation.bytes)?.id ?? '');
}

export const verdict = (operation: string, change: Partial<Verdict> = {}): Verdict =>
  ({ operation, result: 'applied', duplicate: false, ...change }) as Verdict;

export function pullOf(dossier: Dossier, change: number, cursor: string): PullReply {
  const row = {
    id: dossier.id,
    change,
    version: dossier.version,
    deleted: false,
    dossier: JSON.parse(canonicalJson(dossier)),
    missingAttachments: [],
  };
  const time = heard.time;
  return PullReplySchema.parse({
    protocol: 1,
    generation: 1,
    scopeVersion: 1,
    cursor,
    more: false,
    rows: [row],
    time,
  });
}
