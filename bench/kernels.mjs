/**
 * Times single kernels of the cpu device, without Python: `node bench/kernels.mjs [simd|relaxed]`. Medians; on a busy
 * machine compare ratios, not numbers.
 */
import { createServer } from 'vite';

const build = process.argv[2] ?? 'relaxed';
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
const { createTestBackend, randomNumbers, tensorOf } = await server.ssrLoadModule('/src/engine/cpu/harness.ts');
const { alias, drainScope } = await server.ssrLoadModule('/src/engine/core/tensor.ts');
const cpu = await createTestBackend(build);

/** @param {number[]} sizes */
const random = (...sizes) => {
  const count = sizes.reduce((product, size) => product * size, 1);
  return tensorOf(cpu, 'float32', sizes, randomNumbers(count, -1, 1, count));
};

/**
 * Milliseconds: the median of seven rounds of at least 30 ms.
 * @param {() => void} body
 */
function median(body) {
  for (let i = 0; i < 5; i++) body();
  let repeat = 1;
  const round = () => {
    const start = performance.now();
    for (let i = 0; i < repeat; i++) body();
    return performance.now() - start;
  };
  while (round() < 30) repeat *= 2;
  const times = Array.from({ length: 7 }, () => round() / repeat).sort((x, y) => x - y);
  return times[3] ?? NaN;
}

/**
 * @param {string} name
 * @param {() => void} body
 * @param {number} [operations]
 */
function report(name, body, operations) {
  const ms = median(body);
  const rate = operations === undefined ? '' : `${(operations / ms / 1e6).toFixed(1)} G/s`;
  console.log(name.padEnd(34), `${ms.toFixed(5)} ms`.padStart(14), rate.padStart(12));
  drainScope();
}

/**
 * @param {number} m
 * @param {number} n
 * @param {number} k
 * @param {boolean} transposeA
 * @param {boolean} transposeB
 */
function gemm(m, n, k, transposeA, transposeB) {
  const a = random(m, k);
  const b = random(k, n);
  const out = random(m, n);
  const layout = { m, n, k, transposeA, transposeB, lda: transposeA ? m : k, ldb: transposeB ? k : n, ldc: n };
  const form = `gemm ${transposeA ? 'T' : 'N'}${transposeB ? 'T' : 'N'} ${m}x${k}x${n}`;
  const body = () => cpu.gemm(a, 0, b, 0, null, out, 0, { ...layout, accumulate: false, relu: false });
  report(form, body, 2 * m * n * k);
}

console.log(`kernels, ${build} build`);
// The chapter's MLP: forward (weights are [out, in]), input gradient, weight gradient.
gemm(32, 128, 784, false, false);
gemm(32, 128, 784, false, true);
gemm(128, 784, 32, true, false);
gemm(32, 128, 128, false, true);
gemm(32, 128, 128, false, false);
gemm(32, 10, 128, false, true);
gemm(32, 128, 10, false, false);
gemm(10, 128, 32, true, false);
gemm(256, 128, 784, false, true);
for (const ta of [false, true]) for (const tb of [false, true]) gemm(1000, 1000, 1000, ta, tb);
gemm(64, 576, 64, false, false);

const million = random(1000, 1000);
const other = random(1000, 1000);
const out = random(1000, 1000);
const row = random(1000);
const mask = tensorOf(cpu, 'bool', [1000, 1000]);
report('add 1e6', () => cpu.binary('add', million, other, out, 1, 0), 1e6);
report('add 1e6 + row', () => cpu.binary('add', million, row, out, 1, 0), 1e6);
for (const op of ['relu', 'exp', 'log', 'tanh', 'sigmoid', 'gelu', 'sin', 'lgamma']) {
  report(`${op} 1e6`, () => cpu.unary(op, million, out, 0, 0), 1e6);
}
report('gt 1e6', () => cpu.compare('gt', million, other, mask), 1e6);
report('sum 1e6', () => cpu.reduce('sum', million, row, { outer: 1, n: 1e6, inner: 1 }), 1e6);
report('sum 1000x1000 over rows', () => cpu.reduce('sum', million, row, { outer: 1, n: 1000, inner: 1000 }), 1e6);
report('max 1000x1000 over columns', () => cpu.reduce('max', million, row, { outer: 1000, n: 1000, inner: 1 }), 1e6);
const transposed = alias(million, [1000, 1000], [1, 1000], 0).retain();
report('transpose 1000x1000', () => cpu.copy(transposed, out), 1e6);

const logits = random(32, 10);
const probabilities = random(32, 10);
const losses = random(32);
const labels = tensorOf(
  cpu,
  'int64',
  [32],
  Array.from({ length: 32 }, (_, i) => i % 10),
);
report('softmax 32x10', () => cpu.softmax(logits, probabilities, false, { outer: 32, n: 10, inner: 1 }), 320);
report('cross entropy 32x10', () => cpu.crossEntropy(logits, labels, losses, probabilities, -100), 320);
const tiny = random(2);
report('add 2 elements', () => cpu.binary('add', tiny, tiny, tiny, 1, 0));
const wide = random(32, 128);
const bias = random(128);
report('add 32x128 + bias', () => cpu.binary('add', wide, bias, wide, 1, 0), 32 * 128);

const shapes = [[128, 784], [128], [128, 128], [128], [10, 128], [10]];
const list = () => shapes.map((sizes) => random(...sizes));
const [parameters, grads, means, squares] = [list(), list(), list(), shapes.map((s) => tensorOf(cpu, 'float32', s))];
const adam = {
  lr: 1e-3,
  beta1: 0.9,
  beta2: 0.999,
  eps: 1e-8,
  weightDecay: 0,
  decoupled: false,
  maximize: false,
  step: 9,
};
report('adam 118,282', () => cpu.adam(parameters, grads, means, squares, null, adam), 118_282);

const images = random(8, 16, 28, 28);
const columns = random(16 * 9, 28 * 28);
const window = { kernel: [3, 3], stride: [1, 1], padding: [1, 1], dilation: [1, 1] };
report('unfold 3x3 of 16x28x28', () => cpu.unfold2d(images, 0, columns, window), 16 * 9 * 784);
const sorted = random(1000, 1000);
const order = tensorOf(cpu, 'int64', [1000, 1000]);
report('sort 1000x1000', () => cpu.sort(million, sorted, order, false), 1e6);
await server.close();
