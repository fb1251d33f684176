import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useRun } from '../../../app/page-context.ts';
import { Tag } from '../../../ui/Tag.tsx';
import type { ProcedureHit } from '../../../worker/api.ts';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { focusFirstPaper } from '../papers/focus-paper.ts';

interface Found {
  readonly query: string | undefined;
  readonly hits: readonly ProcedureHit[];
}

/** Answers of the worker for what stands in the search box; a late answer never replaces a newer one. */
function useProcedureHits(query: string, active: boolean): Found {
  const run = useRun();
  const latest = useRef(run);
  latest.current = run;
  const [found, setFound] = useState<Found>({ query: undefined, hits: [] });
  useEffect(() => {
    if (!active) return;
    let wanted = true;
    latest.current('searchProcedures', { query }).then((answer) => {
      if (wanted && answer.ok) setFound({ query, hits: answer.value });
    });
    return () => {
      wanted = false;
    };
  }, [query, active]);
  return found;
}

/** Accent-free search over name, code and sector: "kh sinh" and Enter chooses. Procedures of other systems are only shown. */
export function ProcedurePicker() {
  const reception = useReception();
  const text = useIntakeText();
  const chosen = useIntakeState((state) => state.procedure);
  const fault = useIntakeState((state) => state.faults.procedure);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  /** undefined while the box shows the chosen procedure's name */
  const [typed, setTyped] = useState<string>();
  const query = typed ?? '';
  const { hits, query: answered } = useProcedureHits(query, typed !== undefined || combobox.dropdownOpened);
  const pending = typed !== undefined && answered !== query;
  /** Enter pressed before the answer came: chooses as soon as it is there */
  const enterWaits = useRef(false);

  const choose = (hit: ProcedureHit | undefined): void => {
    enterWaits.current = false;
    if (!hit || hit.elsewhere) return;
    reception.chooseProcedure(hit);
    setTyped(undefined);
    combobox.closeDropdown();
    requestAnimationFrame(focusFirstPaper);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the kit's store is a new object at every drawing
  useEffect(() => {
    if (!combobox.dropdownOpened || hits.length === 0) return;
    combobox.selectFirstOption();
    if (enterWaits.current && !pending) choose(hits.find((hit) => !hit.elsewhere));
  }, [hits, combobox.dropdownOpened]);

  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return;
    if (!pending) return;
    event.preventDefault();
    event.stopPropagation();
    enterWaits.current = true;
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(code) => choose(hits.find((hit) => hit.code === code))}
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Combobox.Target>
        <TextInput
          data-field="procedure"
          aria-label={text.procedure.search}
          placeholder={text.procedure.placeholder}
          autoComplete="off"
          spellCheck={false}
          leftSection={<Search size={16} aria-hidden />}
          value={typed ?? chosen?.name ?? ''}
          error={fault && faultText(text, fault)}
          onKeyDownCapture={onKeyDownCapture}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value.normalize('NFC'));
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(undefined);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.options} aria-label={text.procedure.options} tabIndex={0}>
          {hits.length === 0 && <Combobox.Empty>{text.procedure.none}</Combobox.Empty>}
          {hits.map((hit) => (
            <Combobox.Option
              key={hit.code}
              value={hit.code}
              disabled={hit.elsewhere !== undefined}
              className={styles.option}
            >
              <span className={`code ${styles.optionCode}`}>{hit.code}</span>
              <span className={styles.optionName}>{hit.name}</span>
              {hit.elsewhere ? (
                <Tag tone="amber">
                  {hit.elsewhere === 'police'
                    ? text.procedure.elsewherePolice
                    : text.procedure.elsewhereMinistry}
                </Tag>
              ) : (
                <Tag tone="gray">{hit.sector}</Tag>
              )}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
