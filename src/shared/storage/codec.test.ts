import { expect, test } from 'vitest';
import { decode, encode } from './codec';

test('values of outputs survive JSON', () => {
  const value = {
    text: 'はい',
    empty: null,
    loss: [0.5, Number.NaN, -Infinity],
    image: new Uint8ClampedArray([0, 255, 7]),
    points: new Float64Array([1.5, -2]),
    large: new Uint8Array(100_000).fill(9),
  };
  expect(decode(JSON.parse(JSON.stringify(encode(value))))).toEqual(value);
});

test('part of a larger buffer is written alone', () => {
  const part = new Float32Array([1, 2, 3]).subarray(1, 2);
  expect(decode(encode(part))).toEqual(new Float32Array([2]));
});

test('bytes that are no base64 are refused', () => {
  expect(() => decode({ $: 'Uint8Array', data: '§' })).toThrow(/character|encoded/i);
});
