import type { PayloadOf } from '../../../shared/domain/operation.ts';
import type { AgencyProfile } from '../../../shared/domain/packs/pack-set.ts';

/** Everything form 01 shows; built from the values of the reception itself, so that paper and operation cannot differ. */
export interface ReceiptInput {
  readonly reception: Omit<PayloadOf<'dossier.receive'>, 'receipt'>;
  /** the operation's `at`: also the date of the file, so that the same act gives the same bytes */
  readonly at: string;
  readonly agency: AgencyProfile;
  readonly clerkName: string;
  /** the pack set is fictional: badge on every page */
  readonly demonstration: boolean;
}
