import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useLive, useRun, useText } from '../page-context.ts';
import { paths } from '../paths.ts';
import { sampleCard } from './sample-card.ts';
import styles from './shell.module.css';

type DemoLine = 'online' | 'offline' | 'stutter';

/** Demonstration only: cut and mend the line, scan a fictional card, look at the province's side. */
export function DemoBar() {
  const { shell } = useText();
  const run = useRun();
  const [, go] = useLocation();
  const [line, setLine] = useState<DemoLine>();
  const read = useCallback(async () => {
    const answer = await run('demoLineState');
    if (answer.ok) setLine(answer.value);
  }, [run]);
  // the line may also be cut from elsewhere: what the worker sees of it is the occasion to ask again
  const seen = useLive('line').value?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every change that is seen
  useEffect(() => {
    void read();
  }, [read, seen]);
  const set = async (state: DemoLine) => {
    await run('demoLine', { state });
    await read();
  };
  const scan = () => {
    go(paths.intake);
    // the reception screen listens once it is drawn
    setTimeout(() => window.dispatchEvent(new CustomEvent('tram:sample-scan', { detail: sampleCard() })), 60);
  };
  const province = async () => {
    const answer = await run('provincePage');
    if (answer.ok && answer.value) window.open(answer.value, '_blank', 'noopener');
  };
  return (
    <aside className={styles.demo} aria-label={shell.demoBar}>
      <b>{shell.demoBar}</b>
      {line && <span role="status">{shell.demoLine[line]}</span>}
      {line === 'offline' || line === 'stutter' ? (
        <button type="button" onClick={() => void set('online')}>
          {shell.demoMend}
        </button>
      ) : (
        <button type="button" onClick={() => void set('offline')}>
          {shell.demoCut}
        </button>
      )}
      {line !== 'stutter' && (
        <button type="button" onClick={() => void set('stutter')}>
          {shell.demoStutter}
        </button>
      )}
      <button type="button" onClick={scan}>
        {shell.demoScan}
      </button>
      <button type="button" onClick={() => void province()}>
        {shell.demoProvince}
      </button>
    </aside>
  );
}
