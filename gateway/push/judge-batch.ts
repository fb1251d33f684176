import { apply } from '../../shared/domain/apply.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { Operation } from '../../shared/domain/operation.ts';
import type { PackSet } from '../../shared/domain/packs/pack-set.ts';
import {
  type Judgement as DomainJudgement,
  dependencyRefusal,
  verdictOf,
} from '../../shared/domain/verdict.ts';
import { err } from '../../shared/lib/result.ts';
import type { Verdict } from '../../shared/protocol/messages.ts';
import type { ReadOperation } from './read-batch.ts';

export interface HeldDossier {
  readonly dossier: Dossier;
  readonly change: number;
}

/** Everything a batch may look at, loaded once, under the commune's lock. */
export interface LoadedState {
  readonly counter: number;
  readonly dossiers: ReadonlyMap<string, HeldDossier>;
  readonly dossierByProvisionalCode: ReadonlyMap<string, string>;
  /** first answers by operation id, for `deps` and for ids met before (another epoch, bundle, relay) */
  readonly answers: ReadonlyMap<string, EarlierAnswer>;
  readonly packSets: ReadonlyMap<string, PackSet>;
  readonly movedElsewhere: ReadonlySet<string>;
  /** next free number of the commune's agency by local day */
  readonly nextNumber: ReadonlyMap<string, number>;
}

export interface EarlierAnswer {
  readonly actHash: string;
  readonly verdict: Verdict;
}

/** Signature and rights of the clerk, found before the transaction; absent = nothing against the operation. */
export type Objection = 'clerk-unknown' | 'not-permitted' | 'signature-invalid';

export interface NumberRule {
  readonly dayOf: (operation: Operation) => string | undefined;
  readonly format: (day: string, number: number) => string;
}

export interface Judged {
  readonly read: ReadOperation;
  readonly verdict: Verdict;
  /** the id was met before; this row is evidence only */
  readonly again: boolean;
}

export interface TakenNumber {
  readonly day: string;
  readonly number: number;
  readonly dossier: string;
}

export interface Judgement {
  readonly judged: readonly Judged[];
  readonly changed: ReadonlyMap<string, HeldDossier>;
  readonly numbers: readonly TakenNumber[];
  readonly counter: number;
}

/** State and fresh operations in, verdicts and changed rows out; pure. An exception inside one operation rejects that one only. */
export function judgeBatch(
  state: LoadedState,
  fresh: readonly ReadOperation[],
  objections: ReadonlyMap<string, Objection>,
  rule: NumberRule,
): Judgement {
  const desk = new Desk(state, objections, rule);
  const judged = fresh.map((read) => desk.judge(read));
  return { judged, changed: desk.changed, numbers: desk.numbers, counter: desk.counter };
}

class Desk {
  readonly changed = new Map<string, HeldDossier>();
  readonly numbers: TakenNumber[] = [];
  counter: number;
  private readonly owners: Map<string, string>;
  private readonly answers: Map<string, EarlierAnswer>;
  private readonly nextNumber: Map<string, number>;

  constructor(
    private readonly state: LoadedState,
    private readonly objections: ReadonlyMap<string, Objection>,
    private readonly rule: NumberRule,
  ) {
    this.counter = state.counter;
    this.owners = new Map(state.dossierByProvisionalCode);
    this.answers = new Map(state.answers);
    this.nextNumber = new Map(state.nextNumber);
  }

  judge(read: ReadOperation): Judged {
    const earlier = this.answers.get(read.head.id);
    if (earlier) {
      const verdict: Verdict =
        earlier.actHash === read.actHash
          ? { ...earlier.verdict, duplicate: true }
          : {
              operation: read.head.id,
              result: 'rejected',
              code: 'malformed',
              detail: 'id',
              duplicate: false,
            };
      return { read, verdict, again: true };
    }
    const verdict = this.verdict(read);
    this.answers.set(read.head.id, { actHash: read.actHash, verdict });
    return { read, verdict, again: false };
  }

  private verdict(read: ReadOperation): Verdict {
    const about = { operation: read.head.id, duplicate: false } as const;
    const objection = this.objections.get(read.head.id);
    if (objection) return { ...about, result: 'rejected', code: objection };
    if (!read.operation) return { ...about, result: 'rejected', code: 'malformed' };
    const blocked = dependencyRefusal(read.operation, (id) => this.answers.get(id)?.verdict.result);
    if (blocked) return toVerdict(about.operation, verdictOf(err(blocked)));
    try {
      return toVerdict(about.operation, this.applied(read.operation));
    } catch {
      return { ...about, result: 'rejected', code: 'internal' };
    }
  }

  private applied(operation: Operation): DomainJudgement {
    const held = this.changed.get(operation.entity) ?? this.state.dossiers.get(operation.entity);
    const outcome = apply(held?.dossier, operation, {
      packSet: (hash) => this.state.packSets.get(hash),
      dossierByProvisionalCode: (code) => this.owners.get(code),
      movedElsewhere: (procedure) => this.state.movedElsewhere.has(procedure),
    });
    if (outcome.ok && outcome.value.entity !== held?.dossier)
      this.keep(this.numbered(outcome.value.entity, operation));
    return verdictOf(outcome);
  }

  private numbered(entity: Dossier, operation: Operation): Dossier {
    const day = entity.officialCode ? undefined : this.rule.dayOf(operation);
    if (!day) return entity;
    const number = this.nextNumber.get(day);
    if (number === undefined) throw new Error(`numbers of ${day} were not loaded`);
    const officialCode = this.rule.format(day, number);
    this.nextNumber.set(day, number + 1);
    this.numbers.push({ day, number, dossier: entity.id });
    return { ...entity, officialCode };
  }

  private keep(dossier: Dossier): void {
    this.counter += 1;
    this.changed.set(dossier.id, { dossier, change: this.counter });
    this.owners.set(dossier.provisionalCode, dossier.id);
  }
}

const toVerdict = (operation: Verdict['operation'], judgement: DomainJudgement): Verdict => ({
  operation,
  result: judgement.result,
  ...(judgement.code ? { code: judgement.code } : {}),
  ...(judgement.detail ? { detail: judgement.detail } : {}),
  ...(judgement.lost ? { lost: judgement.lost.map(({ field, value }) => ({ field, value })) } : {}),
  duplicate: false,
});
