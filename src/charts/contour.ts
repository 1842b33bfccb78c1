/** Contours of a field on a grid: lines by marching squares (Lorensen and Cline, 1987, in the plane), bands as pixels. */

export interface Field {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Row by row, y outside. */
  readonly values: readonly number[];
}

export interface Segments {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly x2: readonly number[];
  readonly y2: readonly number[];
}

/** The line on which the field has the value `level`, as unordered pieces. */
export function contourSegments({ x, y, values }: Field, level: number): Segments {
  const found = { x: [] as number[], y: [] as number[], x2: [] as number[], y2: [] as number[] };
  const columns = x.length;
  const at = (row: number, column: number): number => values[row * columns + column] ?? NaN;
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      // Corners in a circle, so that neighbours share an edge.
      const corners = [
        { x: x[column] ?? 0, y: y[row] ?? 0, value: at(row, column) },
        { x: x[column + 1] ?? 0, y: y[row] ?? 0, value: at(row, column + 1) },
        { x: x[column + 1] ?? 0, y: y[row + 1] ?? 0, value: at(row + 1, column + 1) },
        { x: x[column] ?? 0, y: y[row + 1] ?? 0, value: at(row + 1, column) },
      ] as const;
      const crossings: (readonly [number, number])[] = [];
      for (const [index, from] of corners.entries()) {
        const to = corners[(index + 1) % 4] ?? from;
        if (from.value >= level === to.value >= level || Number.isNaN(from.value + to.value)) continue;
        const share = (level - from.value) / (to.value - from.value);
        crossings.push([from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)]);
      }
      // Four crossings are a saddle: the value in the middle says which corners belong together.
      const middle = corners.reduce((sum, corner) => sum + corner.value, 0) / 4;
      const turned = crossings.length === 4 && middle >= level === corners[0].value >= level;
      const order = turned ? [0, 1, 2, 3] : [0, 3, 1, 2];
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const first = crossings[crossings.length === 4 ? (order[pair] ?? 0) : pair];
        const second = crossings[crossings.length === 4 ? (order[pair + 1] ?? 0) : pair + 1];
        if (!first || !second) continue;
        found.x.push(first[0]);
        found.y.push(first[1]);
        found.x2.push(second[0]);
        found.y2.push(second[1]);
      }
    }
  }
  return found;
}

/** The place of a value on a rising grid: the cell, and how far into it; null outside. */
function locate(grid: readonly number[], value: number): readonly [number, number] | null {
  const last = grid.length - 1;
  if (last < 1 || !(value >= (grid[0] ?? 0) && value <= (grid[last] ?? 0))) return null;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  const width = (grid[high] ?? 0) - (grid[low] ?? 0);
  return [low, width > 0 ? (value - (grid[low] ?? 0)) / width : 0];
}

/**
 * RGBA pixels of the bands between levels: `xAt` and `yAt` are the data coordinates of pixel columns and rows. Outside the
 * levels and where the field is NaN, pixels stay clear.
 */
export function bandPixels(
  { x, y, values }: Field,
  levels: readonly number[],
  bands: readonly (readonly [number, number, number])[],
  xAt: readonly number[],
  yAt: readonly number[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(xAt.length * yAt.length * 4);
  const columns = xAt.map((value) => locate(x, value));
  for (const [row, value] of yAt.entries()) {
    const place = locate(y, value);
    if (!place) continue;
    const above = place[0] * x.length;
    const below = above + x.length;
    for (const [column, across] of columns.entries()) {
      if (!across) continue;
      const [cell, share] = across;
      const top = (values[above + cell] ?? NaN) * (1 - share) + (values[above + cell + 1] ?? NaN) * share;
      const bottom = (values[below + cell] ?? NaN) * (1 - share) + (values[below + cell + 1] ?? NaN) * share;
      const band = bands[bandOf(levels, top * (1 - place[1]) + bottom * place[1])];
      if (!band) continue;
      const at = (row * xAt.length + column) * 4;
      pixels[at] = band[0];
      pixels[at + 1] = band[1];
      pixels[at + 2] = band[2];
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}

/** The index of the band that a value lies in, -1 outside of all. */
export function bandOf(levels: readonly number[], value: number): number {
  if (Number.isNaN(value)) return -1;
  let band = -1;
  while (band + 1 < levels.length && value >= (levels[band + 1] ?? Infinity)) band++;
  const top = levels.length - 1;
  // The highest level itself belongs to the last band.
  if (band === top) return value === levels[top] ? top - 1 : -1;
  return band;
}
