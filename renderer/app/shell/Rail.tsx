import { FilePlus2, Folders, LayoutDashboard, type LucideIcon, RefreshCw } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { LineView } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import { paths } from '../paths.ts';
import styles from './shell.module.css';

/** The screens there are, icon and word; Alt 1–4 by order. */
export function Rail({ line }: { readonly line: LineView | undefined }) {
  const { shell } = useText();
  const waiting = (line?.waiting ?? 0) + (line?.attention ?? 0);
  return (
    <nav className={styles.rail} aria-label={shell.mainNav}>
      <Item to={paths.home} icon={LayoutDashboard} word={shell.home} />
      <Item to={paths.intake} icon={FilePlus2} word={shell.intake} />
      <Item to={paths.dossiers} icon={Folders} word={shell.tracking} />
      <Item
        to={paths.outbox}
        icon={RefreshCw}
        word={shell.outbox}
        badge={waiting}
        badgeText={shell.tasksBadge(waiting)}
      />
    </nav>
  );
}

function Item(props: {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly word: string;
  readonly badge?: number;
  readonly badgeText?: string;
}) {
  const [path] = useLocation();
  const here = path === props.to || path.startsWith(`${props.to}/`);
  return (
    <Link href={props.to} className={styles.item} aria-current={here ? 'page' : undefined}>
      <props.icon size={20} strokeWidth={1.8} aria-hidden />
      {props.word}
      {props.badge !== undefined && props.badge > 0 && (
        <>
          <span className={`${styles.badge} num`} aria-hidden>
            {props.badge > 999 ? '999+' : props.badge}
          </span>
          <span className="hidden-label">{props.badgeText}</span>
        </>
      )}
    </Link>
  );
}
