import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useLocation } from 'wouter';
import { useKeys } from '../../../app/keys.ts';
import { useListState } from '../../../app/list-state.ts';
import { useLive, useText } from '../../../app/page-context.ts';
import { paths } from '../../../app/paths.ts';
import styles from './detail.module.css';

/** The rows before and after this one in the list the clerk came from. */
function useNeighbours(id: string) {
  const { tab, query } = useListState();
  const [, go] = useLocation();
  const rows = useLive('dossiers', { tab, query }).value?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  const previous = at > 0 ? rows[at - 1]?.id : undefined;
  const next = at >= 0 ? rows[at + 1]?.id : undefined;
  const open = (other: string | undefined) => {
    if (other === undefined) return;
    useListState.setState({ selected: other });
    go(paths.dossier(other));
  };
  return { previous, next, open };
}

/** The ways to the dossier before and after, by button and by [ and ]. */
export function Neighbours({ id }: { readonly id: string }) {
  const { work } = useText();
  const { previous, next, open } = useNeighbours(id);
  useKeys([
    { code: 'BracketLeft', act: () => open(previous) },
    { code: 'BracketRight', act: () => open(next) },
  ]);
  if (previous === undefined && next === undefined) return null;
  return (
    <span className={styles.neighbours}>
      <button
        type="button"
        aria-label={work.previous}
        title={`${work.previous} ([)`}
        disabled={previous === undefined}
        onClick={() => open(previous)}
      >
        <ArrowLeft size={16} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={work.next}
        title={`${work.next} (])`}
        disabled={next === undefined}
        onClick={() => open(next)}
      >
        <ArrowRight size={16} aria-hidden />
      </button>
    </span>
  );
}
