import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { DueText } from '../../app/dossier/DueText.tsx';
import { StatusTag } from '../../app/dossier/StatusTag.tsx';
import { SyncMark } from '../../app/dossier/SyncMark.tsx';
import { useText } from '../../app/page-context.ts';
import type { DossierRow } from '../../worker/api.ts';
import styles from './tracking.module.css';

const ROW = 38;
/** the head stays in sight while rows move under it */
const HEAD = 34;

/** The virtual list as a grid: J K ↑ ↓ Home End move, Enter opens. Only native elements inside rows (ux.md §6). */
export function DossierGrid(props: {
  readonly rows: readonly DossierRow[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: DossierRow) => void;
}) {
  const { work } = useText();
  const { rows, selected } = props;
  const grid = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 8,
  });
  useEffect(() => {
    // only when nothing else has it: a clerk typing in the filter keeps her place
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected);
  }, [selected, virtual]);

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.code === 'Enter') {
      const row = rows[selected];
      if (row) props.onOpen(row);
      return;
    }
    const next = movedTo(event.code, selected, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    props.onSelect(next);
  };
  const columns = work.columns;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot position its rows one by one
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={work.grid}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[selected] ? `row-${rows[selected].id}` : undefined}
      onKeyDown={onKey}
    >
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the grid itself holds the focus (aria-activedescendant) */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: a table cannot position its rows one by one */}
      <div role="rowgroup" className={styles.headGroup}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          {Object.entries(columns).map(([key, name]) => (
            <div key={key} role="columnheader">
              {name}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <Row
                key={row.id}
                row={row}
                index={item.index}
                top={item.start - HEAD}
                selected={item.index === selected}
                onSelect={props.onSelect}
                onOpen={props.onOpen}
              />
            )
          );
        })}
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: end of the grid */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: end of the grid */}
    </div>
  );
}

function Row(props: {
  readonly row: DossierRow;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: DossierRow) => void;
}) {
  const { row, index } = props;
  const { work } = useText();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid, which holds the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useSemanticElements: a table cannot position its rows one by one
    <div
      id={`row-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      className={`${styles.row} ${props.selected ? styles.selected : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onSelect(index)}
      onDoubleClick={() => props.onOpen(row)}
    >
      <Cell
        className="code ellipsis"
        title={row.provisional ? `${row.code} (${work.provisional})` : row.code}
      >
        {row.code}
      </Cell>
      <Cell className={`ellipsis ${styles.name}`} title={row.name}>
        {row.name}
      </Cell>
      <Cell className="ellipsis muted" title={row.procedureName}>
        {row.procedureName}
      </Cell>
      <Cell>
        <StatusTag status={row.status} />
      </Cell>
      <Cell>
        <DueText row={row} />
      </Cell>
      <Cell>
        <SyncMark sync={row.sync} />
      </Cell>
    </div>
  );
}

function Cell(props: {
  readonly className?: string;
  readonly title?: string;
  readonly children: React.ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useSemanticElements: a table cannot position its rows one by one
    <div role="gridcell" className={props.className} title={props.title}>
      {props.children}
    </div>
  );
}

/** The row a key leads to, by the key's place on the keyboard. */
export function movedTo(code: string, from: number, count: number): number | undefined {
  const step = { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1, PageDown: 12, PageUp: -12 }[code];
  const target =
    code === 'Home' ? 0 : code === 'End' ? count - 1 : step === undefined ? undefined : from + step;
  if (target === undefined || count === 0) return undefined;
  return Math.max(0, Math.min(count - 1, target));
}
