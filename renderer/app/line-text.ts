import type { Texts } from '../text/texts.ts';
import type { LineView } from '../worker/api.ts';

/** The line in one sentence, for pill, counter and outbox: offline is a normal state, never an alarm. */
export function lineText(shell: Texts['shell'], line: LineView | undefined): string {
  const waiting = line?.waiting ?? 0;
  switch (line?.state) {
    case 'online':
      if (waiting === 0) return shell.online;
      return line.busy ? shell.sending(waiting) : shell.onlineWaiting(waiting);
    case 'offline':
      return waiting === 0 ? shell.offlineNothing : shell.offline(waiting);
    default:
      return shell.lineUnknown(waiting);
  }
}
