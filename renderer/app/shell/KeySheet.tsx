import { Dialog } from '../../ui/Dialog.tsx';
import { useText } from '../page-context.ts';
import styles from './shell.module.css';

/** All keys on one sheet (F1, ?). */
export function KeySheet(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { shell } = useText();
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={shell.keys} close={shell.close}>
      <dl className={styles.keySheet}>
        {shell.keySheet.map(([key, meaning]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
