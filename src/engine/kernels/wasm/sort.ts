/** Stable merge sort of contiguous rows with positions; NaN is the largest value. */

/** Must x come before y? */
@inline
function before<T>(x: T, y: T, descending: i32): bool {
  if (descending) return x > y || (isFloat<T>() && x != x && y == y);
  return x < y || (isFloat<T>() && y != y && x == x);
}

const RUN = 16;

/** `workspace` holds n values and n positions. */
function sortRow<T>(values: usize, indices: usize, n: i32, descending: i32, workspace: usize): void {
  const size = sizeof<T>();
  for (let start = 0; start < n; start += RUN) {
    const end = min(n, start + RUN);
    for (let i = start + 1; i < end; i++) {
      const x = load<T>(values + i * size);
      const at = load<i64>(indices + (<usize>i << 3));
      let j = i;
      for (; j > start && before<T>(x, load<T>(values + (j - 1) * size), descending); j--) {
        store<T>(values + j * size, load<T>(values + (j - 1) * size));
        store<i64>(indices + (<usize>j << 3), load<i64>(indices + (<usize>(j - 1) << 3)));
      }
      store<T>(values + j * size, x);
      store<i64>(indices + (<usize>j << 3), at);
    }
  }
  let fromI = indices;
  let fromV = values;
  let toI = workspace;
  let toV = workspace + (<usize>n << 3);
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = min(n, start + width);
      const end = min(n, start + 2 * width);
      let i = start;
      let j = middle;
      for (let k = start; k < end; k++) {
        const right = j < end && (i >= middle || before<T>(load<T>(fromV + j * size), load<T>(fromV + i * size), descending));
        const p = right ? j++ : i++;
        store<T>(toV + k * size, load<T>(fromV + p * size));
        store<i64>(toI + (<usize>k << 3), load<i64>(fromI + (<usize>p << 3)));
      }
    }
    const v = fromV;
    fromV = toV;
    toV = v;
    const w = fromI;
    fromI = toI;
    toI = w;
  }
  if (fromV != values) {
    memory.copy(values, fromV, n * size);
    memory.copy(indices, fromI, <usize>n << 3);
  }
}

/** `values` holds the rows and is sorted in place; `indices` is written. */
function sort<T>(values: usize, indices: usize, rows: i32, n: i32, descending: i32, workspace: usize): void {
  for (let r = 0; r < rows; r++, values += n * sizeof<T>(), indices += <usize>n << 3) {
    for (let i = 0; i < n; i++) store<i64>(indices + (<usize>i << 3), i);
    sortRow<T>(values, indices, n, descending, workspace);
  }
}
export function sort_f32(values: usize, indices: usize, rows: i32, n: i32, descending: i32, workspace: usize): void { sort<f32>(values, indices, rows, n, descending, workspace); }
export function sort_f64(values: usize, indices: usize, rows: i32, n: i32, descending: i32, workspace: usize): void { sort<f64>(values, indices, rows, n, descending, workspace); }
export function sort_i32(values: usize, indices: usize, rows: i32, n: i32, descending: i32, workspace: usize): void { sort<i32>(values, indices, rows, n, descending, workspace); }
export function sort_i64(values: usize, indices: usize, rows: i32, n: i32, descending: i32, workspace: usize): void { sort<i64>(values, indices, rows, n, descending, workspace); }
