import { useEffect, useRef, useState } from 'react';
import type { FoundInPhoto } from './capture-messages.ts';
import { type DocumentCamera, openDocumentCamera } from './document-camera.ts';
import type { Corners } from './image.ts';
import type { PhotoPage } from './pages-to-pdf.ts';

/** A finished page with a picture the window can show. */
export interface ShownPage extends PhotoPage {
  readonly url: string;
}

/** Where the clerk is with the present photo. */
export type CaptureStep =
  | { readonly kind: 'live'; readonly failed: boolean }
  | { readonly kind: 'working' }
  | { readonly kind: 'corners'; readonly photo: string; readonly found: FoundInPhoto }
  | {
      readonly kind: 'review';
      readonly page: ShownPage;
      readonly photo: string;
      readonly found: FoundInPhoto;
    };

export interface Capturing {
  readonly step: CaptureStep;
  readonly pages: readonly ShownPage[];
  readonly shoot: (video: HTMLVideoElement) => Promise<void>;
  readonly flatten: (photo: string, found: FoundInPhoto) => Promise<void>;
  readonly adjust: () => void;
  readonly again: () => void;
  readonly keep: () => void;
  readonly remove: (url: string) => void;
}

const live: CaptureStep = { kind: 'live', failed: false };
const urlOf = (jpeg: Uint8Array): string =>
  URL.createObjectURL(new Blob([jpeg as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));

/** A still picture of the video, for the worker and for the handles. */
async function still(video: HTMLVideoElement): Promise<{ bitmap: ImageBitmap; url: string }> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob) throw new Error('no picture');
  return { bitmap: await createImageBitmap(canvas), url: URL.createObjectURL(blob) };
}

/** Photo → corners → flat page → list of pages; everything is forgotten when the dialog closes. */
export function useCapture(): Capturing {
  const camera = useRef<DocumentCamera>(undefined);
  const urls = useRef<string[]>([]);
  const [step, setStep] = useState<CaptureStep>(live);
  const [pages, setPages] = useState<readonly ShownPage[]>([]);
  useEffect(() => {
    const made = urls.current;
    camera.current = openDocumentCamera();
    return () => {
      camera.current?.close();
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);
  const noted = (url: string): string => {
    urls.current.push(url);
    return url;
  };

  const flatten = async (photo: string, found: FoundInPhoto): Promise<void> => {
    setStep({ kind: 'working' });
    const page = await camera.current?.flatten(found.corners);
    if (!page) return setStep({ kind: 'live', failed: true });
    setStep({ kind: 'review', page: { ...page, url: noted(urlOf(page.jpeg)) }, photo, found });
  };

  return {
    step,
    pages,
    flatten,
    shoot: async (video) => {
      setStep({ kind: 'working' });
      try {
        const { bitmap, url } = await still(video);
        noted(url);
        const found = await camera.current?.find(bitmap);
        if (!found) return setStep({ kind: 'live', failed: true });
        if (found.reliable) return await flatten(url, found);
        setStep({ kind: 'corners', photo: url, found });
      } catch {
        setStep({ kind: 'live', failed: true });
      }
    },
    adjust: () => {
      if (step.kind === 'review') setStep({ kind: 'corners', photo: step.photo, found: step.found });
    },
    again: () => setStep(live),
    keep: () => {
      if (step.kind !== 'review') return;
      setPages([...pages, step.page]);
      setStep(live);
    },
    remove: (url) => setPages(pages.filter((page) => page.url !== url)),
  };
}

/** The same photo with one corner moved. */
export function withCorner(found: FoundInPhoto, index: number, x: number, y: number): FoundInPhoto {
  const corners = found.corners.map((corner, i) =>
    i === index
      ? { x: Math.min(found.width, Math.max(0, x)), y: Math.min(found.height, Math.max(0, y)) }
      : corner,
  ) as unknown as Corners;
  return { ...found, corners };
}
