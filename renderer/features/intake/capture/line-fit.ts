import type { Point } from './image.ts';

/** A straight line through a point, direction of length 1. */
export interface Line extends Point {
  readonly dx: number;
  readonly dy: number;
}

/** Least squares across the line (not along y), so that steep sides are as good as flat ones. */
export function fitLine(points: readonly Point[]): Line {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return { x, y, dx: Math.cos(angle), dy: Math.sin(angle) };
}

/** Where two lines meet; undefined for parallel ones. */
export function crossing(a: Line, b: Line): Point | undefined {
  const turn = a.dx * b.dy - a.dy * b.dx;
  if (Math.abs(turn) < 1e-6) return undefined;
  const along = ((b.x - a.x) * b.dy - (b.y - a.y) * b.dx) / turn;
  return { x: a.x + a.dx * along, y: a.y + a.dy * along };
}
