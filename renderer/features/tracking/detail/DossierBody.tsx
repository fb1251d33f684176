import { useState } from 'react';
import { AttentionNote } from '../../../app/dossier/AttentionNote.tsx';
import { useText } from '../../../app/page-context.ts';
import { Card } from '../../../ui/Card.tsx';
import type { DossierDetail } from '../../../worker/api.ts';
import { ApplicantFacts } from './ApplicantFacts.tsx';
import { DossierFacts } from './DossierFacts.tsx';
import styles from './detail.module.css';
import { fieldWords } from './field-words.ts';
import { PaperList, type ShownFile } from './PaperList.tsx';
import { PaperViewer } from './PaperViewer.tsx';
import { Timeline } from './Timeline.tsx';

/** Facts and people at the left; papers, the open file and the timeline at the right. */
export function DossierBody({ detail }: { readonly detail: DossierDetail }) {
  const { work } = useText();
  const [file, setFile] = useState<ShownFile>();
  return (
    <div className={styles.body}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.column} aria-label={work.leftColumn} tabIndex={0}>
        {detail.attention.length > 0 && (
          <Card title={work.attentionTitle} className={styles.attention ?? ''}>
            {detail.attention.map((item) => (
              <AttentionNote key={item.id} item={item} />
            ))}
          </Card>
        )}
        <DossierFacts detail={detail} />
        <ApplicantFacts dossier={detail.dossier} />
        {detail.lost.length > 0 && <Lost detail={detail} />}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.column} aria-label={work.rightColumn} tabIndex={0}>
        <Card title={work.papers}>
          <PaperList detail={detail} shown={file} onShow={setFile} />
        </Card>
        <PaperViewer key={file?.id ?? ''} file={file} onClose={() => setFile(undefined)} />
        <Card title={work.timeline}>
          <Timeline steps={detail.timeline} />
        </Card>
      </section>
    </div>
  );
}

/** Texts that lost a merge or came too late: kept and shown. */
function Lost({ detail }: { readonly detail: DossierDetail }) {
  const { work } = useText();
  const words = fieldWords(work);
  return (
    <Card title={work.lostTitle}>
      <ul className={styles.lost}>
        {detail.lost.map((lost) => (
          <li key={`${lost.operation}-${lost.field}`}>
            <span className="muted">{words[lost.field] ?? lost.field}:</span> {lost.value}
          </li>
        ))}
      </ul>
    </Card>
  );
}
