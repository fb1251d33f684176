import { describe, expect, it } from 'vitest';
import { evenLight } from './even-light.ts';
import { findPage } from './find-page.ts';
import { blankPicture, type Corners, type Picture } from './image.ts';
import { type PhotoPage, pagesToPdf } from './pages-to-pdf.ts';
import { BLURRED_BELOW, sharpness } from './sharpness.ts';
import { pageSize, straighten } from './straighten.ts';

const corners: Corners = [
  { x: 92, y: 40 },
  { x: 372, y: 58 },
  { x: 396, y: 322 },
  { x: 70, y: 310 },
];

function paint(
  picture: Picture,
  colour: (x: number, y: number) => readonly [number, number, number],
): Picture {
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) picture.data.set(colour(x, y), 4 * (y * picture.width + x));
  return picture;
}

const isInside = ({ x, y }: { x: number; y: number }, shape: Corners): boolean =>
  shape.every((from, i) => {
    const to = shape[(i + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });

/** A sheet on a brown desk, darker to the left. */
const desk = () =>
  paint(blankPicture(480, 360), (x, y) => {
    const shade = 0.6 + 0.4 * (x / 480);
    if (isInside({ x, y }, corners)) return [235 * shade, 228 * shade, 215 * shade];
    return [70 + 10 * Math.sin(x / 9), 45, 25];
  });

describe('finding the page in a photo', () => {
  it('finds the four corners of a sheet on a dark desk within two pixels', () => {
    const found = findPage(desk());
    expect(found.reliable).toBe(true);
    found.corners.forEach((corner, i) => {
      const wanted = corners[i] ?? corner;
      expect(Math.hypot(corner.x - wanted.x, corner.y - wanted.y)).toBeLessThan(2);
    });
  });

  it('asks for the corners by hand when there is no sheet', () => {
    const noise = paint(blankPicture(240, 180), (x, y) =>
      (x * 31 + y * 17) % 7 === 0 ? [220, 220, 220] : [60, 50, 40],
    );
    expect(findPage(noise).reliable).toBe(false);
  });

  it('asks by hand when what is bright is no sheet but a scrap', () => {
    const scrap = paint(blankPicture(240, 180), (x, y) =>
      x < 40 && y < 40 ? [230, 230, 230] : [40, 40, 40],
    );
    expect(findPage(scrap).reliable).toBe(false);
  });
});

describe('flattening a page', () => {
  it('keeps paper that lies across the desk lying', () => {
    expect(pageSize(corners)).toEqual({ width: 1754, height: 1240 });
  });

  it('puts the corners of the sheet into the corners of the page', () => {
    const marked = paint(desk(), (x, y) =>
      isInside({ x, y }, corners) ? (y < 180 ? [10, 10, 10] : [240, 240, 240]) : [200, 0, 0],
    );
    const flat = straighten(marked, corners, 200, 300);
    const at = (x: number, y: number) => flat.data.slice(4 * (y * 200 + x), 4 * (y * 200 + x) + 3);
    expect(at(6, 6)[0]).toBeLessThan(60);
    expect(at(193, 6)[0]).toBeLessThan(60);
    expect(at(6, 293)[1]).toBeGreaterThan(200);
    expect(at(193, 293)[1]).toBeGreaterThan(200);
  });
});

describe('evening the light of a page', () => {
  const page = (seal: (x: number, y: number) => boolean) =>
    paint(blankPicture(360, 360), (x, y) => {
      const shade = x < 150 && y > 200 ? 0.55 : 0.85;
      if (seal(x, y)) return [200 * shade, 30 * shade, 40 * shade];
      if (y % 20 < 2 && x % 9 < 5) return [30 * shade, 30 * shade, 30 * shade];
      return [250 * shade, 242 * shade, 225 * shade];
    });
  const colourAt = ({ data, width }: Picture, x: number, y: number) => {
    const at = 4 * (y * width + x);
    return { red: data[at] ?? 0, green: data[at + 1] ?? 0, blue: data[at + 2] ?? 0 };
  };

  it('makes bare paper white, in the shadow too', () => {
    const even = evenLight(page(() => false));
    for (const [x, y] of [
      [60, 290],
      [300, 70],
    ] as const) {
      const { red, green, blue } = colourAt(even, x, y);
      expect(Math.min(red, green, blue)).toBeGreaterThan(235);
    }
  });

  it('keeps a red seal red, ring or solid', () => {
    const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 230, y - 150) - 60) < 4;
    const solid = (x: number, y: number) => Math.hypot(x - 230, y - 150) < 60;
    for (const [seal, x] of [
      [ring, 290],
      [solid, 230],
    ] as const) {
      const { red, green, blue } = colourAt(evenLight(page(seal)), x, 150);
      expect(red).toBeGreaterThan(150);
      expect(red - Math.max(green, blue)).toBeGreaterThan(100);
    }
  });
});

/** Every pixel as the mean of its surroundings. */
const blur = (sharp: Picture): Picture =>
  paint(blankPicture(sharp.width, sharp.height), (x, y) => {
    let sum = 0;
    for (let j = -4; j <= 4; j++)
      for (let i = -4; i <= 4; i++) {
        const px = Math.min(sharp.width - 1, Math.max(0, x + i));
        const py = Math.min(sharp.height - 1, Math.max(0, y + j));
        sum += sharp.data[4 * (py * sharp.width + px)] ?? 0;
      }
    return [sum / 81, sum / 81, sum / 81];
  });

describe('judging a photo', () => {
  const letters = paint(blankPicture(300, 300), (x, y) =>
    y % 16 < 8 && x % 6 < 3 ? [20, 20, 20] : [240, 240, 240],
  );

  it('tells crisp letters from blurred ones', () => {
    const blurred = blur(blur(letters));
    expect(sharpness(letters)).toBeGreaterThan(BLURRED_BELOW);
    expect(sharpness(blurred)).toBeLessThan(BLURRED_BELOW);
  });
});

describe('putting pages into one PDF', () => {
  const page = (marker: number, width: number, height: number): PhotoPage => ({
    jpeg: new Uint8Array([0xff, 0xd8, marker, 0xff, 0xd9]),
    width,
    height,
  });

  it('keeps every page, its orientation and the picture bytes, and points to them rightly', () => {
    const pdf = pagesToPdf([page(1, 1240, 1754), page(2, 1754, 1240)]);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/\/Type\/Page\//g)).toHaveLength(2);
    expect(text).toContain('/MediaBox[0 0 595 842]');
    expect(text).toContain('/MediaBox[0 0 842 595]');
    expect(text).toContain('\u00ff\u00d8\u0002\u00ff\u00d9');
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );
    offsets.forEach((offset, i) => {
      expect(text.slice(offset, offset + 7)).toBe(`${i + 1} 0 obj`);
    });
  });
});
