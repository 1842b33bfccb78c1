import { describe, expect, test } from 'vitest';
import { LEVELS, SIDE, putDrawing, toDigit, toText } from './digit-pixels';

/** A picture with a filled rectangle. */
function rectangle(side: number, left: number, top: number, width: number, height: number): Float32Array {
  const ink = new Float32Array(side * side);
  for (let row = top; row < top + height; row++) {
    for (let column = left; column < left + width; column++) ink[row * side + column] = 1;
  }
  return ink;
}

const lit = (digit: Float32Array | null) =>
  Array.from(digit ?? []).flatMap((value, index) =>
    value > 0.5 ? [[index % SIDE, Math.floor(index / SIDE)] as const] : [],
  );

describe('a drawing', () => {
  test('is fitted into 20×20 and centred, wherever it stood', () => {
    for (const [left, top] of [
      [0, 0],
      [150, 60],
    ] as const) {
      const places = lit(toDigit(rectangle(280, left, top, 100, 100), 280));
      expect(places).toHaveLength(400);
      expect(Math.min(...places.map(([x]) => x))).toBe(4);
      expect(Math.max(...places.map(([, y]) => y))).toBe(23);
    }
  });

  test('keeps its shape: a tall stroke stays thin', () => {
    const places = lit(toDigit(rectangle(280, 200, 20, 20, 200), 280));
    expect(new Set(places.map(([x]) => x)).size).toBe(2);
    expect(new Set(places.map(([, y]) => y)).size).toBe(20);
  });

  test('is laid by its centre of mass, not by its edges', () => {
    const ink = rectangle(280, 0, 0, 200, 20);
    for (const [index, value] of rectangle(280, 0, 0, 100, 200).entries())
      ink[index] = Math.max(ink[index] ?? 0, value);
    const places = lit(toDigit(ink, 280));
    const middle = places.reduce((sum, [x]) => sum + x + 0.5, 0) / places.length;
    expect(Math.abs(middle - 14)).toBeLessThan(0.6);
    expect(Math.min(...places.map(([x]) => x))).toBeGreaterThan(4);
  });

  test('half covered pixels are half bright, and no ink is no digit', () => {
    const digit = toDigit(rectangle(280, 0, 0, 105, 200), 280);
    expect(Math.max(...(digit ?? []))).toBe(1);
    expect(toDigit(new Float32Array(280 * 280), 280)).toBeNull();
  });

  test('becomes 28 lines of characters that code can hold', () => {
    const text = toText(new Float32Array(SIDE * SIDE).fill(1));
    expect(text.split('\n')).toEqual(Array.from({ length: SIDE }, () => '@'.repeat(SIDE)));
    expect(toText(new Float32Array(SIDE * SIDE)).startsWith('....')).toBe(true);
    expect(LEVELS).not.toMatch(/["\\\s]/);
    const code = 'drawing = """\n..\n..\n"""\nprint(drawing)\n';
    expect(putDrawing(code, '@@\n..')).toBe('drawing = """\n@@\n..\n"""\nprint(drawing)\n');
    expect(putDrawing('x = 1', '@@')).toBe('x = 1');
  });
});
