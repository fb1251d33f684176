import { type Corners, type Picture, type Point, toGrey } from './image.ts';
import { crossing, fitLine, type Line } from './line-fit.ts';

/** Where the page lies, and whether a machine may trust it; otherwise the clerk drags the corners. */
export interface FoundPage {
  readonly corners: Corners;
  readonly reliable: boolean;
}

/** A page fills at least this part of the picture. */
const SMALLEST_PART = 0.15;

/** Looks for the largest bright region of a small picture (about 480 pixels) and takes its four sides. */
export function findPage(picture: Picture): FoundPage {
  const { width, height } = picture;
  const grey = toGrey(picture);
  const region = largestRegion(grey, width, height, splitLevel(grey));
  if (region.size < SMALLEST_PART * grey.length) return { corners: inset(width, height), reliable: false };
  const border = borderOf(region.mask, width, height);
  const rough = extremes(border);
  const corners = refine(rough, border);
  const reliable =
    corners.every(({ x, y }) => x > -8 && y > -8 && x < width + 8 && y < height + 8) &&
    isConvex(corners) &&
    areaOf(corners) >= SMALLEST_PART * grey.length &&
    region.size >= 0.8 * areaOf(corners);
  return { corners: reliable ? clampTo(corners, width, height) : inset(width, height), reliable };
}

/** Corners in another resolution of the same picture. */
export const scaleCorners = (corners: Corners, factor: number): Corners =>
  corners.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Corners;

/** Otsu's threshold: the level that divides dark from bright best. */
function splitLevel(grey: Uint8Array): number {
  const histogram = new Float64Array(256);
  for (const level of grey) histogram[level] = (histogram[level] ?? 0) + 1;
  let all = 0;
  for (let level = 0; level < 256; level++) all += level * (histogram[level] ?? 0);
  let below = 0;
  let belowSum = 0;
  let best = 0;
  let split = 127;
  for (let level = 0; level < 256; level++) {
    below += histogram[level] ?? 0;
    const above = grey.length - below;
    if (below === 0) continue;
    if (above === 0) break;
    belowSum += level * (histogram[level] ?? 0);
    const gap = belowSum / below - (all - belowSum) / above;
    const between = below * above * gap * gap;
    if (between > best) {
      best = between;
      split = level;
    }
  }
  return split;
}

interface Region {
  readonly mask: Uint8Array;
  readonly size: number;
}

/** Flood fill over all bright pixels; the biggest connected region wins. */
function largestRegion(grey: Uint8Array, width: number, height: number, split: number): Region {
  const label = new Int32Array(grey.length);
  const stack = new Int32Array(grey.length);
  let winner = 0;
  let size = 0;
  let labels = 0;
  for (let start = 0; start < grey.length; start++) {
    if ((grey[start] ?? 0) <= split || label[start] !== 0) continue;
    labels += 1;
    let depth = 0;
    let count = 0;
    stack[depth++] = start;
    label[start] = labels;
    while (depth > 0) {
      const at = stack[--depth] ?? 0;
      count += 1;
      const x = at % width;
      for (const next of [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        at - width,
        at < (height - 1) * width ? at + width : -1,
      ]) {
        if (next < 0 || label[next] !== 0 || (grey[next] ?? 0) <= split) continue;
        label[next] = labels;
        stack[depth++] = next;
      }
    }
    if (count > size) {
      size = count;
      winner = labels;
    }
  }
  const mask = new Uint8Array(grey.length);
  for (let i = 0; i < label.length; i++) if (label[i] === winner && winner > 0) mask[i] = 1;
  return { mask, size };
}

/** First and last pixel of the region in every row and column. */
function borderOf(mask: Uint8Array, width: number, height: number): readonly Point[] {
  const border: Point[] = [];
  const add = (first: number, last: number, point: (at: number) => Point): void => {
    if (first < 0) return;
    border.push(point(first), point(last));
  };
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    add(row.indexOf(1), row.lastIndexOf(1), (x) => ({ x, y }));
  }
  for (let x = 0; x < width; x++) {
    let first = -1;
    let last = -1;
    for (let y = 0; y < height; y++) {
      if (mask[y * width + x] !== 1) continue;
      if (first < 0) first = y;
      last = y;
    }
    add(first, last, (y) => ({ x, y }));
  }
  return border;
}

/** The border points farthest out in the four diagonal directions. */
function extremes(border: readonly Point[]): Corners {
  const farthest = (score: (point: Point) => number): Point =>
    border.reduce((best, point) => (score(point) > score(best) ? point : best), border[0] ?? { x: 0, y: 0 });
  return [
    farthest(({ x, y }) => -x - y),
    farthest(({ x, y }) => x - y),
    farthest(({ x, y }) => x + y),
    farthest(({ x, y }) => y - x),
  ];
}

/** Each side as the best line through the border points near it; corners are where neighbours cross. */
function refine(rough: Corners, border: readonly Point[]): Corners {
  const sides = rough.map((from, i) => sideLine(from, rough[(i + 1) % 4] ?? from, border));
  return rough.map((point, i) => {
    const before = sides[(i + 3) % 4];
    const after = sides[i];
    return (before && after && crossing(before, after)) ?? point;
  }) as unknown as Corners;
}

function sideLine(from: Point, to: Point, border: readonly Point[]): Line {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const near = border.filter(({ x, y }) => {
    const along = ((x - from.x) * dx + (y - from.y) * dy) / length / length;
    const beside = Math.abs((x - from.x) * dy - (y - from.y) * dx) / length;
    return along > 0.06 && along < 0.94 && beside < 4;
  });
  return near.length > 10 ? fitLine(near) : { x: from.x, y: from.y, dx: dx / length, dy: dy / length };
}

function isConvex(corners: Corners): boolean {
  return corners.every((point, i) => {
    const next = corners[(i + 1) % 4] ?? point;
    const after = corners[(i + 2) % 4] ?? point;
    return (next.x - point.x) * (after.y - next.y) - (next.y - point.y) * (after.x - next.x) > 0;
  });
}

function areaOf(corners: Corners): number {
  return Math.abs(
    corners.reduce((sum, { x, y }, i) => {
      const next = corners[(i + 1) % 4] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0) / 2,
  );
}

const clampTo = (corners: Corners, width: number, height: number): Corners =>
  corners.map(({ x, y }) => ({
    x: Math.min(width - 1, Math.max(0, x)),
    y: Math.min(height - 1, Math.max(0, y)),
  })) as unknown as Corners;

/** Where the handles start when the machine has not found the page. */
const inset = (width: number, height: number): Corners => [
  { x: width * 0.1, y: height * 0.1 },
  { x: width * 0.9, y: height * 0.1 },
  { x: width * 0.9, y: height * 0.9 },
  { x: width * 0.1, y: height * 0.9 },
];
