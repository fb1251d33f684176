import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import styles from './ui.module.css';

/** Asks before an act that cannot be taken back. Enter confirms, Esc leaves everything as it is. */
export function ConfirmDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly close: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} close={props.close}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.busy && !props.disabled) props.onConfirm();
        }}
      >
        {props.children}
        <div className={styles.dialogEnd}>
          <Button variant="default" onClick={props.onClose}>
            {props.cancel}
          </Button>
          <Button type="submit" loading={props.busy ?? false} disabled={props.disabled ?? false}>
            {props.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
