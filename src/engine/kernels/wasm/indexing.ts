/** Reading and writing by int64 positions. Positions are checked first (check_index); these kernels trust them. */
import { Scatter } from './opcodes';

/** The place of the first position outside [0, size), or -1. */
export function check_index(index: usize, count: i32, size: i32): i32 {
  for (let i = 0; i < count; i++) {
    const at = load<i64>(index + (<usize>i << 3));
    if (<u64>at >= <u64>size) return i;
  }
  return -1;
}

/** out[o, j, :] = source[o, index[j], :]; `row` is the innermost size in bytes. */
export function index_select(source: usize, index: usize, out: usize, outer: i32, n: i32, count: i32, row: usize): void {
  for (let o = 0; o < outer; o++, source += n * row) {
    for (let j = 0; j < count; j++, out += row) {
      const from = source + <usize>load<i64>(index + (<usize>j << 3)) * row;
      if (row == 4) store<u32>(out, load<u32>(from));
      else if (row == 8) store<u64>(out, load<u64>(from));
      else memory.copy(out, from, row);
    }
  }
}

/** out[o, index[j], :] = source[o, j, :]. */
export function index_set(out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, row: usize): void {
  for (let o = 0; o < outer; o++, out += n * row) {
    for (let j = 0; j < count; j++, source += row) memory.copy(out + <usize>load<i64>(index + (<usize>j << 3)) * row, source, row);
  }
}

@inline
function combine<T>(code: i32, p: usize, x: T): void {
  const y = load<T>(p);
  if (code == Scatter.add) store<T>(p, (y + x) as T);
  else if (code == Scatter.prod) store<T>(p, (y * x) as T);
  else if (code == Scatter.max) store<T>(p, max<T>(y, x));
  else if (code == Scatter.min) store<T>(p, min<T>(y, x));
  else store<T>(p, x);
}

/** out[o, index[j], i] op= source[o, j, i]; `n` is out's middle size. */
function indexCombine<T>(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, inner: i32): void {
  const row = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, out += n * row) {
    for (let j = 0; j < count; j++, source += row) {
      const to = out + <usize>load<i64>(index + (<usize>j << 3)) * row;
      let i: usize = 0;
      if (isFloat<T>() && sizeof<T>() == 4) {
        if (code == Scatter.add) {
          for (; i + 16 <= row; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(source + i)));
        }
      }
      for (; i < row; i += sizeof<T>()) combine<T>(code, to + i, load<T>(source + i));
    }
  }
}
export function index_combine_f32(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, inner: i32): void { indexCombine<f32>(code, out, index, source, outer, n, count, inner); }
export function index_combine_f64(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, inner: i32): void { indexCombine<f64>(code, out, index, source, outer, n, count, inner); }
export function index_combine_i32(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, inner: i32): void { indexCombine<i32>(code, out, index, source, outer, n, count, inner); }
export function index_combine_i64(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, count: i32, inner: i32): void { indexCombine<i64>(code, out, index, source, outer, n, count, inner); }

/** out[o, j, i] = source[o, index[o, j, i], i]. */
function gather<T>(source: usize, index: usize, out: usize, outer: i32, n: i32, inner: i32, sourceN: i32): void {
  const row = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, source += sourceN * row) {
    for (let j = 0; j < n; j++) {
      for (let i: usize = 0; i < row; i += sizeof<T>(), index += 8, out += sizeof<T>()) {
        store<T>(out, load<T>(source + <usize>load<i64>(index) * row + i));
      }
    }
  }
}
export function gather_8(source: usize, index: usize, out: usize, outer: i32, n: i32, inner: i32, sourceN: i32): void { gather<u8>(source, index, out, outer, n, inner, sourceN); }
export function gather_16(source: usize, index: usize, out: usize, outer: i32, n: i32, inner: i32, sourceN: i32): void { gather<u16>(source, index, out, outer, n, inner, sourceN); }
export function gather_32(source: usize, index: usize, out: usize, outer: i32, n: i32, inner: i32, sourceN: i32): void { gather<u32>(source, index, out, outer, n, inner, sourceN); }
export function gather_64(source: usize, index: usize, out: usize, outer: i32, n: i32, inner: i32, sourceN: i32): void { gather<u64>(source, index, out, outer, n, inner, sourceN); }

/** out[o, index[o, j, i], i] op= source[o, j, i]. */
function scatter<T>(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void {
  const row = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, out += outN * row) {
    for (let j = 0; j < n; j++) {
      for (let i: usize = 0; i < row; i += sizeof<T>(), index += 8, source += sizeof<T>()) {
        combine<T>(code, out + <usize>load<i64>(index) * row + i, load<T>(source));
      }
    }
  }
}
export function scatter_f32(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatter<f32>(code, out, index, source, outer, n, inner, outN); }
export function scatter_f64(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatter<f64>(code, out, index, source, outer, n, inner, outN); }
export function scatter_i32(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatter<i32>(code, out, index, source, outer, n, inner, outN); }
export function scatter_i64(code: i32, out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatter<i64>(code, out, index, source, outer, n, inner, outN); }

/** `set` alone, for narrow types. */
function scatterSet<T>(out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void {
  const row = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, out += outN * row) {
    for (let j = 0; j < n; j++) {
      for (let i: usize = 0; i < row; i += sizeof<T>(), index += 8, source += sizeof<T>()) {
        store<T>(out + <usize>load<i64>(index) * row + i, load<T>(source));
      }
    }
  }
}
export function scatter_set_8(out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatterSet<u8>(out, index, source, outer, n, inner, outN); }
export function scatter_set_16(out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatterSet<u16>(out, index, source, outer, n, inner, outN); }
export function scatter_set_32(out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatterSet<u32>(out, index, source, outer, n, inner, outN); }
export function scatter_set_64(out: usize, index: usize, source: usize, outer: i32, n: i32, inner: i32, outN: i32): void { scatterSet<u64>(out, index, source, outer, n, inner, outN); }

/** How many bytes are set; their positions go to `out` unless it is 0. */
export function nonzero(mask: usize, out: usize, n: i32): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (load<u8>(mask + i) == 0) continue;
    if (out) store<i64>(out + (<usize>count << 3), i);
    count++;
  }
  return count;
}
