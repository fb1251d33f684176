import {
  type OperationType,
  type PayloadOf,
  parseOperation,
  type SignedOperation,
} from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import type { Signer } from '../../shared/ports.ts';
import { hlcAt, signOperation } from '../desk/sign-operation.ts';

/** One act to be written by a fictional device. */
export interface FictionalAct<T extends OperationType = OperationType> {
  readonly id: string;
  readonly entity: string;
  readonly base: number;
  readonly type: T;
  readonly payload: PayloadOf<T>;
  /** milliseconds since 1970 */
  readonly at: number;
  readonly packs: string;
  readonly deps?: readonly string[];
}

export interface FictionalIdentity {
  readonly device: string;
  readonly clerk: string;
  readonly deviceSigner: Signer;
  readonly clerkSigner: Signer;
}

/** A machine that writes operations in its chain exactly as a counter does, without screens or store. */
export class FictionalDevice {
  epoch = 1;
  seq = 0;
  head = '0';

  constructor(readonly identity: FictionalIdentity) {}

  /** Signs the act as the next operation of the chain. Throws on an act that the schema refuses: that is a bug of the caller. */
  async write<T extends OperationType>(act: FictionalAct<T>): Promise<SignedOperation> {
    const { device, clerk, deviceSigner, clerkSigner } = this.identity;
    const { at, deps = [], ...rest } = act;
    const operation = parseOperation(
      canonicalJson({
        ...rest,
        v: 1,
        device,
        epoch: this.epoch,
        seq: this.seq + 1,
        prev: this.head,
        deps,
        at: new Date(at).toISOString(),
        hlc: hlcAt(at, device),
        clerk,
      }),
    );
    if (!operation) throw new Error(`a fictional ${act.type} is malformed`);
    const { signed, hash } = await signOperation(operation, deviceSigner, clerkSigner);
    this.seq += 1;
    this.head = hash;
    return signed;
  }
}
