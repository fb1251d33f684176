import { type Picture, toGrey } from './image.ts';

/** Below this a page of text cannot be read comfortably. */
export const BLURRED_BELOW = 80;

/** Variance of the Laplacian: high for crisp letters, low for a blurred or empty picture. */
export function sharpness(picture: Picture): number {
  const { width, height } = picture;
  const grey = toGrey(picture);
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge =
        4 * (grey[at] ?? 0) -
        (grey[at - 1] ?? 0) -
        (grey[at + 1] ?? 0) -
        (grey[at - width] ?? 0) -
        (grey[at + width] ?? 0);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  const mean = sum / Math.max(1, count);
  return squares / Math.max(1, count) - mean * mean;
}
