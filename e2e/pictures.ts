/**
 * Screenshots compared with small kept pictures (e2e/figures/NAME.png, each pixel the mean of a block of the screenshot), so
 * that another font or another pixel of an edge is no difference, but a missing curve or another colour is.
 * `npx playwright test figures --update-snapshots=all` writes them anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

const COLUMNS = 96;
/** Of 255, over all pixels; and how many pixels may differ by more than CLEARLY. A pixel is compared with what is around it. */
const MEAN = 1.5;
const CLEARLY = 36;
const SHARE = 0.004;
/** How far around, in pixels of the small picture: so much may other fonts move a chart. */
const REACH = 2;

/** What is wrong with a screenshot compared with the kept picture of that name, or null. */
export async function compareWithKept(page: Page, info: TestInfo, name: string, png: Buffer): Promise<string | null> {
  const file = join(dirname(info.file), 'figures', `${name}.png`);
  const update = info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed';
  const kept = existsSync(file) && !update ? readFileSync(file) : null;
  const { small, mean, share, sizes } = await page.evaluate(compare, {
    png: png.toString('base64'),
    kept: kept?.toString('base64') ?? null,
    columns: COLUMNS,
    clearly: CLEARLY,
    reach: REACH,
  });
  if (kept === null) {
    if (!update) return `${name}: there is no kept picture ${file}; --update-snapshots=all writes it`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(small, 'base64'));
    return null;
  }
  if (mean <= MEAN && share <= SHARE && sizes) return null;
  await info.attach(`${name}.png`, { body: png, contentType: 'image/png' });
  return `${name}: differs from its kept picture by ${mean.toFixed(1)} of 255, clearly in ${(100 * share).toFixed(1)} % of it${sizes ? '' : ', and in its shape'}`;
}

interface Comparison {
  /** The screenshot made small, as a PNG in base64. */
  readonly small: string;
  readonly mean: number;
  readonly share: number;
  /** Whether both have as many rows. */
  readonly sizes: boolean;
}

/** Runs in the page, which can decode and encode pictures. */
async function compare({
  png,
  kept,
  columns,
  clearly,
  reach,
}: {
  png: string;
  kept: string | null;
  columns: number;
  clearly: number;
  reach: number;
}): Promise<Comparison> {
  const decode = async (data: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(bitmap, 0, 0);
    return pen.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const full = await decode(png);
  const rows = Math.max(1, Math.round((columns * full.height) / full.width));
  const small = new ImageData(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sums = [0, 0, 0];
      const [top, bottom] = [Math.floor((row * full.height) / rows), Math.floor(((row + 1) * full.height) / rows)];
      const [left, right] = [
        Math.floor((column * full.width) / columns),
        Math.floor(((column + 1) * full.width) / columns),
      ];
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (full.data[4 * (y * full.width + x) + c] ?? 0);
        }
      }
      const count = (bottom - top) * (right - left);
      const at = 4 * (row * columns + column);
      for (let c = 0; c < 3; c++) small.data[at + c] = (sums[c] ?? 0) / count;
      small.data[at + 3] = 255;
    }
  }
  const canvas = new OffscreenCanvas(columns, rows);
  canvas.getContext('2d')?.putImageData(small, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  if (kept === null) return { small: encoded, mean: 0, share: 0, sizes: true };
  const other = await decode(kept);
  const sizes = Math.abs(other.height - rows) <= 1;
  // A pixel must lie within what the other picture has around it, and the other way round: labels of another width move a chart.
  const rowsOfBoth = Math.min(other.height, rows);
  const missing = (from: ImageData, to: ImageData): readonly [number, number] => {
    let total = 0;
    let clear = 0;
    for (let y = 0; y < rowsOfBoth; y++) {
      for (let x = 0; x < columns; x++) {
        let most = 0;
        for (let c = 0; c < 3; c++) {
          let [low, high] = [255, 0];
          for (let v = Math.max(0, y - reach); v <= Math.min(rowsOfBoth - 1, y + reach); v++) {
            for (let u = Math.max(0, x - reach); u <= Math.min(columns - 1, x + reach); u++) {
              const near = to.data[4 * (v * columns + u) + c] ?? 0;
              low = Math.min(low, near);
              high = Math.max(high, near);
            }
          }
          const value = from.data[4 * (y * columns + x) + c] ?? 0;
          most = Math.max(most, low - value, value - high);
        }
        total += most;
        if (most > clearly) clear++;
      }
    }
    return [total / (rowsOfBoth * columns), clear / (rowsOfBoth * columns)];
  };
  const [[meanA, shareA], [meanB, shareB]] = [missing(other, small), missing(small, other)];
  return { small: encoded, mean: Math.max(meanA, meanB), share: Math.max(shareA, shareB), sizes };
}
