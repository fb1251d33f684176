/**
 * Runs in both worlds of a page: the page's own ('main') and the preload's isolated one ('isolated'). They talk by
 * synchronous events under a secret name. In the isolated world it answers the `require` and `process` of a sandboxed
 * preload. Plain script on purpose: its text is injected.
 */
module.exports = function pageWorld(world, secret, binding, createCodec) {
  if (window.top !== window) return undefined;
  const other = world === 'main' ? 'isolated' : 'main';
  const kept = new Map();
  const waiting = new Map();
  let count = 0;
  let answer;
  const codec = createCodec({
    keep: (callable) => {
      const id = `${world}:${++count}`;
      kept.set(id, callable instanceof Promise ? () => callable : callable);
      return id;
    },
    remote:
      (id) =>
      (...args) =>
        callOther(id, args),
  });
  const plain = createCodec();
  const fire = (message) =>
    window.dispatchEvent(new CustomEvent(secret + other, { detail: JSON.stringify(message) }));

  function callOther(id, args) {
    const call = ++count;
    answer = undefined;
    fire({ kind: 'call', id, call, args: codec.encode(args) });
    const mine = answer;
    if (!mine) throw new Error('electron double: the other world is gone');
    if (mine.error) throw codec.decode(mine.error);
    if (mine.later) return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }));
    return codec.decode(mine.value);
  }

  function answerCall({ id, call, args }) {
    const failed = (error) => codec.encode(error instanceof Error ? error : new Error(String(error)));
    try {
      const result = kept.get(id)(...codec.decode(args));
      if (!(result instanceof Promise)) return fire({ kind: 'answer', value: codec.encode(result) });
      fire({ kind: 'answer', later: true });
      result.then(
        (value) => fire({ kind: 'settled', call, value: codec.encode(value) }),
        (error) => fire({ kind: 'settled', call, error: failed(error) }),
      );
    } catch (error) {
      fire({ kind: 'answer', error: failed(error) });
    }
  }

  function frozen(api) {
    if (api === null || typeof api !== 'object' || ArrayBuffer.isView(api)) return api;
    for (const member of Object.values(api)) frozen(member);
    return Object.freeze(api);
  }

  window.addEventListener(secret + world, (event) => {
    const message = JSON.parse(event.detail);
    if (message.kind === 'call') answerCall(message);
    if (message.kind === 'answer') answer = message;
    if (message.kind === 'settled') {
      const { resolve, reject } = waiting.get(message.call);
      waiting.delete(message.call);
      if (message.error) reject(codec.decode(message.error));
      else resolve(codec.decode(message.value));
    }
    if (message.kind === 'expose') {
      const value = frozen(codec.decode(message.value));
      Object.defineProperty(window, message.key, { value, enumerable: true });
    }
  });
  if (world === 'main') return undefined;

  const listeners = new Map();
  const invocations = new Map();
  const post = (message) => window[binding](JSON.stringify(message));
  globalThis.electronDoubleDeliver = (message) => {
    if (message.kind === 'event') {
      const event = { sender: ipcRenderer, ports: [] };
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener(event, ...plain.decode(message.args));
      return;
    }
    const { resolve, reject } = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.error !== undefined) reject(new Error(message.error));
    else resolve(plain.decode(message.value));
  };
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        const encoded = plain.encode(args);
        invocations.set(id, { resolve, reject });
        post({ kind: 'invoke', id, channel, args: encoded });
      }),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      const rest = (listeners.get(channel) ?? []).filter((one) => one !== listener);
      listeners.set(channel, rest);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key, api) => fire({ kind: 'expose', key, value: codec.encode(api) }),
  };
  return {
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return { ipcRenderer, contextBridge };
      throw new Error(`module not found: ${name} (sandboxed preload)`);
    },
    process: { platform: 'linux', type: 'renderer', sandboxed: true, contextIsolated: true, env: {} },
  };
};
