import { expect, test } from 'vitest';
import { log32, sinCos32, turned } from './float32-math';

const real = new Float32Array(1);
const bits = new Uint32Array(real.buffer);

test('logarithms, sines and cosines are those of glibc to the last bit', () => {
  let [logs, sines, cosines] = [0, 0, 0];
  const mixed = (sum: number, value: number): number => {
    real[0] = value;
    return (Math.imul(sum, 31) + (bits[0] as number)) >>> 0;
  };
  for (let mantissa = 1; mantissa < 2 ** 23; mantissa += 97) {
    const u = mantissa / 2 ** 23;
    logs = mixed(logs, log32(u));
    sinCos32(Math.fround(2 * Math.PI * u));
    sines = mixed(sines, turned.sin);
    cosines = mixed(cosines, turned.cos);
  }
  // The same sums over logf and sincosf of glibc 2.36, called by Python's ctypes.
  expect([logs, sines, cosines]).toEqual([4116027769, 892919752, 2555274638]);
});
