/** The kernels of a compiled module, grouped by family and compute type; says nothing of tensors. */
import type { ComputeType } from '../core/dtype';

type FloatType = 'float32' | 'float64';
export type ByCompute<F> = Readonly<Record<ComputeType, F>>;
export type ByFloat<F> = Readonly<Record<FloatType, F>>;
/** By the bytes of an element. */
export type ByWidth<F> = Readonly<Record<1 | 2 | 4 | 8, F>>;

// Pointers and counts are numbers; s… are byte strides; `desc` is a descriptor (kernels/wasm/support.ts).
type UnaryFlat = (
  code: number,
  a: number,
  sa: number,
  out: number,
  so: number,
  n: number,
  p0: number,
  p1: number,
) => void;
type UnaryNd = (code: number, a: number, out: number, desc: number, p0: number, p1: number) => void;
type TestFlat = (code: number, a: number, sa: number, out: number, so: number, n: number) => void;
type TestNd = (code: number, a: number, out: number, desc: number) => void;
type PairFlat<Rest extends number[]> = (
  ...args: [
    code: number,
    a: number,
    sa: number,
    b: number,
    sb: number,
    out: number,
    so: number,
    n: number,
    ...rest: Rest,
  ]
) => void;
type PairNd<Rest extends number[]> = (
  ...args: [code: number, a: number, b: number, out: number, desc: number, ...rest: Rest]
) => void;
type Reduce = (code: number, a: number, out: number, outer: number, n: number, inner: number) => void;
type Position = (
  smallest: number,
  a: number,
  values: number,
  at: number,
  outer: number,
  n: number,
  inner: number,
) => void;
type Variance = (
  ...args: [a: number, mean: number, variance: number, correction: number, outer: number, n: number, inner: number]
) => void;
type LstmStep = (
  ...args: [gates: number, cell: number, next: number, hidden: number, rows: number, width: number]
) => void;
type LstmStepBackward = (
  ...args: [
    gates: number,
    cell: number,
    next: number,
    gradHidden: number,
    gradCell: number,
    gradGates: number,
    rows: number,
    width: number,
  ]
) => void;
type GruStep = (
  ...args: [inputs: number, state: number, hidden: number, gates: number, next: number, rows: number, width: number]
) => void;
type GruStepBackward = (
  ...args: [
    gates: number,
    state: number,
    hidden: number,
    grad: number,
    gradHidden: number,
    gradInputs: number,
    gradState: number,
    rows: number,
    width: number,
  ]
) => void;
type Scan = (code: number, a: number, out: number, at: number, outer: number, n: number, inner: number) => void;
type Softmax = (a: number, out: number, log: number, outer: number, n: number, inner: number) => void;
type SoftmaxBackward = (
  g: number,
  y: number,
  out: number,
  log: number,
  outer: number,
  n: number,
  inner: number,
) => void;
type CrossEntropy = (
  ...args: [x: number, labels: number, losses: number, y: number, rows: number, columns: number, ignored: number]
) => number;
type CrossEntropyBackward = (
  ...args: [
    y: number,
    labels: number,
    scale: number,
    step: number,
    share: number,
    out: number,
    rows: number,
    columns: number,
    ignored: number,
  ]
) => void;
type KeptMean = (
  ...args: [losses: number, labels: number, mean: number, share: number, rows: number, ignored: number]
) => void;
type Combine = (
  ...args: [
    code: number,
    out: number,
    at: number,
    source: number,
    outer: number,
    n: number,
    count: number,
    inner: number,
  ]
) => void;
type Gather = (
  ...args: [source: number, at: number, out: number, outer: number, n: number, inner: number, sourceN: number]
) => void;
type Scatter = (
  ...args: [
    code: number,
    out: number,
    at: number,
    source: number,
    outer: number,
    n: number,
    inner: number,
    outN: number,
  ]
) => void;
type ScatterSet = (
  ...args: [out: number, at: number, source: number, outer: number, n: number, inner: number, outN: number]
) => void;
type Rows = (source: number, at: number, out: number, outer: number, n: number, count: number, row: number) => void;
type Sort = (values: number, at: number, rows: number, n: number, descending: number, workspace: number) => void;
type GemmArguments = [
  ...[ta: number, tb: number, a: number, lda: number, b: number, ldb: number, c: number, ldc: number],
  ...[m: number, n: number, k: number, bias: number, accumulate: number, relu: number],
];
type AvgPool = (a: number, out: number, planes: number, geometry: number, includePad: number, divisor: number) => void;
type Adam = (
  ...args: [
    ...[table: number, count: number, lr: number, beta1: number, beta2: number, eps: number, weightDecay: number],
    ...[decoupled: number, correction1: number, rootCorrection2: number, maximize: number],
  ]
) => void;
type Sgd = (
  ...args: [
    ...[table: number, count: number, lr: number, momentum: number, dampening: number, weightDecay: number],
    ...[nesterov: number, maximize: number, first: number],
  ]
) => void;

type Groups = [groups: number, groupStep: number, parts: number, partStep: number, run: number];
type Normalize = (
  ...args: [x: number, out: number, means: number, variances: number, inverses: number, ...groups: Groups, eps: number]
) => void;
type NormalizeBackward = (...args: [g: number, y: number, inverses: number, out: number, ...groups: Groups]) => void;

export interface Kernels {
  /** Whether a kernel met something to report since the last call: an integer division by zero. */
  readonly takeFlag: () => number;
  readonly unary: ByCompute<UnaryFlat>;
  readonly unaryNd: ByCompute<UnaryNd>;
  readonly test: ByCompute<TestFlat>;
  readonly testNd: ByCompute<TestNd>;
  readonly binary: ByCompute<PairFlat<[p0: number, p1: number]>>;
  readonly binaryNd: ByCompute<PairNd<[p0: number, p1: number]>>;
  readonly compare: ByCompute<PairFlat<[]>>;
  readonly compareNd: ByCompute<PairNd<[]>>;
  readonly where: ByWidth<(condition: number, a: number, b: number, out: number, desc: number) => void>;
  readonly copy: (types: number, a: number, sa: number, out: number, so: number, n: number) => void;
  readonly copyNd: (types: number, a: number, out: number, desc: number) => void;
  readonly fill: (width: number, value: number, out: number, so: number, n: number) => void;
  readonly fillNd: (width: number, value: number, out: number, desc: number) => void;
  readonly transpose32: (a: number, lda: number, out: number, ldo: number, rows: number, columns: number) => void;
  readonly reduce: ByCompute<Reduce>;
  readonly reduceBool: (all: number, a: number, out: number, outer: number, n: number, inner: number) => void;
  readonly position: ByCompute<Position>;
  readonly variance: ByFloat<Variance>;
  readonly scan: ByCompute<Scan>;
  readonly softmax: ByFloat<Softmax>;
  readonly softmaxBackward: ByFloat<SoftmaxBackward>;
  readonly crossEntropy: ByFloat<CrossEntropy>;
  readonly keptMean: ByFloat<KeptMean>;
  readonly crossEntropyBackward: ByFloat<CrossEntropyBackward>;
  readonly checkIndex: (index: number, count: number, size: number) => number;
  readonly indexSelect: Rows;
  readonly indexSet: Rows;
  readonly indexCombine: ByCompute<Combine>;
  readonly gather: ByWidth<Gather>;
  readonly scatter: ByCompute<Scatter>;
  readonly scatterSet: ByWidth<ScatterSet>;
  readonly nonzero: (mask: number, out: number, n: number) => number;
  readonly sort: ByCompute<Sort>;
  /** Those of the floating types take a workspace of gemmWorkspace(m, n, k) bytes; the others ignore it. */
  readonly gemm: ByCompute<(...args: [...GemmArguments, workspace: number]) => void>;
  readonly gemmWorkspace: ByFloat<(m: number, n: number, k: number) => number>;
  readonly unfold: ByFloat<(image: number, columns: number, channels: number, geometry: number) => void>;
  readonly fold: ByFloat<(columns: number, image: number, channels: number, geometry: number) => void>;
  readonly maxPool: ByFloat<(a: number, out: number, at: number, planes: number, geometry: number) => void>;
  readonly maxPoolBackward: ByFloat<
    (grad: number, at: number, out: number, planes: number, count: number, area: number) => void
  >;
  readonly avgPool: ByFloat<AvgPool>;
  readonly avgPoolBackward: ByFloat<AvgPool>;
  readonly normalize: ByFloat<Normalize>;
  readonly normalizeBackward: ByFloat<NormalizeBackward>;
  readonly lstmStep: LstmStep;
  readonly lstmStepBackward: LstmStepBackward;
  readonly gruStep: GruStep;
  readonly gruStepBackward: GruStepBackward;
  readonly adam: ByFloat<Adam>;
  readonly sgd: ByFloat<Sgd>;
}

function bind(exports: WebAssembly.Exports): Kernels {
  // The cast to F is where WASM's untyped functions get the signatures above; unit tests call every one of them.
  const one = <F>(name: string): F => {
    const kernel = exports[name];
    if (typeof kernel !== 'function') throw new Error(`the kernels have no function ${name}`);
    return kernel as F;
  };
  const byFloat = <F>(name: string): ByFloat<F> => ({ float32: one(`${name}_f32`), float64: one(`${name}_f64`) });
  const byCompute = <F>(name: string): ByCompute<F> => ({
    ...byFloat<F>(name),
    int64: one(`${name}_i64`),
    int32: one(`${name}_i32`),
  });
  const byWidth = <F>(name: string): ByWidth<F> => ({
    1: one(`${name}_8`),
    2: one(`${name}_16`),
    4: one(`${name}_32`),
    8: one(`${name}_64`),
  });
  return {
    takeFlag: one('takeFlag'),
    unary: byCompute('unary'),
    unaryNd: byCompute('unary_nd'),
    test: byCompute('test'),
    testNd: byCompute('test_nd'),
    binary: byCompute('binary'),
    binaryNd: byCompute('binary_nd'),
    compare: byCompute('compare'),
    compareNd: byCompute('compare_nd'),
    where: byWidth('where'),
    copy: one('copy'),
    copyNd: one('copy_nd'),
    fill: one('fill'),
    fillNd: one('fill_nd'),
    transpose32: one('transpose_32'),
    reduce: byCompute('reduce'),
    reduceBool: one('reduce_bool'),
    position: byCompute('position'),
    variance: byFloat('variance'),
    scan: byCompute('scan'),
    softmax: byFloat('softmax'),
    softmaxBackward: byFloat('softmax_backward'),
    crossEntropy: byFloat('cross_entropy'),
    keptMean: byFloat('kept_mean'),
    crossEntropyBackward: byFloat('cross_entropy_backward'),
    checkIndex: one('check_index'),
    indexSelect: one('index_select'),
    indexSet: one('index_set'),
    indexCombine: byCompute('index_combine'),
    gather: byWidth('gather'),
    scatter: byCompute('scatter'),
    scatterSet: byWidth('scatter_set'),
    nonzero: one('nonzero'),
    sort: byCompute('sort'),
    gemm: byCompute('gemm'),
    gemmWorkspace: byFloat('gemm_workspace'),
    unfold: byFloat('unfold'),
    fold: byFloat('fold'),
    maxPool: byFloat('max_pool'),
    maxPoolBackward: byFloat('max_pool_backward'),
    avgPool: byFloat('avg_pool'),
    avgPoolBackward: byFloat('avg_pool_backward'),
    normalize: byFloat('normalize'),
    normalizeBackward: byFloat('normalize_backward'),
    lstmStep: one('lstm_step'),
    lstmStepBackward: one('lstm_step_backward'),
    gruStep: one('gru_step'),
    gruStepBackward: one('gru_step_backward'),
    adam: byFloat('adam'),
    sgd: byFloat('sgd'),
  };
}

/** The mathematical functions that the kernels import. */
const MATH = {
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  pow: (x: number, y: number): number => x ** y,
  atan2: Math.atan2,
  hypot: (x: number, y: number): number => Math.hypot(x, y),
};

export async function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, { env: { memory, ...MATH } });
  return bind(instance.exports);
}
