import type { DossierList, SessionView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from './a-draft.ts';
import { type Machine, open, seen } from './a-machine.ts';

/** Every dossier the clerk's list shows. */
export async function allRows(core: Core): Promise<DossierList['rows']> {
  return ((await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList).rows;
}

export async function sessionOf(core: Core): Promise<SessionView> {
  return (await seen(core, 'session')) as SessionView;
}

/** F9 that must succeed. */
export async function receive(core: Core, draft = aDraft(), commandId = webIds.uuidV7()) {
  const answer = await core.call('receive', { commandId, draft });
  if (!answer.ok) throw new Error(`receive: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value;
}

/** A new window on the same machine, after the former one is gone. */
export async function reopened(machine: Machine, core?: Core): Promise<Core> {
  await core?.close();
  const again = machine.start();
  await open(again);
  return again;
}
