/**
 * Reads the values that a learner's kernel sends for the checks (src/python/checks/wire.py says how they are written) and writes them
 * anew: what goes on to the kernel of the checks is plain data of known size and nothing else.
 */

const LIMITS = { text: 1_000_000, nodes: 20_000, depth: 14, sizes: 8, digits: 400 } as const;
const ITEM_BYTES: Readonly<Record<string, number>> = {
  bool: 1,
  uint8: 1,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
  float16: 2,
  float32: 4,
  float64: 8,
  // Sent as float32.
  bfloat16: 4,
};
const WHOLE = /^-?\d+$/;
const FLOAT = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|inf|nan)$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The same value as JSON, or null when it is malformed or too large. */
export function readWire(text: string): string | null {
  if (text.length > LIMITS.text) return null;
  try {
    const value = JSON.parse(text) as unknown;
    return isNode(value, 0, { nodes: 0 }) ? JSON.stringify(value) : null;
  } catch {
    return null;
  }
}

function isNode(value: unknown, depth: number, seen: { nodes: number }): boolean {
  seen.nodes += 1;
  if (depth > LIMITS.depth || seen.nodes > LIMITS.nodes) return false;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (!Array.isArray(value)) return false;
  const [kind, ...rest] = value as unknown[];
  const node = (item: unknown): boolean => isNode(item, depth + 1, seen);
  switch (kind) {
    case 'i':
      return rest.length === 1 && isMatch(rest[0], WHOLE);
    case 'f':
      return rest.length === 1 && isMatch(rest[0], FLOAT);
    case 'l':
    case 't':
      return rest.length === 1 && Array.isArray(rest[0]) && rest[0].every(node);
    case 'd':
      return rest.length === 1 && Array.isArray(rest[0]) && rest[0].every((pair) => isPair(pair) && pair.every(node));
    case 'a':
    case 'T':
      return rest.length === 3 && isArray(rest[0], rest[1], rest[2], kind === 'T');
    case 'o':
      return rest.length === 2 && typeof rest[0] === 'string' && typeof rest[1] === 'string';
    default:
      return false;
  }
}

function isMatch(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && value.length <= LIMITS.digits && pattern.test(value);
}

function isPair(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length === 2;
}

function isArray(dtype: unknown, sizes: unknown, data: unknown, tensor: boolean): boolean {
  if (typeof dtype !== 'string' || typeof data !== 'string' || !Array.isArray(sizes)) return false;
  if (!Object.hasOwn(ITEM_BYTES, dtype) || (dtype === 'bfloat16' && !tensor) || sizes.length > LIMITS.sizes)
    return false;
  let bytes = ITEM_BYTES[dtype] ?? 0;
  for (const size of sizes as unknown[]) {
    if (!isPair(size) || size[0] !== 'i' || !isMatch(size[1], /^\d{1,9}$/)) return false;
    bytes *= Number(size[1]);
  }
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return BASE64.test(data) && data.length % 4 === 0 && (data.length / 4) * 3 - padding === bytes;
}
