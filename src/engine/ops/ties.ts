/** Sorting and selection whose order of equal elements is PyTorch's on the CPU; on the GPU equal elements keep their order. */
import { track } from '../core/autograd';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { wrapDim } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { clone, converted, full, packed, writeNumbers, zerosLike } from './create';
import { gather, scatterOut } from './indexing';
import { sort, topk } from './ordering';
import { nthElement, partialSort, quickSelect, standardSort, type Before } from './standard-order';
import { transpose } from './view';

/** The rows along a dimension as numbers. */
function rowsOf(a: Tensor, d: number): { rows: Float64Array; n: number } | null {
  if (a.device !== 'cpu') return null;
  const shown = alias(a, a.sizes, a.strides, a.offset);
  const last = a.rank - 1;
  const bytes = a.backend.read(packed(converted(d === last ? shown : transpose(shown, d, last), 'float64')));
  if (!(bytes instanceof Uint8Array)) return null;
  return { rows: new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8), n: a.sizes[d] as number };
}

/** NaN is the largest value. */
const rising =
  (row: Float64Array): Before =>
  (x, y) => {
    const [a, b] = [row[x] as number, row[y] as number];
    return a < b || (Number.isNaN(b) && !Number.isNaN(a));
  };
const falling =
  (row: Float64Array): Before =>
  (x, y) => {
    const [a, b] = [row[x] as number, row[y] as number];
    return a > b || (Number.isNaN(a) && !Number.isNaN(b));
  };

function hasTies(rows: Float64Array, n: number): boolean {
  for (let start = 0; start < rows.length; start += n) {
    if (new Set(rows.subarray(start, start + n)).size < n) return true;
  }
  return false;
}

/** Positions, `count` of each row, chosen by `choose`; laid out as the tensor with `count` along dimension d. */
function choosePositions(
  a: Tensor,
  d: number,
  { rows, n }: { rows: Float64Array; n: number },
  count: number,
  choose: (row: Float64Array, order: Int32Array) => ArrayLike<number>,
): Tensor {
  const lanes = n === 0 ? 0 : rows.length / n;
  const numbers = new Float64Array(lanes * count);
  for (let lane = 0; lane < lanes; lane++) {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    const chosen = choose(rows.subarray(lane * n, lane * n + n), order);
    for (let i = 0; i < count; i++) numbers[lane * count + i] = chosen[i] as number;
  }
  const last = a.rank - 1;
  const sizes: number[] = [...a.sizes];
  [sizes[d], sizes[last]] = [sizes[last] as number, count];
  const out = emptyTensor(sizes, 'int64', a.backend);
  writeNumbers(out, numbers);
  return d === last ? out : packed(transpose(out, d, last));
}

/** torch.sort without `stable`: std::sort, which leaves up to 16 elements in order. */
function sortWithTies(a: Tensor, dim: number, descending: boolean): [Tensor, Tensor] {
  const d = wrapDim(dim, a.rank);
  const found = a.rank > 0 && (a.sizes[d] as number) > 16 ? rowsOf(a, d) : null;
  if (found === null || !hasTies(found.rows, found.n)) return sort(a, dim, descending);
  const at = choosePositions(a, d, found, found.n, (row, order) => {
    standardSort(order, 0, order.length, descending ? falling(row) : rising(row));
    return order;
  });
  const out = gather(alias(a, a.sizes, a.strides, a.offset), d, at);
  track([out, at], 'SortBackward0', [a], [at], ([grad], [chosen]) =>
    grad && chosen ? [scatterOut('add', zerosLike(grad), d, chosen, grad)] : [],
  );
  return [out, at];
}

/** torch.topk: a heap when few are wanted of many, else std::nth_element and std::sort (TopKImpl.h). */
function topkWithTies(a: Tensor, k: number, dim: number, largest: boolean, sorted: boolean): [Tensor, Tensor] {
  const d = wrapDim(dim, a.rank);
  check(k >= 0 && k <= (a.rank === 0 ? 1 : (a.sizes[d] as number)), () => 'selected index k out of range');
  if (a.rank === 0) return [clone(a), full([], 0, 'int64', a.backend)];
  const found = k > 0 ? rowsOf(a, d) : null;
  if (found === null || (sorted && !hasTies(found.rows, found.n))) return topk(a, k, dim, largest);
  const at = choosePositions(a, d, found, k, (row, order) => {
    const before = largest ? falling(row) : rising(row);
    const n = order.length;
    if (k * 64 <= n) partialSort(order, 0, k, n, before);
    else {
      nthElement(order, 0, k - 1, n, before);
      if (sorted) standardSort(order, 0, k - 1, before);
    }
    return order;
  });
  const out = gather(a, d, at);
  if (out.node !== null) (out.node as { name: string }).name = 'TopkBackward0';
  return [out, at];
}

/** What PyTorch calls the mode: the last of the most frequent value in std::sort's order. */
function modeOf(row: Float64Array, order: Int32Array): number {
  standardSort(order, 0, order.length, rising(row));
  let [best, most, count] = [0, 0, 0];
  order.forEach((position, i) => {
    count++;
    const next = order[i + 1];
    if (next !== undefined && row[next] === row[position]) return;
    if (count > most) [best, most] = [position, count];
    count = 0;
  });
  return best;
}

/** Positions of the k-th smallest (kind 0), the median (1) or the mode (2) along a dimension, which keeps size 1. */
expose('selected_position', 'tiii', (a: Tensor, dim: number, kind: number, k: number) => {
  const d = wrapDim(dim, a.rank);
  if (a.rank === 0) return full([], 0, 'int64', a.backend);
  const found = rowsOf(a, d);
  check(found !== null, () => 'kthvalue, median and mode with positions need a cpu tensor', 'NotImplementedError');
  if (found === null) return undefined;
  return choosePositions(a, d, found, 1, (row, order) => {
    if (kind === 2) return [modeOf(row, order)];
    if (kind === 0) return [quickSelect(order, k - 1, (x, y) => rising(row)(y, x))];
    const nan = row.findIndex(Number.isNaN);
    if (nan >= 0) return [nan];
    const middle = (order.length - 1) >> 1;
    const before = rising(row);
    nthElement(order, 0, middle, order.length, (x, y) => before(x, y) || (x < y && !before(y, x)));
    return [order[middle] as number];
  });
});
expose('sort_with_ties', 'tib', sortWithTies);
expose('topk_with_ties', 'tiibb', topkWithTies);
