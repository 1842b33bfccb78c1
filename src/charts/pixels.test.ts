import { expect, test } from 'vitest';
import { toRgba } from './pixels';

const image = (channels: 1 | 3 | 4, pixels: number[]) =>
  toRgba({ width: 2, height: 1, channels, pixels: Uint8Array.from(pixels) });

test('grey, RGB and RGBA pixels all become RGBA', () => {
  expect([...image(1, [0, 200])]).toEqual([0, 0, 0, 255, 200, 200, 200, 255]);
  expect([...image(3, [1, 2, 3, 4, 5, 6])]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  expect([...image(4, [1, 2, 3, 9, 4, 5, 6, 8])]).toEqual([1, 2, 3, 9, 4, 5, 6, 8]);
});
