import { Button } from '@mantine/core';
import { Camera, CheckCheck, ScanLine } from 'lucide-react';
import { useLive } from '../../../app/page-context.ts';
import { Card } from '../../../ui/Card.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { isAsked } from '../draft/change-draft.ts';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { AddPaper } from './AddPaper.tsx';
import { Notice } from './Notice.tsx';
import { PaperRow } from './PaperRow.tsx';

/** 3. Thành phần hồ sơ: the checklist, its files, and papers the clerk types herself. */
export function PapersSection({ onPhoto }: { readonly onPhoto: () => void }) {
  const reception = useReception();
  const text = useIntakeText();
  const words = text.papers;
  const papers = useIntakeState((state) => state.draft.papers);
  const chosen = useIntakeState((state) => state.draft.procedureCode !== undefined);
  const listed = useIntakeState((state) => state.procedure?.papers !== undefined);
  const fault = useIntakeState((state) => state.faults.papers);
  const scanFolder = useLive('session').value?.scanFolder ?? false;
  const asked = papers.filter(isAsked);
  const missing = asked.filter((paper) => paper.required && !paper.held);
  return (
    <Card
      title={words.title}
      className={styles.papersCard ?? ''}
      beside={
        asked.length > 0 && (
          <Tag tone={missing.length === 0 ? 'green' : 'amber'}>
            {words.count(asked.filter(({ held }) => held).length, asked.length)}
          </Tag>
        )
      }
      aside={
        chosen && (
          <>
            {missing.length > 1 && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<CheckCheck size={15} aria-hidden />}
                title={words.allHeldHint}
                rightSection={<Kbd>Enter</Kbd>}
                onClick={reception.holdRequired}
              >
                {words.allHeld}
              </Button>
            )}
            {scanFolder && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<ScanLine size={15} aria-hidden />}
                rightSection={<Kbd>F6</Kbd>}
                onClick={() => void reception.takeScan()}
              >
                {words.scan}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Camera size={15} aria-hidden />}
              rightSection={<Kbd>F7</Kbd>}
              onClick={onPhoto}
            >
              {words.photo}
            </Button>
          </>
        )
      }
    >
      <Notice row="" />
      {fault && (
        <p role="alert" className={styles.fault}>
          {faultText(text, fault)}
        </p>
      )}
      {!chosen && <p className={styles.hint}>{words.choose}</p>}
      {chosen && !listed && papers.length === 0 && <p className={styles.hint}>{words.noList}</p>}
      {papers.length > 0 && (
        <table className={styles.papers}>
          <thead>
            <tr>
              <th>
                <span className="hidden-label">{words.held}</span>
              </th>
              <th>{words.paper}</th>
              <th>{words.form}</th>
              <th>{words.copiesHead}</th>
              <th>{words.filesHead}</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((paper) => (
              <PaperRow key={paper.key} paper={paper} scanFolder={scanFolder} />
            ))}
          </tbody>
        </table>
      )}
      {chosen && <AddPaper />}
    </Card>
  );
}
