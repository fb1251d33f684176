import { showTab } from '../../app/list-state.ts';
import { useText } from '../../app/page-context.ts';
import type { DossierList, ListTab } from '../../worker/api.ts';
import styles from './tracking.module.css';

const order: readonly ListTab[] = [
  'open',
  'due-soon',
  'overdue',
  'supplement',
  'to-return',
  'waiting',
  'all',
];

/** Groups of dossiers with their counts; one is always chosen. */
export function Tabs({ tab, counts }: { readonly tab: ListTab; readonly counts: DossierList['counts'] }) {
  const { work } = useText();
  return (
    <fieldset className={styles.tabs}>
      <legend className="hidden-label">{work.tabGroup}</legend>
      {order.map((each) => (
        <label key={each} className={styles.tab}>
          <input
            type="radio"
            name="list-tab"
            className={styles.tabInput}
            checked={each === tab}
            onChange={() => showTab(each)}
          />
          {work.tabs[each]}{' '}
          <b className={`num ${each === 'overdue' && counts.overdue > 0 ? 'late' : ''}`}>
            {counts[each].toLocaleString('vi-VN')}
          </b>
        </label>
      ))}
    </fieldset>
  );
}
