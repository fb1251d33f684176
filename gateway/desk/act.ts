import { uuidv7 } from 'uuidv7';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { type OperationType, type PayloadOf, parseOperation } from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { PROTOCOL, type Verdict } from '../../shared/protocol/messages.ts';
import { PROVINCE_CLERK, PROVINCE_DEVICE } from '../auth/commune.ts';
import type { Gateway } from '../gateway.ts';
import { push } from '../push/push.ts';
import { hlcAt, signOperation } from './sign-operation.ts';

/** An act of the province's own desk on a dossier that the province holds. */
export type DeskAct = {
  [T in DeskActType]: { readonly type: T; readonly payload: PayloadOf<T> };
}[DeskActType];
export type DeskActType = Extract<
  OperationType,
  'dossier.accept' | 'dossier.forward' | 'dossier.requestSupplement' | 'dossier.finish'
>;

const ATTEMPTS = 5;

/**
 * Does an act at the province's desk: a signed operation of the device PROVINCE, pushed through the same code as those of the
 * communes. Undefined when the dossier is not there or the act is malformed; else the stored verdict.
 */
export async function actAtDesk(
  gateway: Gateway,
  commune: string,
  dossierId: string,
  act: DeskAct,
): Promise<Verdict | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const operation = await nextOperation(gateway, commune, dossierId, act);
    if (!operation) return undefined;
    const { signed } = await signOperation(operation, gateway.keys.desk.signer, gateway.keys.clerk.signer);
    const device = { commune, id: PROVINCE_DEVICE, publicKey: gateway.keys.desk.publicKey };
    const { epoch } = operation;
    const request = {
      protocol: PROTOCOL,
      epoch,
      generation: 0,
      acknowledged: 0,
      operations: [signed],
    } as const;
    const result = await push(gateway.push, device, { ...request, operations: [...request.operations] });
    if (!result.ok) return undefined;
    if (result.value.status === 'ok') return result.value.verdicts[0];
    // another instance wrote in the same chain meanwhile: read the position again
  }
  throw new Error('the desk chain is too busy');
}

async function nextOperation(gateway: Gateway, commune: string, dossierId: string, act: DeskAct) {
  const [device] = await gateway.database.query<{ epoch: number; last_seq: string; head: string }>(
    'select epoch, last_seq, head from device where commune = $1 and id = $2',
    [commune, PROVINCE_DEVICE],
  );
  const [row] = await gateway.database.query<{ version: number; dossier: Dossier }>(
    'select version, dossier from dossier where commune = $1 and id = $2',
    [commune, dossierId],
  );
  if (!device || !row) return undefined;
  const now = gateway.now();
  return parseOperation(
    canonicalJson({
      v: 1,
      id: uuidv7(),
      device: PROVINCE_DEVICE,
      epoch: device.epoch,
      seq: Number(device.last_seq) + 1,
      prev: device.head,
      deps: [],
      entity: dossierId,
      base: row.version,
      type: act.type,
      at: new Date(now).toISOString(),
      hlc: hlcAt(now, PROVINCE_DEVICE),
      clerk: PROVINCE_CLERK,
      packs: row.dossier.packs,
      payload: act.payload,
    }),
  );
}
