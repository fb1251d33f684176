import { type Picture, toGrey } from './image.ts';

const BLOCK = 24;
/** This part of a block, the brightest, is taken for paper. */
const PAPER_PART = 0.15;
/** Contrast: everything below is black, everything above white. */
const BLACK = 60;
const WHITE = 235;

/** Colour of the bare paper on a coarse grid. */
interface PaperGrid {
  readonly columns: number;
  readonly rows: number;
  /** three values for each block */
  readonly colour: Float32Array;
}

/**
 * Takes shadows and tints away: each channel is divided by the paper's own colour at that place. The page stays in
 * colour, so a red seal stays red; blocks full of ink or seal take their paper colour from their neighbours.
 */
export function evenLight(picture: Picture): Picture {
  const grid = smooth(fillInked(paperColours(picture)));
  const { width, height, data } = picture;
  const even = new Uint8ClampedArray(data);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(grid.rows - 1, Math.max(0, y / BLOCK - 0.5));
    const row = Math.min(grid.rows - 1, Math.floor(fy));
    const below = Math.min(grid.rows - 1, row + 1);
    for (let x = 0; x < width; x++) {
      const fx = Math.min(grid.columns - 1, Math.max(0, x / BLOCK - 0.5));
      const column = Math.min(grid.columns - 1, Math.floor(fx));
      const right = Math.min(grid.columns - 1, column + 1);
      const at = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel++) {
        const paper = (r: number, c: number) => grid.colour[3 * (r * grid.columns + c) + channel] ?? 255;
        const upper = paper(row, column) * (1 - (fx - column)) + paper(row, right) * (fx - column);
        const lower = paper(below, column) * (1 - (fx - column)) + paper(below, right) * (fx - column);
        const background = upper * (1 - (fy - row)) + lower * (fy - row);
        const value = ((data[at + channel] ?? 0) / Math.max(40, background)) * 255;
        even[at + channel] = ((value - BLACK) * 255) / (WHITE - BLACK);
      }
    }
  }
  return { width, height, data: even };
}

/** Mean colour of the brightest pixels of every block. */
function paperColours(picture: Picture): PaperGrid {
  const { width, height, data } = picture;
  const grey = toGrey(picture);
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const colour = new Float32Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pixels: number[] = [];
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y += 2)
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x += 2)
          pixels.push(y * width + x);
      pixels.sort((a, b) => (grey[b] ?? 0) - (grey[a] ?? 0));
      const paper = pixels.slice(0, Math.max(1, Math.ceil(pixels.length * PAPER_PART)));
      const place = 3 * (row * columns + column);
      for (let channel = 0; channel < 3; channel++)
        colour[place + channel] =
          paper.reduce((sum, pixel) => sum + (data[4 * pixel + channel] ?? 0), 0) / paper.length;
    }
  }
  return { columns, rows, colour };
}

const brightness = (colour: Float32Array, place: number): number =>
  0.3 * (colour[place] ?? 0) + 0.59 * (colour[place + 1] ?? 0) + 0.11 * (colour[place + 2] ?? 0);

/** How far the colour of a block is from grey, 0–1. */
const tint = (colour: Float32Array, place: number): number => {
  const channels = [colour[place] ?? 0, colour[place + 1] ?? 0, colour[place + 2] ?? 0];
  const high = Math.max(...channels);
  return high === 0 ? 0 : (high - Math.min(...channels)) / high;
};

/** Blocks where even the brightest pixels are ink or seal get the nearest paper colour in their row, else in the page. */
function fillInked(grid: PaperGrid): PaperGrid {
  const places = Array.from({ length: grid.columns * grid.rows }, (_, i) => 3 * i);
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const usual = middle(places.map((place) => brightness(grid.colour, place)));
  const usualTint = middle(places.map((place) => tint(grid.colour, place)));
  const isPaper = (place: number): boolean =>
    brightness(grid.colour, place) > 0.45 * usual && tint(grid.colour, place) < usualTint + 0.18;
  const colour = new Float32Array(grid.colour);
  const paper = places.filter(isPaper);
  for (const place of places) {
    if (isPaper(place)) continue;
    const nearest = nearestOf(paper, place, grid.columns);
    if (nearest === undefined) continue;
    for (let channel = 0; channel < 3; channel++)
      colour[place + channel] = grid.colour[nearest + channel] ?? 255;
  }
  return { ...grid, colour };
}

function nearestOf(paper: readonly number[], place: number, columns: number): number | undefined {
  const column = (place / 3) % columns;
  const row = Math.floor(place / 3 / columns);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of paper) {
    const far = Math.hypot(((other / 3) % columns) - column, Math.floor(other / 3 / columns) - row);
    if (far < least) {
      least = far;
      best = other;
    }
  }
  return best;
}

/** Mean over the neighbours, so that no block edge shows. */
function smooth(grid: PaperGrid): PaperGrid {
  const colour = new Float32Array(grid.colour.length);
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        let count = 0;
        for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++)
          for (let c = Math.max(0, column - 1); c <= Math.min(grid.columns - 1, column + 1); c++) {
            sum += grid.colour[3 * (r * grid.columns + c) + channel] ?? 0;
            count += 1;
          }
        colour[3 * (row * grid.columns + column) + channel] = sum / count;
      }
  return { ...grid, colour };
}
