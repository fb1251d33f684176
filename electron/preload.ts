import { contextBridge, ipcRenderer } from 'electron';

// the names of electron/ipc/register.ts, written out so that this file stays as small as what it exposes
contextBridge.exposeInMainWorld('tramHost', {
  invoke: (method: string, args: readonly unknown[]) => ipcRenderer.invoke('host:invoke', method, args),
  onEvent: (listener: (event: unknown) => void) => {
    const heard = (_: unknown, event: unknown) => listener(event);
    ipcRenderer.on('host:event', heard);
    return () => {
      ipcRenderer.removeListener('host:event', heard);
    };
  },
});
