/** For unit tests and benchmarks: the cpu device on its own memory, and tensors of every layout made from plain numbers. */
import { setFlagsFromString } from 'node:v8';
import { bytesOf, type DType } from '../core/dtype';
import { exposedFunctions } from '../core/expose';
import { contiguousStrides, numelOf, type Sizes } from '../core/shape';
import { alias, emptyTensor, handleOf, tensorOf as tensorWith, type Tensor } from '../core/tensor';
import { buildKernels } from '../kernels/build';
import { type CpuBackend, createCpuBackend } from './backend';
import { standaloneMemory } from './pool';

export type Build = 'simd' | 'relaxed';
export const BUILDS: readonly Build[] = ['simd', 'relaxed'];

export async function createTestBackend(build: Build): Promise<CpuBackend> {
  // Node 20 has relaxed SIMD behind a flag; later versions no longer know the flag.
  if (build === 'relaxed' && process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd');
  const module = await WebAssembly.compile(new Uint8Array(await buildKernels({ relaxed: build === 'relaxed' })));
  return createCpuBackend(standaloneMemory(), module);
}

/** Calls an engine function as Python does; the test imports the operations (`../ops`). */
export function call(name: string, ...args: number[]): number {
  const found = exposedFunctions()[name];
  if (found === undefined) throw new Error(`the engine has no function ${name}`);
  return found(...args) as number;
}

/** How a tensor lies in memory: in order, with its dimensions reversed, or with gaps and an offset. */
export type Layout = 'dense' | 'transposed' | 'gaps';
export const LAYOUTS: readonly Layout[] = ['dense', 'transposed', 'gaps'];

function emptyOf(backend: CpuBackend, dtype: DType, sizes: Sizes, layout: Layout): Tensor {
  if (layout === 'transposed') {
    const reversed = emptyTensor([...sizes].reverse(), dtype, backend);
    return alias(reversed, sizes, [...reversed.strides].reverse(), 0);
  }
  if (layout === 'gaps' && sizes.length > 0) {
    const room = sizes.map((size, d) => (d === sizes.length - 1 ? 2 * size + 3 : size + 1));
    const strides = contiguousStrides(room).map((stride, d) => (d === sizes.length - 1 ? 2 : stride));
    return alias(emptyTensor(room, dtype, backend), sizes, strides, 3);
  }
  return emptyTensor(sizes, dtype, backend);
}

/** Values in row-major order; 16-bit floats are given as their bits. */
export function tensorOf(
  backend: CpuBackend,
  dtype: DType,
  sizes: Sizes,
  values: readonly (number | bigint)[] = [],
  layout: Layout = 'dense',
): Tensor {
  const tensor = emptyOf(backend, dtype, sizes, layout).retain();
  const width = bytesOf(dtype);
  const whole = alias(tensor, [tensor.storage.bytes / width], [1], 0);
  const memory = backend.read(whole);
  const view = new DataView(memory.buffer);
  const count = numelOf(sizes);
  for (let i = 0; i < count; i++) {
    let rest = i;
    let at = tensor.offset;
    for (let d = sizes.length - 1; d >= 0; d--) {
      const size = sizes[d] as number;
      at += (rest % size) * (tensor.strides[d] as number);
      rest = Math.floor(rest / size);
    }
    setElement(view, at * width, dtype, values[i] ?? 0);
  }
  backend.write(whole, memory);
  return tensor;
}

/** A row of numbers as Python has it: by its handle, which owns it. */
export function rowOf(backend: CpuBackend, dtype: DType, values: readonly number[]): number {
  const tensor = tensorOf(backend, dtype, [values.length], values);
  const handle = handleOf(tensor);
  tensor.release();
  return handle;
}

/** The numbers of the tensor with a handle. */
export const numbersBehind = (backend: CpuBackend, handle: number): number[] => numbersOf(backend, tensorWith(handle));

function setElement(view: DataView, at: number, dtype: DType, value: number | bigint): void {
  switch (dtype) {
    case 'float32':
      return view.setFloat32(at, Number(value), true);
    case 'float64':
      return view.setFloat64(at, Number(value), true);
    case 'int64':
      return view.setBigInt64(at, BigInt(value), true);
    case 'int32':
      return view.setInt32(at, Number(value), true);
    case 'float16':
    case 'bfloat16':
    case 'int16':
      return view.setUint16(at, Number(value), true);
    case 'int8':
    case 'uint8':
    case 'bool':
      return view.setUint8(at, Number(value));
  }
}

/** Elements in row-major order; int64 as numbers, 16-bit floats as their bits. */
export function numbersOf(backend: CpuBackend, tensor: Tensor): number[] {
  const bytes = backend.read(tensor);
  const { buffer } = bytes;
  switch (tensor.dtype) {
    case 'float32':
      return [...new Float32Array(buffer)];
    case 'float64':
      return [...new Float64Array(buffer)];
    case 'int64':
      return [...new BigInt64Array(buffer)].map(Number);
    case 'int32':
      return [...new Int32Array(buffer)];
    case 'int16':
      return [...new Int16Array(buffer)];
    case 'float16':
    case 'bfloat16':
      return [...new Uint16Array(buffer)];
    case 'int8':
      return [...new Int8Array(buffer)];
    case 'uint8':
    case 'bool':
      return [...bytes];
  }
}

/** A small generator of its own, so that a failure repeats: uniform in [low, high). */
export function randomNumbers(count: number, low: number, high: number, seed = 1): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return low + (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (high - low);
  });
}

/** The largest distance in units of the last place of the expected value; equal specials count 0, unequal infinity. */
export function distance(actual: readonly number[], expected: readonly number[], type: 'float32' | 'float64'): number {
  let worst = actual.length === expected.length ? 0 : Infinity;
  const [bits, least] = type === 'float32' ? [23, 2 ** -149] : [52, 2 ** -1074];
  for (let i = 0; i < expected.length; i++) {
    const x = actual[i] as number;
    const y = expected[i] as number;
    if (Object.is(x, y) || x === y) continue;
    const rounded = type === 'float32' ? Math.fround(y) : y;
    if (x === rounded) continue;
    if (!Number.isFinite(x) || !Number.isFinite(rounded)) worst = Infinity;
    else {
      const unit = Math.max(2 ** (Math.floor(Math.log2(Math.abs(y) || least)) - bits), least);
      worst = Math.max(worst, Math.abs(x - y) / unit);
    }
  }
  return worst;
}
