import type { CaptureReply, CaptureRequest, FoundInPhoto } from './capture-messages.ts';
import { evenLight } from './even-light.ts';
import { findPage, scaleCorners } from './find-page.ts';
import type { Corners, Picture } from './image.ts';
import type { PhotoPage } from './pages-to-pdf.ts';
import { BLURRED_BELOW, sharpness } from './sharpness.ts';
import { pageSize, straighten } from './straighten.ts';

const SEARCH_SIZE = 480;
const SHARPNESS_SIZE = 1000;
const JPEG_QUALITY = 0.72;

/** The photo being worked on; the next one replaces it. */
let photo: ImageBitmap | undefined;

/** Pixels of the photo at most `longest` pixels long. */
function pixels(source: ImageBitmap, longest: number): Picture {
  const factor = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * factor));
  const height = Math.max(1, Math.round(source.height * factor));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function find(source: ImageBitmap): FoundInPhoto {
  photo?.close();
  photo = source;
  const small = pixels(source, SEARCH_SIZE);
  const { corners, reliable } = findPage(small);
  return {
    corners: scaleCorners(corners, source.width / small.width),
    reliable,
    blurred: sharpness(pixels(source, SHARPNESS_SIZE)) < BLURRED_BELOW,
    width: source.width,
    height: source.height,
  };
}

async function flatten(source: ImageBitmap, corners: Corners): Promise<PhotoPage> {
  const { width, height } = pageSize(corners);
  const page = evenLight(straighten(pixels(source, Number.POSITIVE_INFINITY), corners, width, height));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.putImageData(new ImageData(page.data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
}

async function answer(request: CaptureRequest): Promise<CaptureReply> {
  if (request.kind === 'find') return { id: request.id, kind: 'found', found: find(request.photo) };
  if (!photo) return { id: request.id, kind: 'failed' };
  return { id: request.id, kind: 'page', page: await flatten(photo, request.corners) };
}

self.onmessage = async ({ data }: MessageEvent<CaptureRequest>) => {
  try {
    self.postMessage(await answer(data));
  } catch {
    self.postMessage({ id: data.id, kind: 'failed' } satisfies CaptureReply);
  }
};
