/** how long a window that is taken over may need to end the write it is in; after that only the journal's own guard stands */
const LAST_WRITE_MS = 10_000;

/**
 * One window per workspace, by a Web Lock held as long as the worker lives. Resolves to false when another window has it;
 * with `takeOver` the lock is taken from there, that window's `lost` is called, and this one begins when it has resolved:
 * a second lock, the pen, passes on only when the last write of the former window has ended.
 */
export async function claimWindow(
  workspace: string,
  takeOver: boolean,
  lost: () => Promise<void>,
): Promise<boolean> {
  let pen: (() => void) | undefined;
  let gone = false;
  const held = await holdWindow(`tram-${workspace}`, takeOver, () => {
    gone = true;
    void lost().finally(() => pen?.());
  });
  if (!held) return false;
  pen = await takePen(`tram-${workspace}-pen`);
  if (gone) pen();
  return !gone;
}

function holdWindow(name: string, takeOver: boolean, lost: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    let held = false;
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        held = lock !== null;
        resolve(held);
        return held ? new Promise<void>(() => {}) : undefined;
      })
      .catch(() => {
        if (held) lost();
        else resolve(false);
      });
  });
}

/** Waits for the pen and answers how to lay it down; a window that does not let go of it is passed over. */
async function takePen(name: string): Promise<() => void> {
  try {
    return await heldPen(name, { signal: AbortSignal.timeout(LAST_WRITE_MS) });
  } catch {
    return heldPen(name, { steal: true });
  }
}

const heldPen = (name: string, options: LockOptions): Promise<() => void> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(name, options, () => new Promise<void>((release) => resolve(release)))
      .catch(reject);
  });
