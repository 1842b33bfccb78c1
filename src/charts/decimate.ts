/**
 * Thins a curve to what a screen can show, keeping its shape: Largest-Triangle-Three-Buckets
 * (Sveinn Steinarsson, "Downsampling Time Series for Visual Representation", 2013).
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** At most `limit` of the points, the first and the last among them. Points that are not finite are left out. */
export function decimate(xs: readonly number[], ys: readonly number[], limit: number): readonly Point[] {
  const points: Point[] = [];
  for (const [index, x] of xs.entries()) {
    const y = ys[index];
    if (y !== undefined && Number.isFinite(x) && Number.isFinite(y)) points.push({ x, y });
  }
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= limit || limit < 3 || !first || !last) return points;

  const kept: Point[] = [first];
  const width = (points.length - 2) / (limit - 2);
  for (let bucket = 0; bucket < limit - 2; bucket++) {
    const from = Math.floor(bucket * width) + 1;
    const to = Math.floor((bucket + 1) * width) + 1;
    const next = average(points, to, Math.min(Math.floor((bucket + 2) * width) + 1, points.length));
    const previous = kept.at(-1) ?? first;
    kept.push(largestTriangle(points, from, to, previous, next));
  }
  kept.push(last);
  return kept;
}

function average(points: readonly Point[], from: number, to: number): Point {
  let x = 0;
  let y = 0;
  for (let index = from; index < to; index++) {
    x += points[index]?.x ?? 0;
    y += points[index]?.y ?? 0;
  }
  const count = Math.max(1, to - from);
  return { x: x / count, y: y / count };
}

function largestTriangle(points: readonly Point[], from: number, to: number, a: Point, c: Point): Point {
  let best = points[from] ?? a;
  let bestArea = -1;
  for (let index = from; index < to; index++) {
    const b = points[index];
    if (!b) continue;
    const area = Math.abs((a.x - c.x) * (b.y - a.y) - (a.x - b.x) * (c.y - a.y));
    if (area > bestArea) {
      bestArea = area;
      best = b;
    }
  }
  return best;
}
