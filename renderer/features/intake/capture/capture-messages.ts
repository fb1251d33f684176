import type { Corners } from './image.ts';
import type { PhotoPage } from './pages-to-pdf.ts';

/** What the window asks of the document worker. */
export type CaptureRequest =
  | { readonly id: number; readonly kind: 'find'; readonly photo: ImageBitmap }
  | { readonly id: number; readonly kind: 'flatten'; readonly corners: Corners };

/** Where the page lies in the photo, and how sharp it is. */
export interface FoundInPhoto {
  readonly corners: Corners;
  readonly reliable: boolean;
  readonly blurred: boolean;
  readonly width: number;
  readonly height: number;
}

export type CaptureReply =
  | { readonly id: number; readonly kind: 'found'; readonly found: FoundInPhoto }
  | { readonly id: number; readonly kind: 'page'; readonly page: PhotoPage }
  | { readonly id: number; readonly kind: 'failed' };
