/**
 * The orders in which the C++ standard library leaves equal elements: PyTorch's CPU sort, topk, median and mode pass them
 * on, so equal values appear at the same positions here. Algorithms of GNU libstdc++ (bits/stl_algo.h, bits/stl_heap.h:
 * introsort after Musser, 1997) on positions; PyTorch's quick select for kthvalue.
 */

/** Must position x come before position y? */
export type Before = (x: number, y: number) => boolean;

const SMALL = 16;
const at = (list: Int32Array, i: number): number => list[i] as number;

function swap(list: Int32Array, i: number, j: number): void {
  const held = at(list, i);
  list[i] = at(list, j);
  list[j] = held;
}

function medianToFirst(list: Int32Array, result: number, a: number, b: number, c: number, before: Before): void {
  const less = (i: number, j: number): boolean => before(at(list, i), at(list, j));
  if (less(a, b)) swap(list, result, less(b, c) ? b : less(a, c) ? c : a);
  else swap(list, result, less(a, c) ? a : less(b, c) ? c : b);
}

function partition(list: Int32Array, first: number, last: number, before: Before): number {
  medianToFirst(list, first, first + 1, first + ((last - first) >> 1), last - 1, before);
  const pivot = at(list, first);
  let [low, high] = [first + 1, last];
  for (;;) {
    while (before(at(list, low), pivot)) low++;
    high--;
    while (before(pivot, at(list, high))) high--;
    if (low >= high) return low;
    swap(list, low, high);
    low++;
  }
}

function insertUnguarded(list: Int32Array, position: number, before: Before): void {
  const value = at(list, position);
  let hole = position;
  for (; before(value, at(list, hole - 1)); hole--) list[hole] = at(list, hole - 1);
  list[hole] = value;
}

function insertionSort(list: Int32Array, first: number, last: number, before: Before): void {
  for (let i = first + 1; i < last; i++) {
    const value = at(list, i);
    if (before(value, at(list, first))) {
      list.copyWithin(first + 1, first, i);
      list[first] = value;
    } else insertUnguarded(list, i, before);
  }
}

const depthOf = (count: number): number => 2 * (31 - Math.clz32(Math.max(1, count)));

/** std::sort of positions [first, last). */
export function standardSort(list: Int32Array, first: number, last: number, before: Before): void {
  if (last - first < 2) return;
  introsort(list, first, last, depthOf(last - first), before);
  insertionSort(list, first, Math.min(last, first + SMALL), before);
  for (let i = first + SMALL; i < last; i++) insertUnguarded(list, i, before);
}

function introsort(list: Int32Array, first: number, end: number, depth: number, before: Before): void {
  let last = end;
  for (let left = depth; last - first > SMALL; left--) {
    if (left === 0) return partialSort(list, first, last, last, before);
    const cut = partition(list, first, last, before);
    introsort(list, cut, last, left - 1, before);
    last = cut;
  }
}

/** std::nth_element. */
export function nthElement(list: Int32Array, start: number, nth: number, end: number, before: Before): void {
  let [first, last] = [start, end];
  if (first === last || nth === last) return;
  for (let left = depthOf(last - first); last - first > 3; left--) {
    if (left === 0) {
      heapSelect(list, first, nth + 1, last, before);
      return swap(list, first, nth);
    }
    const cut = partition(list, first, last, before);
    if (cut <= nth) first = cut;
    else last = cut;
  }
  insertionSort(list, first, last, before);
}

// ------------------------------------------------------------------ heaps

function pushDown(list: Int32Array, first: number, start: number, length: number, value: number, before: Before): void {
  let [hole, child] = [start, start];
  while (child < (length - 1) >> 1) {
    child = 2 * (child + 1);
    if (before(at(list, first + child), at(list, first + child - 1))) child--;
    list[first + hole] = at(list, first + child);
    hole = child;
  }
  if ((length & 1) === 0 && child === (length - 2) >> 1) {
    child = 2 * (child + 1);
    list[first + hole] = at(list, first + child - 1);
    hole = child - 1;
  }
  for (let parent = (hole - 1) >> 1; hole > start && before(at(list, first + parent), value);) {
    list[first + hole] = at(list, first + parent);
    hole = parent;
    parent = (hole - 1) >> 1;
  }
  list[first + hole] = value;
}

function popTo(list: Int32Array, first: number, last: number, result: number, before: Before): void {
  const value = at(list, result);
  list[result] = at(list, first);
  pushDown(list, first, 0, last - first, value, before);
}

function heapSelect(list: Int32Array, first: number, middle: number, last: number, before: Before): void {
  const length = middle - first;
  for (let parent = (length - 2) >> 1; parent >= 0; parent--) {
    pushDown(list, first, parent, length, at(list, first + parent), before);
  }
  for (let i = middle; i < last; i++) if (before(at(list, i), at(list, first))) popTo(list, first, middle, i, before);
}

/** std::partial_sort. */
export function partialSort(list: Int32Array, first: number, middle: number, last: number, before: Before): void {
  heapSelect(list, first, middle, last, before);
  for (let end = middle; end - first > 1;) {
    end--;
    popTo(list, first, end, end, before);
  }
}

// ------------------------------------------------------------------ PyTorch's own selection

/** The position of the k-th smallest (aten/src/ATen/native/Sorting.cpp, quick_select_template). */
export function quickSelect(list: Int32Array, k: number, after: Before): number {
  let [low, high] = [0, list.length - 1];
  const greater = (i: number, j: number): boolean => after(at(list, i), at(list, j));
  while (high > low) {
    if (high === low + 1) {
      if (greater(low, high)) swap(list, low, high);
      break;
    }
    swap(list, low + ((high - low) >> 1), low + 1);
    if (greater(low + 1, high)) swap(list, low + 1, high);
    if (greater(low, high)) swap(list, low, high);
    if (greater(low + 1, low)) swap(list, low + 1, low);
    let [i, j] = [low + 1, high];
    const pivot = at(list, low);
    for (;;) {
      do i++;
      while (after(pivot, at(list, i)));
      do j--;
      while (after(at(list, j), pivot));
      if (j < i) break;
      swap(list, i, j);
    }
    swap(list, low, j);
    if (j <= k) low = i;
    if (j >= k) high = j - 1;
  }
  return at(list, k);
}
