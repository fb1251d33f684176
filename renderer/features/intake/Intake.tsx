import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useKeys } from '../../app/keys.ts';
import { useLive, useRun } from '../../app/page-context.ts';
import { CaptureDialog } from './capture/CaptureDialog.tsx';
import { Aside } from './finish/Aside.tsx';
import { ReceivedPanel } from './finish/ReceivedPanel.tsx';
import { focusField, focusOpenPart } from './focus-field.ts';
import { IntakeHead } from './IntakeHead.tsx';
import styles from './intake.module.css';
import { IntakeContext, useIntakeState, useReception } from './intake-context.ts';
import { PapersSection } from './papers/PapersSection.tsx';
import { PersonSection } from './person/PersonSection.tsx';
import { ProcedureSection } from './procedure/ProcedureSection.tsx';
import { createReception, type Reception } from './reception.ts';
import { scanInbox } from './scanner/scan-inbox.ts';

/** Tiếp nhận hồ sơ: one page from the card to the slip (ux.md §4). */
export function Intake() {
  const run = useRun();
  const [reception] = useState(() => createReception(run, () => Date.now()));
  const left = useLive('draft');
  useEffect(() => {
    if (left.ready) reception.open(left.value);
  }, [left.ready, left.value, reception]);
  useScannedCards(reception);
  useSavedOnLeaving(reception);
  return (
    <IntakeContext.Provider value={reception}>
      <main className={styles.screen}>
        <IntakeHead />
        <Page />
      </main>
    </IntakeContext.Provider>
  );
}

/** A card from the scanner fills the person, and the clerk goes on with the phone. */
function useScannedCards(reception: Reception): void {
  const card = useStore(scanInbox, (inbox) => inbox.card);
  const loaded = useStore(reception.store, (state) => state.loaded);
  useEffect(() => {
    if (!card || !loaded) return;
    scanInbox.setState({ card: undefined });
    void reception.takeCard(card).then(() => {
      if (!reception.store.getState().waitingCard) requestAnimationFrame(() => focusField('phone'));
    });
  }, [card, loaded, reception]);
}

/** Nothing typed waits when the window is left, hidden or closed, or the screen is changed. */
function useSavedOnLeaving(reception: Reception): void {
  useEffect(() => {
    const save = () => void reception.saveNow();
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      save();
      window.removeEventListener('blur', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
    };
  }, [reception]);
}

function Page() {
  const reception = useReception();
  const received = useIntakeState((state) => state.received);
  const loaded = useIntakeState((state) => state.loaded);
  const id = useIntakeState((state) => state.draft.id);
  const [photo, setPhoto] = useState<string>();
  const finish = useCallback(async () => {
    const wrong = await reception.finish();
    if (wrong) requestAnimationFrame(() => focusField(wrong));
  }, [reception]);
  const takePhoto = (): void => {
    const target = reception.targetPaper();
    if (target === undefined) reception.tellNoRow();
    else setPhoto(target);
  };
  useKeys([
    { code: 'F9', inFields: true, act: () => void finish() },
    {
      code: 'F2',
      inFields: true,
      act: () => (received ? reception.next() : focusOpenPart(reception.store.getState().draft)),
    },
    { code: 'F6', inFields: true, act: () => void (received ? undefined : reception.takeScan()) },
    { code: 'F7', inFields: true, act: () => (received ? undefined : takePhoto()) },
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reception starts at its first field
  useEffect(() => {
    const { draft, scannedAt } = reception.store.getState();
    if (loaded && !received && !scannedAt) focusOpenPart(draft);
  }, [loaded, received, id]);
  if (received) return <ReceivedPanel received={received} />;
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <PersonSection />
        <ProcedureSection />
        <PapersSection onPhoto={takePhoto} />
      </div>
      <Aside onFinish={() => void finish()} />
      {photo !== undefined && <CaptureDialog paper={photo} onClose={() => setPhoto(undefined)} />}
    </div>
  );
}
