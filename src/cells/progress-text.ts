/** The numbers beside a progress bar, written as tqdm writes them. */

export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** `1.50k`, three digits. */
export function withPrefix(value: number): string {
  const prefixes = ['', 'k', 'M', 'G', 'T'];
  let size = value;
  let index = 0;
  while (Math.abs(size) >= 999.5 && index + 1 < prefixes.length) {
    size /= 1000;
    index++;
  }
  const digits = Math.abs(size) < 9.995 ? 2 : Math.abs(size) < 99.95 ? 1 : 0;
  return index === 0 && Number.isInteger(size) ? String(size) : `${size.toFixed(digits)}${prefixes[index]}`;
}

/** Units a second, or seconds a unit when it is slow. */
export function progressRate(rate: number | null, unit: string, scaled: boolean): string {
  if (rate === null || !(rate > 0)) return `?${unit}/s`;
  if (rate < 1) return `${(1 / rate).toFixed(2)}s/${unit}`;
  return `${scaled ? withPrefix(rate) : rate.toFixed(2)}${unit}/s`;
}
