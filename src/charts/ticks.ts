/** Round numbers for an axis: steps of 1, 2 or 5 times a power of ten, powers of ten on a logarithmic axis. */

export function linearTicks(low: number, high: number, count = 5): readonly number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low) return [low];
  const step = niceStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiples of the step, rounded to its digits: 0.1 + 0.2 must not show as 0.30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  if (factor <= 1 + 1e-9) return power;
  if (factor <= 2) return 2 * power;
  return factor <= 5 ? 5 * power : 10 * power;
}

export function logTicks(low: number, high: number): readonly number[] {
  if (!(low > 0) || !Number.isFinite(high) || high <= low) return [low];
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  if (last - first < 1) {
    // About a decade: 1, 2 and 5 times the powers; in less than that, a straight scale hardly differs.
    const between = [first - 1, first, last].flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power));
    const inside = [...new Set(between)].filter((at) => at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9));
    return inside.length >= 3 ? inside : linearTicks(low, high, 4);
  }
  const every = Math.ceil((last - first) / 6);
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => 10 ** (first + index * every));
}

/** A range with some room at both ends, and never empty. */
export function padded(low: number, high: number, share: number): readonly [number, number] {
  const room = (high - low) * share || Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}
