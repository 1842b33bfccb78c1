/** The small parsers that all message parsers are made of. What is malformed is `null`, never a guess. */

/** Caps: far above what honest cells need, far below what makes a page stumble. */
export const LIMITS = {
  text: 2_000_000,
  name: 2_000,
  code: 2_000_000,
  path: 1_024,
  file: 256 * 1024 * 1024,
  outputs: 20_000,
  lines: 1_000,
  tableCells: 100_000,
  axes: 144,
  series: 1_000,
  points: 2_000_000,
  pixels: 64 * 1024 * 1024,
} as const;

export type Fields = Record<string, unknown>;
export type Parser<T> = (value: unknown) => T | null;

export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function text(value: unknown, limit: number): string | null {
  return typeof value === 'string' && value.length <= limit ? value : null;
}

export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function count(value: unknown, limit: number = Number.MAX_SAFE_INTEGER): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit ? value : null;
}

export function oneOf<T extends string>(choices: readonly T[]): Parser<T> {
  return (value) => choices.find((choice) => choice === value) ?? null;
}

export function list<T>(value: unknown, limit: number, parse: Parser<T>): T[] | null {
  if (!Array.isArray(value) || value.length > limit) return null;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const parsed = parse(item);
    if (parsed === null) return null;
    items.push(parsed);
  }
  return items;
}

export function bytes(value: unknown, limit: number): Uint8Array | null {
  return value instanceof Uint8Array && value.length <= limit ? value : null;
}

/** For fields that may be null themselves: `undefined` means malformed. */
export function nullable<T>(value: unknown, parse: Parser<T>): T | null | undefined {
  if (value === null || value === undefined) return null;
  return parse(value) ?? undefined;
}

export const name: Parser<string> = (value) => text(value, LIMITS.name);
export const flag: Parser<{ is: boolean }> = (value) => (typeof value === 'boolean' ? { is: value } : null);
