/**
 * One window per workspace, by a Web Lock held as long as the worker lives. Resolves to false when another window has it;
 * with `takeOver` the lock is taken from there and that window's `lost` is called.
 */
export function claimWindow(workspace: string, takeOver: boolean, lost: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    let held = false;
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(`tram-${workspace}`, options, (lock) => {
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
