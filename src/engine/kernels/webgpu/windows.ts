/** Windows over images: columns for convolution, and pooling. Gradients are gathered by the pixel that receives them. */
import type { Window2d } from '../../core/backend';
import type { Tensor } from '../../core/tensor';
import { fill } from './copy';
import { scatterAdd } from './indexing';
import type { Machine } from './machine';
import { groupsFor, shader } from './wgsl';

/** The numbers of a window: sizes of the plane and of the windows' grid, then the window's own. */
const GEOMETRY =
  'h: u32, w: u32, oh: u32, ow: u32, kh: i32, kw: i32, sh: i32, sw: i32, ph: i32, pw: i32, dh: i32, dw: i32';

const heightOf = (tensor: Tensor): number => tensor.sizes[tensor.rank - 2] as number;
const widthOf = (tensor: Tensor): number => tensor.sizes[tensor.rank - 1] as number;

function geometry(
  plane: Tensor,
  gridHeight: number,
  gridWidth: number,
  { kernel, stride, padding, dilation }: Window2d,
): number[] {
  return [heightOf(plane), widthOf(plane), gridHeight, gridWidth, ...kernel, ...stride, ...padding, ...dilation];
}

/** How often a window fits along one side. */
function steps(size: number, window: Window2d, side: 0 | 1): number {
  const reach = window.dilation[side] * (window.kernel[side] - 1) + 1;
  return Math.floor((size + 2 * window.padding[side] - reach) / window.stride[side]) + 1;
}

function columnsGeometry(image: Tensor, window: Window2d): number[] {
  return geometry(image, steps(heightOf(image), window, 0), steps(widthOf(image), window, 1), window);
}

/** As many images from `first` on as there are columns for: their first word's distance, their words, their planes. */
function imagesFrom(
  image: Tensor,
  first: number,
  columns: Tensor,
): { readonly offset: number; readonly words: number; readonly planes: number } {
  const channels = image.sizes[image.rank - 3] ?? 1;
  const area = heightOf(image) * widthOf(image);
  const planes = channels * (columns.rank === 3 ? (columns.sizes[0] as number) : 1);
  return { offset: first * channels * area, words: planes * area, planes };
}

const unfoldSource = (): string =>
  shader(
    `n: u32, image: u32, columns: u32, ${GEOMETRY}`,
    `
  let column = i % (params.oh * params.ow);
  let row = i / (params.oh * params.ow);
  let kx = i32(row % u32(params.kw));
  let ky = i32((row / u32(params.kw)) % u32(params.kh));
  let channel = row / u32(params.kw * params.kh);
  let y = i32(column / params.ow) * params.sh - params.ph + ky * params.dh;
  let x = i32(column % params.ow) * params.sw - params.pw + kx * params.dw;
  var word = 0u;
  if (y >= 0 && x >= 0 && y < i32(params.h) && x < i32(params.w)) {
    word = heap[params.image + (channel * params.h + u32(y)) * params.w + u32(x)];
  }
  heap[params.columns + i] = word;`,
  );

export function unfold(machine: Machine, image: Tensor, first: number, columns: Tensor, window: Window2d): void {
  const { offset, planes } = imagesFrom(image, first, columns);
  const shape = columnsGeometry(image, window);
  const total = planes * window.kernel[0] * window.kernel[1] * (shape[2] as number) * (shape[3] as number);
  const from = machine.source(image) + offset;
  machine.run('unfold', unfoldSource, [total, from, machine.target(columns), ...shape], groupsFor(total));
}

/** For every window (place wy, wx; element ky, kx) that covers pixel (y, x) of the plane. */
const covering = (body: string): string => `
  for (var ky = 0; ky < params.kh; ky++) {
    let down = y + params.ph - ky * params.dh;
    if (down < 0 || down % params.sh != 0 || down / params.sh >= i32(params.oh)) { continue; }
    let wy = down / params.sh;
    for (var kx = 0; kx < params.kw; kx++) {
      let across = x + params.pw - kx * params.dw;
      if (across < 0 || across % params.sw != 0 || across / params.sw >= i32(params.ow)) { continue; }
      let wx = across / params.sw;
      ${body}
    }
  }`;
const PIXEL = `
  let x = i32(i % params.w);
  let y = i32((i / params.w) % params.h);
  let plane = i / (params.w * params.h);`;

const foldSource = (): string =>
  shader(
    `n: u32, columns: u32, image: u32, ${GEOMETRY}`,
    `${PIXEL}
  var sum = bitcast<f32>(heap[params.image + i]);
  ${covering(`
      let row = (i32(plane) * params.kh + ky) * params.kw + kx;
      let at = (u32(row) * params.oh + u32(wy)) * params.ow + u32(wx);
      sum += bitcast<f32>(heap[params.columns + at]);`)}
  heap[params.image + i] = bitcast<u32>(sum);`,
  );

export function fold(machine: Machine, columns: Tensor, image: Tensor, first: number, window: Window2d): void {
  const { offset, words } = imagesFrom(image, first, columns);
  const from = machine.source(columns);
  const params = [words, from, machine.source(image) + offset, ...columnsGeometry(image, window)];
  machine.run('fold', foldSource, params, groupsFor(words));
}

/** The window of result i, cut to the plane: `wy`, `wx` and `plane` from i, and its first pixel. */
const WINDOW = `
  let wx = i % params.ow;
  let wy = (i / params.ow) % params.oh;
  let plane = i / (params.ow * params.oh);
  let top = i32(wy) * params.sh - params.ph;
  let left = i32(wx) * params.sw - params.pw;`;

const maxPoolSource = (): string =>
  shader(
    `n: u32, a: u32, o: u32, places: u32, ${GEOMETRY}`,
    `${WINDOW}
  var value = -infinity();
  var place = 0xffffffffu;
  for (var ky = 0; ky < params.kh; ky++) {
    let y = top + ky * params.dh;
    if (y < 0 || y >= i32(params.h)) { continue; }
    for (var kx = 0; kx < params.kw; kx++) {
      let x = left + kx * params.dw;
      if (x < 0 || x >= i32(params.w)) { continue; }
      let at = u32(y) * params.w + u32(x);
      let candidate = bitcast<f32>(heap[params.a + plane * params.h * params.w + at]);
      if (place == 0xffffffffu || candidate > value || is_nan(candidate)) { value = candidate; place = at; }
    }
  }
  heap[params.o + i] = bitcast<u32>(value);
  heap[params.places + i] = place;`,
  );

export function maxPool(machine: Machine, a: Tensor, out: Tensor, indices: Tensor, window: Window2d): void {
  const from = machine.source(a);
  const to = [machine.target(out), machine.target(indices)];
  const params = [out.numel, from, ...to, ...geometry(a, heightOf(out), widthOf(out), window)];
  machine.run('max_pool2d', maxPoolSource, params, groupsFor(out.numel));
}

export function maxPoolBackward(machine: Machine, grad: Tensor, indices: Tensor, out: Tensor): void {
  fill(machine, out, 0);
  scatterAdd(machine, out, indices, grad, heightOf(grad) * widthOf(grad), heightOf(out) * widthOf(out));
}

/** A window's divisor: given, or its area with the padding, or without. PyTorch's area ends at the padded plane's edge. */
const DIVISOR = `
  let bottom = min(top + params.kh, i32(params.h) + params.ph);
  let right = min(left + params.kw, i32(params.w) + params.pw);
  let padded = (bottom - top) * (right - left);
  let inside = (min(bottom, i32(params.h)) - max(top, 0)) * (min(right, i32(params.w)) - max(left, 0));
  var divisor = f32(params.divisor);
  if (params.divisor == 0u) { divisor = f32(select(inside, padded, params.padding != 0u)); }`;

const avgPoolSource = (): string =>
  shader(
    `n: u32, a: u32, o: u32, padding: u32, divisor: u32, ${GEOMETRY}`,
    `${WINDOW} ${DIVISOR}
  var sum = 0.0;
  for (var y = max(top, 0); y < min(bottom, i32(params.h)); y++) {
    for (var x = max(left, 0); x < min(right, i32(params.w)); x++) {
      sum += bitcast<f32>(heap[params.a + (plane * params.h + u32(y)) * params.w + u32(x)]);
    }
  }
  // A window that lies outside altogether.
  heap[params.o + i] = bitcast<u32>(select(sum / divisor, 0.0, bottom <= 0 || right <= 0));`,
  );

export function avgPool(
  machine: Machine,
  a: Tensor,
  out: Tensor,
  window: Window2d,
  padding: boolean,
  divisor: number,
): void {
  const shape = geometry(a, heightOf(out), widthOf(out), window);
  const from = machine.source(a);
  const params = [out.numel, from, machine.target(out), padding ? 1 : 0, divisor, ...shape];
  machine.run('avg_pool2d', avgPoolSource, params, groupsFor(out.numel));
}

const avgPoolBackwardSource = (): string =>
  shader(
    `n: u32, grad: u32, o: u32, padding: u32, divisor: u32, ${GEOMETRY}`,
    `${PIXEL}
  var sum = 0.0;
  ${covering(`
      let top = wy * params.sh - params.ph;
      let left = wx * params.sw - params.pw;
      ${DIVISOR}
      sum += bitcast<f32>(heap[params.grad + (plane * params.oh + u32(wy)) * params.ow + u32(wx)]) / divisor;`)}
  heap[params.o + i] = bitcast<u32>(sum);`,
  );

export function avgPoolBackward(
  machine: Machine,
  grad: Tensor,
  out: Tensor,
  window: Window2d,
  padding: boolean,
  divisor: number,
): void {
  const shape = geometry(out, heightOf(grad), widthOf(grad), window);
  const from = machine.source(grad);
  const params = [out.numel, from, machine.target(out), padding ? 1 : 0, divisor, ...shape];
  machine.run('avg_pool2d_backward', avgPoolBackwardSource, params, groupsFor(out.numel));
}
