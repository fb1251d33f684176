import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Answer, Problem } from '../../../worker/api.ts';

/**
 * One act of a dialog: runs it, closes and says so on success, keeps the dialog with the problem otherwise.
 * The command id is made once per dialog, so that pressing twice writes once.
 */
export function useAct(done: string, onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const act = async (command: () => Promise<Answer<unknown>>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await command();
      if (!answer.ok) return setProblem(answer.error);
      notifications.show({ message: done });
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, act };
}
