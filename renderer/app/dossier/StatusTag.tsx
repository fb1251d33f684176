import type { DossierStatus } from '../../../shared/domain/dossier/dossier.ts';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useText } from '../page-context.ts';

const tones: Readonly<Record<DossierStatus, Tone>> = {
  received: 'blue',
  processing: 'indigo',
  awaitingSupplement: 'amber',
  finished: 'teal',
  returned: 'green',
  withdrawn: 'gray',
  stopped: 'gray',
};

/** trạng thái hồ sơ, in a word. */
export function StatusTag({ status }: { readonly status: DossierStatus }) {
  const { work } = useText();
  return <Tag tone={tones[status]}>{work.status[status]}</Tag>;
}
