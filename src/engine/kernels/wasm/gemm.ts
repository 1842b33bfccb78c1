/** Matrix multiplication of integers, and of small float64 matrices: plain loops with B's rows or columns innermost, no blocking. */

export function gemmPlain<T>(
  ta: i32, tb: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, n: i32, k: i32, bias: usize, accumulate: i32, relu: i32,
): void {
  const size = sizeof<T>();
  const am = ta ? size : lda * size;
  const ak = ta ? lda * size : size;
  const bk = tb ? size : ldb * size;
  const bn = tb ? ldb * size : size;
  for (let i = 0; i < m; i++) {
    const row = c + i * ldc * size;
    for (let j = 0; j < n; j++) {
      const to = row + j * size;
      // Four columns share the loads of A.
      if (j + 4 <= n) {
        let s0 = 0 as T, s1 = 0 as T, s2 = 0 as T, s3 = 0 as T;
        let p = a + i * am;
        let q = b + j * bn;
        for (let x = 0; x < k; x++, p += ak, q += bk) {
          const value = load<T>(p);
          s0 += value * load<T>(q);
          s1 += value * load<T>(q + bn);
          s2 += value * load<T>(q + 2 * bn);
          s3 += value * load<T>(q + 3 * bn);
        }
        put<T>(to, s0, bias ? bias + j * size : 0, accumulate, relu);
        put<T>(to + size, s1, bias ? bias + (j + 1) * size : 0, accumulate, relu);
        put<T>(to + 2 * size, s2, bias ? bias + (j + 2) * size : 0, accumulate, relu);
        put<T>(to + 3 * size, s3, bias ? bias + (j + 3) * size : 0, accumulate, relu);
        j += 3;
      } else {
        let s = 0 as T;
        let p = a + i * am;
        let q = b + j * bn;
        for (let x = 0; x < k; x++, p += ak, q += bk) s += load<T>(p) * load<T>(q);
        put<T>(to, s, bias ? bias + j * size : 0, accumulate, relu);
      }
    }
  }
}

@inline
export function put<T>(c: usize, s: T, bias: usize, accumulate: i32, relu: i32): void {
  if (bias) s += load<T>(bias);
  if (accumulate) s += load<T>(c);
  if (relu && s < (0 as T)) s = 0 as T;
  store<T>(c, s);
}

export function gemm_i32(ta: i32, tb: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32, bias: usize, accumulate: i32, relu: i32): void {
  gemmPlain<i32>(ta, tb, a, lda, b, ldb, c, ldc, m, n, k, bias, accumulate, relu);
}
export function gemm_i64(ta: i32, tb: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32, bias: usize, accumulate: i32, relu: i32): void {
  gemmPlain<i64>(ta, tb, a, lda, b, ldb, c, ldc, m, n, k, bias, accumulate, relu);
}
