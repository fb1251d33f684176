import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import styles from './ui.module.css';

/** A dialog with a name. The kit's own head would be a second banner landmark, so it has a plain one. */
export function Dialog(props: {
  readonly opened: boolean;
  readonly title: string;
  /** name of the closing button */
  readonly close: string;
  readonly size?: string | number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { opened, onClose } = props;
  useEffect(() => {
    if (!opened) return;
    // taken before the page's own keys, so that the screen behind does not go back as well
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [opened, onClose]);
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size={props.size ?? 'md'}
      centered
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.dialogHead}>
          <Modal.Title>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={props.close} />
        </div>
        <Modal.Body>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
