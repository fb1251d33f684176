import type { CaptureReply, CaptureRequest, FoundInPhoto } from './capture-messages.ts';
import type { Corners } from './image.ts';
import type { PhotoPage } from './pages-to-pdf.ts';

type Ask = CaptureRequest extends infer R ? (R extends CaptureRequest ? Omit<R, 'id'> : never) : never;

/** Finds and flattens pages off the window's thread. */
export interface DocumentCamera {
  /** undefined when the photo cannot be worked on */
  readonly find: (photo: ImageBitmap) => Promise<FoundInPhoto | undefined>;
  readonly flatten: (corners: Corners) => Promise<PhotoPage | undefined>;
  readonly close: () => void;
}

/** Starts the document worker; `close` ends it. */
export function openDocumentCamera(): DocumentCamera {
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: CaptureReply) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<CaptureReply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    for (const [id, settle] of waiting) settle({ id, kind: 'failed' });
    waiting.clear();
  };
  const ask = (request: Ask, transfer: Transferable[]): Promise<CaptureReply> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      worker.postMessage({ ...request, id: last }, transfer);
    });
  return {
    find: async (photo) => {
      const reply = await ask({ kind: 'find', photo }, [photo]);
      return reply.kind === 'found' ? reply.found : undefined;
    },
    flatten: async (corners) => {
      const reply = await ask({ kind: 'flatten', corners }, []);
      return reply.kind === 'page' ? reply.page : undefined;
    },
    close: () => worker.terminate(),
  };
}
