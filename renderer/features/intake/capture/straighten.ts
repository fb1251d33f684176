import { blankPicture, type Corners, type Picture } from './image.ts';

/** A4 at 150 dots per inch. */
export const A4_SHORT = 1240;
export const A4_LONG = 1754;

/** Size of the finished page: upright, or lying when the paper lies. */
export function pageSize([a, b, c, d]: Corners): { readonly width: number; readonly height: number } {
  const across = Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y);
  const down = Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y);
  return across > down ? { width: A4_LONG, height: A4_SHORT } : { width: A4_SHORT, height: A4_LONG };
}

/** Eight numbers of the projective map from the finished page to the picture. */
function mapTo([a, b, c, d]: Corners, width: number, height: number) {
  const dx1 = b.x - c.x;
  const dx2 = d.x - c.x;
  const dx3 = a.x - b.x + c.x - d.x;
  const dy1 = b.y - c.y;
  const dy2 = d.y - c.y;
  const dy3 = a.y - b.y + c.y - d.y;
  const turn = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / turn;
  const h = (dx1 * dy3 - dx3 * dy1) / turn;
  return {
    ux: (b.x - a.x + g * b.x) / width,
    uy: (d.x - a.x + h * d.x) / height,
    u: a.x,
    vx: (b.y - a.y + g * b.y) / width,
    vy: (d.y - a.y + h * d.y) / height,
    v: a.y,
    wx: g / width,
    wy: h / height,
  };
}

/** The page between the corners as a flat sheet of the given size, in colour, sampled between four pixels. */
export function straighten(picture: Picture, corners: Corners, width: number, height: number): Picture {
  const map = mapTo(corners, width, height);
  const flat = blankPicture(width, height);
  const { data: from, width: stride } = picture;
  const { data: to } = flat;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const w = map.wx * x + map.wy * y + 1;
      const u = (map.ux * x + map.uy * y + map.u) / w;
      const v = (map.vx * x + map.vy * y + map.v) / w;
      const x0 = Math.floor(u);
      const y0 = Math.floor(v);
      if (x0 < 0 || y0 < 0 || x0 >= picture.width - 1 || y0 >= picture.height - 1) continue;
      const fx = u - x0;
      const fy = v - y0;
      const p = 4 * (y0 * stride + x0);
      const q = p + 4 * stride;
      for (let channel = 0; channel < 3; channel++) {
        const upper = (from[p + channel] ?? 0) * (1 - fx) + (from[p + 4 + channel] ?? 0) * fx;
        const lower = (from[q + channel] ?? 0) * (1 - fx) + (from[q + 4 + channel] ?? 0) * fx;
        to[at + channel] = upper * (1 - fy) + lower * fy;
      }
    }
  }
  return flat;
}
