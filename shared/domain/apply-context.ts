import type { Dossier, LostField } from './dossier/dossier.ts';
import type { PackSet } from './packs/pack-set.ts';

/** What a reducer may look at besides the entity: read-only, already loaded. */
export interface ApplyContext {
  /** the pack set an operation names, or undefined when it is not known here */
  readonly packSet: (hash: string) => PackSet | undefined;
  /** owner of a provisional code, when it is in use already */
  readonly dossierByProvisionalCode: (code: string) => string | undefined;
  /** procedures the province has moved to another system since the pack was signed; always false at the counter */
  readonly movedElsewhere: (procedureCode: string) => boolean;
}

export interface Applied {
  readonly entity: Dossier;
  /** texts of this operation that did not take effect although the rest did */
  readonly lost: readonly LostField[];
}
