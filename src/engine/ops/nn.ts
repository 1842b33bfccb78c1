/** What neural networks need beyond arithmetic: convolution, pooling and normalisation. */
import { track } from '../core/autograd';
import type { Gemm, Window2d } from '../core/backend';
import { bytesOf, cNameOf, computeTypeOf, scalarName } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import { formatSizes, numelOf, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, packed, zeros } from './create';
import { add, mul, named, plus, rsqrt, sub } from './math';
import { mean, variance } from './reduce';
import { reshape } from './view';

// ------------------------------------------------------------------ convolution

interface Convolution extends Window2d {
  readonly groups: number;
}

/** Output length along one dimension. */
const outLength = (size: number, d: 0 | 1, { kernel, stride, padding, dilation }: Window2d): number =>
  Math.floor((size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1;

/**
 * Convolution, its gradient by input and its gradient by weight are bilinear in their two operands, and the derivatives
 * of each are the other two: so each is one operation, and second derivatives come for free. Shapes: image [N, C, H, W],
 * weight [O, C / groups, kh, kw], output [N, O, oh, ow].
 */
export function convolve(image: Tensor, weight: Tensor, conv: Convolution): Tensor {
  const [n, , height, width] = image.sizes as [number, number, number, number];
  const out = emptyTensor(
    [n, weight.sizes[0] as number, outLength(height, 0, conv), outLength(width, 1, conv)],
    image.dtype,
    image.backend,
  );
  eachGroupOfImages(image, weight, out, conv, 'output');
  return track(out, 'ConvolutionBackward0', [image, weight], [image, weight], ([grad], [x, w], needs) =>
    grad && x && w
      ? [
          needs[0] === true ? convolveInput(grad, w, x.sizes, conv) : null,
          needs[1] === true ? convolveWeight(x, grad, w.sizes, conv) : null,
        ]
      : [],
  );
}

/** The image whose convolution has gradient `grad`: transposed convolution. */
function convolveInput(grad: Tensor, weight: Tensor, imageSizes: Sizes, conv: Convolution): Tensor {
  const out = zeros(imageSizes, grad.dtype, grad.backend);
  eachGroupOfImages(out, weight, grad, conv, 'image');
  return track(out, 'ConvolutionBackward0', [grad, weight], [grad, weight], ([upstream], [g, w], needs) =>
    upstream && g && w
      ? [
          needs[0] === true ? convolve(upstream, w, conv) : null,
          needs[1] === true ? convolveWeight(upstream, g, w.sizes, conv) : null,
        ]
      : [],
  );
}

function convolveWeight(image: Tensor, grad: Tensor, weightSizes: Sizes, conv: Convolution): Tensor {
  const out = zeros(weightSizes, grad.dtype, grad.backend);
  eachGroupOfImages(image, out, grad, conv, 'weight');
  return track(out, 'ConvolutionBackward0', [image, grad], [image, grad], ([upstream], [x, g], needs) =>
    upstream && x && g
      ? [
          needs[0] === true ? convolveInput(g, upstream, x.sizes, conv) : null,
          needs[1] === true ? convolve(x, upstream, conv) : null,
        ]
      : [],
  );
}

/** As many images at a time as the backend likes through their columns [C·kh·kw, oh·ow]: the third of image, weight and output is written. */
function eachGroupOfImages(
  image: Tensor,
  weight: Tensor,
  output: Tensor,
  conv: Convolution,
  written: 'image' | 'weight' | 'output',
): void {
  const { backend } = image;
  const compute = computeTypeOf(image.dtype);
  const ready = (a: Tensor): Tensor => packed(converted(a, compute));
  const [x, w, y] = [ready(image), ready(weight), ready(output)];
  const [n, channels] = x.sizes as [number, number];
  const [outChannels, perGroup] = w.sizes as [number, number];
  const { groups } = conv;
  const area = numelOf(y.sizes.slice(2));
  const depth = perGroup * conv.kernel[0] * conv.kernel[1];
  const rows = outChannels / groups;
  // A 1×1 window that visits every place has the image itself as its columns.
  const pointwise = [...conv.kernel, ...conv.stride].every((size) => size === 1) && conv.padding.every((p) => p === 0);
  const columnRows = channels * conv.kernel[0] * conv.kernel[1];
  const bytes = Math.max(1, columnRows * area * bytesOf(compute));
  const atOnce = pointwise ? n : Math.max(1, Math.min(n, Math.floor(backend.columnBytes / bytes)));
  const plain = { transposeA: false, transposeB: false, accumulate: false, relu: false };
  const [stepColumns, stepOutput] = [columnRows * area, outChannels * area];
  for (let first = 0; first < n; first += atOnce) {
    const count = Math.min(atOnce, n - first);
    const columns = pointwise ? x : emptyTensor([count, columnRows, area], compute, backend);
    if (written !== 'image' && !pointwise) backend.unfold2d(x, first, columns, conv);
    for (let g = 0; g < groups; g++) {
      const atWeight = g * rows * depth;
      const atColumns = g * depth * area;
      const atOutput = first * stepOutput + g * rows * area;
      if (written === 'output') {
        const batch = { count, stepA: 0, stepB: stepColumns, stepOut: stepOutput };
        const gemm: Gemm = { ...plain, m: rows, n: area, k: depth, lda: depth, ldb: area, ldc: area, batch };
        backend.gemm(w, atWeight, columns, atColumns, null, y, atOutput, gemm);
      } else if (written === 'weight') {
        const batch = { count, stepA: stepOutput, stepB: stepColumns, stepOut: 0 };
        const shape = { m: rows, n: depth, k: area, lda: area, ldb: area, ldc: depth };
        const gemm: Gemm = { ...plain, ...shape, transposeB: true, accumulate: true, batch };
        backend.gemm(y, atOutput, columns, atColumns, null, w, atWeight, gemm);
      } else {
        const batch = { count, stepA: 0, stepB: stepOutput, stepOut: stepColumns };
        const shape = { m: depth, n: area, k: rows, lda: depth, ldb: area, ldc: area };
        const gemm: Gemm = { ...plain, ...shape, transposeA: true, batch };
        backend.gemm(w, atWeight, y, atOutput, null, columns, atColumns, gemm);
      }
    }
    if (written === 'image' && !pointwise) backend.fold2d(columns, x, first, conv);
  }
  const [source, target] = written === 'output' ? [y, output] : written === 'weight' ? [w, weight] : [x, image];
  if (source !== target) backend.copy(source, target);
}

const tensorTypeOf = (tensor: Tensor): string =>
  `torch.${tensor.device === 'cuda' ? 'cuda.' : ''}${scalarName(tensor.dtype)}Tensor`;

function checkConvolution(image: Tensor, weight: Tensor, conv: Convolution): void {
  const [, channels, height, width] = image.sizes as [number, number, number, number];
  const expected = (weight.sizes[1] as number) * conv.groups;
  check(
    channels === expected,
    () =>
      `Given groups=${conv.groups}, weight of size ${formatSizes(weight.sizes)}, expected input${formatSizes(image.sizes)} to have ${expected} channels, but got ${channels} channels instead`,
  );
  check(
    image.backend === weight.backend,
    () =>
      `Input type (${tensorTypeOf(image)}) and weight type (${tensorTypeOf(weight)}) should be the same${image.device === 'cpu' ? ' or input should be a MKLDNN tensor and weight is a dense tensor' : ''}`,
  );
  check(
    image.dtype === weight.dtype,
    () => `Input type (${cNameOf(image.dtype)}) and bias type (${cNameOf(weight.dtype)}) should be the same`,
  );
  const [kh, kw] = [conv.dilation[0] * (conv.kernel[0] - 1) + 1, conv.dilation[1] * (conv.kernel[1] - 1) + 1];
  const [ph, pw] = [height + 2 * conv.padding[0], width + 2 * conv.padding[1]];
  check(
    kh <= ph && kw <= pw,
    () =>
      `Calculated padded input size per channel: (${ph} x ${pw}). Kernel size: (${kh} x ${kw}). Kernel size can't be greater than actual input size`,
  );
}

const windowOf = (list: Sizes): Window2d => {
  const pair = (at: number): readonly [number, number] => [list[at] as number, list[at + 1] as number];
  return { kernel: pair(0), stride: pair(2), padding: pair(4), dilation: pair(6) };
};

function checkBias(weight: Tensor, bias: Tensor | null, outputs: number, kind: string): void {
  check(
    bias === null || (bias.rank === 1 && bias.sizes[0] === outputs),
    () =>
      `Given ${kind}weight of size ${formatSizes(weight.sizes)}, expected bias to be 1-dimensional with ${outputs} elements, but got bias of size ${formatSizes(bias?.sizes ?? [])} instead`,
  );
}

function addBias(out: Tensor, bias: Tensor | null): Tensor {
  if (bias === null) return out;
  return named(add(out, reshape(bias, [1, bias.numel, 1, 1])), 'ConvolutionBackward0');
}

/** image, weight, bias or 0, groups, then stride, padding and dilation (height, width each). */
expose('conv2d', 'ttoiI', (image: Tensor, weight: Tensor, bias: Tensor | null, groups: number, list: Sizes) => {
  const conv = { ...windowOf([weight.sizes[2] as number, weight.sizes[3] as number, ...list]), groups };
  checkConvolution(image, weight, conv);
  checkBias(weight, bias, weight.sizes[0] as number, '');
  return addBias(convolve(image, weight, conv), bias);
});

/** As conv2d, with the two numbers of output_padding at the end; weight is [C, O / groups, kh, kw]. */
expose(
  'conv_transpose2d',
  'ttoiI',
  (image: Tensor, weight: Tensor, bias: Tensor | null, groups: number, list: Sizes) => {
    const conv = { ...windowOf([weight.sizes[2] as number, weight.sizes[3] as number, ...list]), groups };
    const [n, channels, height, width] = image.sizes as [number, number, number, number];
    check(
      channels === weight.sizes[0],
      () =>
        `Given transposed=1, weight of size ${formatSizes(weight.sizes)}, expected input${formatSizes(image.sizes)} to have ${weight.sizes[0]} channels, but got ${channels} channels instead`,
    );
    checkBias(weight, bias, (weight.sizes[1] as number) * groups, 'transposed=1, ');
    const length = (size: number, d: 0 | 1): number =>
      (size - 1) * conv.stride[d] -
      2 * conv.padding[d] +
      conv.dilation[d] * (conv.kernel[d] - 1) +
      (list[6 + d] as number) +
      1;
    const sizes = [n, (weight.sizes[1] as number) * groups, length(height, 0), length(width, 1)];
    return addBias(convolveInput(image, weight, sizes, conv), bias);
  },
);

// ------------------------------------------------------------------ pooling

/** PyTorch's pooled length: with ceil_mode the last window must start inside the input or its left padding. */
function pooledLength(size: number, d: 0 | 1, window: Window2d, ceil: boolean): number {
  const span = size + 2 * window.padding[d] - window.dilation[d] * (window.kernel[d] - 1) - 1;
  const length = (ceil ? Math.ceil(span / window.stride[d]) : Math.floor(span / window.stride[d])) + 1;
  return ceil && (length - 1) * window.stride[d] >= size + window.padding[d] ? length - 1 : length;
}

function pooledSizes(a: Tensor, window: Window2d, ceil: boolean): number[] {
  const [n, c, height, width] = a.sizes as [number, number, number, number];
  const [oh, ow] = [pooledLength(height, 0, window, ceil), pooledLength(width, 1, window, ceil)];
  for (const d of [0, 1] as const) {
    if (window.padding[d] * 2 > window.kernel[d]) {
      fail(
        'RuntimeError',
        `pad should be at most half of effective kernel size, but got pad=${window.padding[d]}, kernel_size=${window.kernel[d]} and dilation=${window.dilation[d]}`,
      );
    }
  }
  check(
    oh >= 1 && ow >= 1,
    () =>
      `Given input size: (${c}x${height}x${width}). Calculated output size: (${c}x${oh}x${ow}). Output size is too small`,
  );
  return [n, c, oh, ow];
}

export function maxPool2d(a: Tensor, window: Window2d, ceil: boolean): [Tensor, Tensor] {
  const compute = computeTypeOf(a.dtype);
  const sizes = pooledSizes(a, window, ceil);
  const raw = emptyTensor(sizes, compute, a.backend);
  const indices = emptyTensor(sizes, 'int64', a.backend);
  a.backend.maxPool2d(packed(converted(a, compute)), raw, indices, window);
  const out = converted(raw, a.dtype);
  const from = a.sizes;
  track([out, indices], 'MaxPool2DWithIndicesBackward0', [a], [indices], ([grad], [at]) => {
    if (!grad || !at) return [];
    const spread = emptyTensor(from, compute, a.backend);
    grad.backend.maxPool2dBackward(packed(converted(grad, compute)), at, spread);
    return [converted(spread, grad.dtype)];
  });
  return [out, indices];
}

export function avgPool2d(
  a: Tensor,
  window: Window2d,
  ceil: boolean,
  countIncludePad: boolean,
  divisor: number,
): Tensor {
  const compute = computeTypeOf(a.dtype);
  const raw = emptyTensor(pooledSizes(a, window, ceil), compute, a.backend);
  a.backend.avgPool2d(packed(converted(a, compute)), raw, window, countIncludePad, divisor);
  const from = a.sizes;
  return track(converted(raw, a.dtype), 'AvgPool2DBackward0', [a], [], ([grad]) => {
    if (!grad) return [];
    const spread = emptyTensor(from, compute, grad.backend);
    grad.backend.avgPool2dBackward(packed(converted(grad, compute)), spread, window, countIncludePad, divisor);
    return [converted(spread, grad.dtype)];
  });
}

/** Input [N, C, H, W], ceil_mode, then kernel, stride, padding and dilation; gives values and flat positions. */
expose('max_pool2d', 'tbI', (a: Tensor, ceil: boolean, list: Sizes) => maxPool2d(a, windowOf(list), ceil));
/** As max_pool2d (dilation 1), with count_include_pad and divisor_override (0: none). */
expose('avg_pool2d', 'tbbiI', (a: Tensor, ceil: boolean, countIncludePad: boolean, divisor: number, list: Sizes) =>
  avgPool2d(a, windowOf(list), ceil, countIncludePad, divisor),
);

// ------------------------------------------------------------------ normalisation

/**
 * (x - mean) / sqrt(variance + eps) over `dims`, with the (biased) statistics used. Derivative, with y the output and s
 * the standard deviation: (g - mean(g) - y · mean(g · y)) / s (Ioffe and Szegedy, 2015, section 3).
 */
export function normalize(x: Tensor, eps: number, dims: Sizes): [Tensor, Tensor, Tensor] {
  const plain = alias(x, x.sizes, x.strides, x.offset);
  const [spread, average] = variance(plain, dims, 0, true);
  const inverse = rsqrt(plus(spread, eps));
  const out = mul(sub(plain, average), inverse);
  track(out, 'NormalizeBackward0', [x], [out, x], ([grad], [y, input]) => {
    if (!grad || !y || !input) return [];
    const scaleOf = rsqrt(plus(variance(input, dims, 0, true)[0], eps));
    const centred = sub(sub(grad, mean(grad, dims, true)), mul(y, mean(mul(grad, y), dims, true)));
    return [mul(centred, scaleOf)];
  });
  return [out, average, spread];
}

/** y · weight + bias with both shaped to broadcast, under the name that PyTorch prints. */
function affine(y: Tensor, weight: Tensor | null, bias: Tensor | null, sizes: Sizes, name: string): Tensor {
  const scaled = weight === null ? y : mul(y, reshape(weight, sizes));
  return named(bias === null ? scaled : add(scaled, reshape(bias, sizes)), name);
}

/** float32 and float64 do not mix in a normalisation; the half types do with float32. */
function checkSameFloat(x: Tensor, weight: Tensor, message: () => string): void {
  const wide = x.dtype === 'float64' || weight.dtype === 'float64';
  check(!wide || x.dtype === weight.dtype, message);
}
const mixed = (): string => 'mixed dtype (CPU): expect input to have scalar type of BFloat16';

/** Normalises over the last `count` dimensions. */
expose('layer_norm', 'tooii', (x: Tensor, weight: Tensor | null, bias: Tensor | null, count: number, eps: number) => {
  if (weight !== null)
    checkSameFloat(
      x,
      weight,
      () => `expected scalar type ${scalarName(x.dtype)} but found ${scalarName(weight.dtype)}`,
    );
  const dims = Array.from({ length: count }, (_, i) => x.rank - count + i);
  const shape = x.sizes.slice(x.rank - count);
  return affine(normalize(x, eps, dims)[0], weight, bias, shape, 'NativeLayerNormBackward0');
});

/** Over batch and space, per channel (dimension 1). Gives output, batch mean [C] and biased batch variance [C]. */
expose('batch_norm_train', 'tooi', (x: Tensor, weight: Tensor | null, bias: Tensor | null, eps: number) => {
  if (weight !== null) checkSameFloat(x, weight, mixed);
  const channels = x.sizes[1] as number;
  const dims = x.sizes.map((_, d) => d).filter((d) => d !== 1);
  const shape = x.sizes.map((size, d) => (d === 1 ? size : 1));
  const [y, average, spread] = normalize(x, eps, dims);
  return [
    affine(y, weight, bias, shape, 'NativeBatchNormBackward0'),
    reshape(average, [channels]),
    reshape(spread, [channels]),
  ];
});

/** With given statistics, as in evaluation mode. */
expose(
  'batch_norm_eval',
  'tootti',
  (x: Tensor, weight: Tensor | null, bias: Tensor | null, average: Tensor, spread: Tensor, eps: number) => {
    if (weight !== null) checkSameFloat(x, weight, mixed);
    const shape = x.sizes.map((size, d) => (d === 1 ? size : 1));
    const y = mul(sub(x, reshape(average, shape)), reshape(rsqrt(plus(spread, eps)), shape));
    return affine(y, weight, bias, shape, 'NativeBatchNormBackward0');
  },
);

/** Groups of channels normalised together; x [N, C, …]. */
expose('group_norm', 'tooii', (x: Tensor, weight: Tensor | null, bias: Tensor | null, groups: number, eps: number) => {
  const [n, channels] = x.sizes as [number, number];
  const grouped = reshape(x, [n, groups, x.numel / Math.max(1, n * groups)]);
  const y = reshape(normalize(grouped, eps, [2])[0], x.sizes);
  const shape = x.sizes.map((size, d) => (d === 1 ? channels : Math.min(size, 1)));
  return affine(y, weight, bias, shape, 'NativeGroupNormBackward0');
});
