import { Modal } from '@mantine/core';
import { useText } from '../page-context.ts';
import styles from './shell.module.css';

/** All keys on one sheet (F1, ?). */
export function KeySheet(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { shell } = useText();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={shell.keys}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <dl className={styles.keySheet}>
        {shell.keySheet.map(([key, meaning]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
