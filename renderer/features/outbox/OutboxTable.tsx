import { Link } from 'wouter';
import { stepWord } from '../../app/dossier/step-word.ts';
import { useText } from '../../app/page-context.ts';
import { paths } from '../../app/paths.ts';
import { sinceText } from '../../ui/moments.ts';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import type { OutboxEntry } from '../../worker/api.ts';
import styles from './outbox.module.css';

const tones: Readonly<Record<OutboxEntry['state'], Tone>> = {
  waiting: 'amber',
  attention: 'red',
};
/** A day without a line makes some hundred entries; beyond this the list only grows slow, not more useful. */
const SHOWN = 500;

/** One row per act that waits, oldest first, with the files behind it. */
export function OutboxTable({ entries }: { readonly entries: readonly OutboxEntry[] }) {
  const { work } = useText();
  const columns = work.outboxColumns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={work.outboxList}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.task}</th>
            <th scope="col">{columns.object}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.size}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, SHOWN).map((entry) => (
            <Row key={entry.operation} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry }: { readonly entry: OutboxEntry }) {
  const { work } = useText();
  return (
    <tr data-state={entry.state}>
      <td className={styles.task}>{stepWord(work, entry.type)}</td>
      <td>
        <Link href={paths.dossier(entry.dossier)}>
          <span className="code">{entry.code}</span> · {entry.name}
        </Link>
        {entry.filesWaiting > 0 && <small>{work.filesOfEntry(entry.filesWaiting)}</small>}
      </td>
      <td className="num">{sinceText(entry.at, Date.now())}</td>
      <td className="num">{work.kb(Math.max(1, Math.round(entry.bytes / 1000)).toLocaleString('vi-VN'))}</td>
      <td>
        <Tag tone={tones[entry.state]}>{work.entryState[entry.state]}</Tag>
      </td>
    </tr>
  );
}
