/**
 * Turns a drawing into 28×28 pixels the way MNIST's images were made: the ink is fitted into 20×20 keeping its shape, then laid so
 * that its centre of mass is the middle of the image (LeCun et al., 1998). Pixels travel to Python as characters, so that code shows them.
 */

export const SIDE = 28;
const BOX = 20;
/** Dark to bright; Python reads a pixel as the place of its character. */
export const LEVELS = '.:-=+*#%@';
/** Fainter ink does not count for the bounding box. */
const INK = 0.1;

/** `ink`: a square picture, row by row, 0 (paper) to 1 (ink). Null when there is no ink. */
export function toDigit(ink: Float32Array, side: number): Float32Array | null {
  const bounds = boundsOf(ink, side);
  if (!bounds) return null;
  const { left, top, width, height } = bounds;
  const scale = BOX / Math.max(width, height);
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const small = new Float32Array(columns * rows);
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = mean(
        ink,
        side,
        left + (column * width) / columns,
        left + ((column + 1) * width) / columns,
        top + (row * height) / rows,
        top + ((row + 1) * height) / rows,
      );
      small[row * columns + column] = value;
      mass += value;
      massX += value * (column + 0.5);
      massY += value * (row + 0.5);
    }
  }
  const shiftX = Math.round(SIDE / 2 - massX / mass);
  const shiftY = Math.round(SIDE / 2 - massY / mass);
  const digit = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = column + shiftX;
      const y = row + shiftY;
      if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) digit[y * SIDE + x] = small[row * columns + column] ?? 0;
    }
  }
  return digit;
}

function boundsOf(ink: Float32Array, side: number) {
  let [left, right, top, bottom] = [side, -1, side, -1];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if ((ink[row * side + column] ?? 0) < INK) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  return right < 0 ? null : { left, top, width: right + 1 - left, height: bottom + 1 - top };
}

/** The mean over a box whose edges may cut pixels. */
function mean(ink: Float32Array, side: number, left: number, right: number, top: number, bottom: number): number {
  let sum = 0;
  for (let y = Math.floor(top); y < bottom; y++) {
    const tall = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < right; x++) {
      sum += (ink[y * side + x] ?? 0) * tall * (Math.min(x + 1, right) - Math.max(x, left));
    }
  }
  return sum / ((right - left) * (bottom - top));
}

/** 28 lines of 28 characters. */
export function toText(digit: Float32Array): string {
  const top = LEVELS.length - 1;
  const characters = Array.from(digit, (value) => LEVELS[Math.round(Math.min(Math.max(value, 0), 1) * top)] ?? '.');
  return Array.from({ length: SIDE }, (_, row) => characters.slice(row * SIDE, (row + 1) * SIDE).join('')).join('\n');
}

/** The code with another picture in its `drawing = """…"""`; unchanged when it has none. */
export function putDrawing(code: string, text: string): string {
  return code.replace(/^(drawing = """\n)[^"]*(""")/m, (_all, head: string, tail: string) => `${head}${text}\n${tail}`);
}
