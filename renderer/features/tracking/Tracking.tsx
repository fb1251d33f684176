import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '../../app/keys.ts';
import { useListState } from '../../app/list-state.ts';
import { useLive, useText } from '../../app/page-context.ts';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { DossierList, DossierRow } from '../../worker/api.ts';
import { DossierGrid } from './DossierGrid.tsx';
import { QuickView } from './QuickView.tsx';
import { Tabs } from './Tabs.tsx';
import styles from './tracking.module.css';

const none: DossierList = {
  rows: [],
  counts: { open: 0, 'due-soon': 0, overdue: 0, supplement: 0, 'to-return': 0, waiting: 0, all: 0 },
};

/** Hồ sơ: tabs with counts, one filter over name, code, digits of the number and phone, list and quick view. */
export function Tracking() {
  const { work } = useText();
  const { tab, query, selected } = useListState();
  const [, go] = useLocation();
  const live = useLive('dossiers', { tab, query });
  const list = live.value ?? none;
  const filter = useFilterFocus();
  const at = list.rows.findIndex((row) => row.id === selected);
  const index = at < 0 && list.rows.length > 0 ? 0 : at;
  const row = list.rows[index];
  const open = (chosen: DossierRow) => {
    useListState.setState({ selected: chosen.id });
    go(paths.dossier(chosen.id));
  };
  const select = (next: number) => useListState.setState({ selected: list.rows[next]?.id });

  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <h1>{work.listTitle}</h1>
        <Tabs tab={tab} counts={list.counts} />
      </div>
      <div className={styles.filters}>
        <TextInput
          ref={filter}
          type="search"
          className={styles.filter}
          aria-label={work.filter}
          placeholder={work.filterHint}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={<Kbd>/</Kbd>}
          value={query}
          onChange={(event) =>
            useListState.setState({ query: event.currentTarget.value, selected: undefined })
          }
          onKeyDown={(event) => {
            if (event.code !== 'Enter' && event.code !== 'ArrowDown') return;
            event.preventDefault();
            document.querySelector<HTMLElement>('[role="grid"]')?.focus();
          }}
        />
        <span className="muted num" role="status">
          {work.listCount(list.rows.length.toLocaleString('vi-VN'))}
        </span>
      </div>
      <div className={styles.split}>
        {live.ready && list.rows.length === 0 ? (
          <div className={styles.grid}>
            <Nothing query={query} />
          </div>
        ) : (
          <DossierGrid rows={list.rows} selected={index} onSelect={select} onOpen={open} />
        )}
        <QuickView row={row} onOpen={open} />
      </div>
    </main>
  );
}

function Nothing({ query }: { readonly query: string }) {
  const { work } = useText();
  if (query === '') return <EmptyState>{work.noneInTab}</EmptyState>;
  return (
    <EmptyState
      action={
        <Button variant="default" onClick={() => useListState.setState({ query: '' })}>
          {work.clearFilter}
        </Button>
      }
    >
      {work.noMatch}
    </EmptyState>
  );
}

/** The filter box takes the focus on `/` and whenever finding was asked for anywhere. */
function useFilterFocus() {
  const filter = useRef<HTMLInputElement>(null);
  const asked = useListState((state) => state.findAsked);
  const focus = () => {
    filter.current?.focus();
    filter.current?.select();
  };
  useEffect(() => {
    if (asked === 0) return;
    filter.current?.focus();
    filter.current?.select();
    useListState.setState({ findAsked: 0 });
  }, [asked]);
  useKeys([{ code: 'Slash', act: focus }]);
  return filter;
}
