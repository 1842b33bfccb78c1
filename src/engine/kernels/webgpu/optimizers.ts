/** Adam and SGD for as many parameters as a kernel's numbers can name, in PyTorch's order of operations. */
import type { AdamStep, SgdStep } from '../../core/backend';
import type { Tensor } from '../../core/tensor';
import { floatBits } from './bits';
import { notImplemented } from './convert';
import { PARAMS_BYTES, type Machine } from './machine';
import { groupShader } from './wgsl';

const THREADS = 256;
/** Elements of a parameter that one workgroup updates. */
const CHUNK = 1024;
/** Words of a parameter's record: five places, the count of elements, the first workgroup, one to align. */
const RECORD = 8;
const HEADER = 16;
const MOST = PARAMS_BYTES / 4 / RECORD - HEADER / RECORD;

/** A kernel whose workgroups find their parameter in a table; the body updates element `i` of the parameter at `p`. */
function source(header: string, body: string): string {
  return groupShader(
    `${header} records: array<vec4u, ${MOST * 2}>`,
    THREADS,
    `
  if (group >= params.groups) { return; }
  // The last record whose first workgroup is not after this one.
  var low = 0u;
  var high = params.count;
  while (high - low > 1u) {
    let middle = (low + high) / 2u;
    if (params.records[middle * 2u + 1u].z <= group) { low = middle; } else { high = middle; }
  }
  let places = params.records[low * 2u];
  let rest = params.records[low * 2u + 1u];
  let first = (group - rest.z) * ${CHUNK}u;
  let p = places.x;
  for (var i = first + t; i < min(first + ${CHUNK}u, rest.y); i += ${THREADS}u) {
    var parameter = bitcast<f32>(heap[p + i]);
    var grad = bitcast<f32>(heap[places.y + i]);
    ${body}
    heap[p + i] = bitcast<u32>(parameter);
  }`,
  );
}

type Lists = readonly (readonly Tensor[] | null)[];

/** Calls the kernel for as many parameters at a time as there is room for; `lists[0]` are the parameters. */
function update(machine: Machine, key: string, code: () => string, header: readonly number[], lists: Lists): void {
  const parameters = lists[0] ?? [];
  for (let start = 0; start < parameters.length; start += MOST) {
    const part = parameters.slice(start, start + MOST);
    const records: number[] = [];
    let groups = 0;
    part.forEach((parameter, i) => {
      const places = [0, 1, 2, 3, 4].map((list) => {
        const tensor = lists[list]?.[start + i];
        return tensor === undefined ? 0 : machine.source(tensor);
      });
      records.push(...places, parameter.numel, groups, 0);
      groups += Math.ceil(parameter.numel / CHUNK);
    });
    const numbers = [groups, part.length, ...header];
    while (numbers.length < HEADER) numbers.push(0);
    machine.run(key, code, [...numbers, ...records], groups);
  }
}

const PADDING = (used: number): string => Array.from({ length: HEADER - used }, (_, i) => `unused${i}: u32,`).join(' ');

const adamSource = (): string =>
  source(
    `groups: u32, count: u32, step: f32, beta2: f32, take1: f32, take2: f32, eps: f32, scale: f32, decay: f32,
     shrink: f32, negate: f32, ${PADDING(11)}`,
    `
    grad = grad * params.negate;
    if (params.decay != 0.0) { grad = fma(parameter, params.decay, grad); }
    parameter = parameter * params.shrink;
    var mean = bitcast<f32>(heap[places.z + i]);
    mean = fma(params.take1, grad - mean, mean);
    heap[places.z + i] = bitcast<u32>(mean);
    var square = bitcast<f32>(heap[places.w + i]) * params.beta2;
    square = fma(params.take2 * grad, grad, square);
    heap[places.w + i] = bitcast<u32>(square);
    if (rest.x != 0u) {
      square = max_nan(square, bitcast<f32>(heap[rest.x + i]));
      heap[rest.x + i] = bitcast<u32>(square);
    }
    parameter += params.step * mean / fma(sqrt(square), params.scale, params.eps);`,
  );

export function adam(
  machine: Machine,
  parameters: readonly Tensor[],
  grads: readonly Tensor[],
  means: readonly Tensor[],
  squares: readonly Tensor[],
  maxSquares: readonly Tensor[] | null,
  { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step }: AdamStep,
): void {
  requireFloat(parameters, 'adam');
  const decay = decoupled ? 0 : weightDecay;
  const shrink = decoupled ? 1 - lr * weightDecay : 1;
  const scale = 1 / Math.sqrt(1 - beta2 ** step);
  const numbers = [
    -lr / (1 - beta1 ** step),
    beta2,
    1 - beta1,
    1 - beta2,
    eps,
    scale,
    decay,
    shrink,
    maximize ? -1 : 1,
  ];
  update(machine, 'adam', adamSource, numbers.map(floatBits), [parameters, grads, means, squares, maxSquares]);
}

const sgdSource = (): string =>
  source(
    `groups: u32, count: u32, step: f32, momentum: f32, take: f32, decay: f32, negate: f32, nesterov: u32, first: u32,
     ${PADDING(9)}`,
    `
    grad = grad * params.negate;
    if (params.decay != 0.0) { grad = fma(parameter, params.decay, grad); }
    if (places.z != 0u) {
      var velocity = grad;
      if (params.first == 0u) { velocity = fma(bitcast<f32>(heap[places.z + i]), params.momentum, grad * params.take); }
      heap[places.z + i] = bitcast<u32>(velocity);
      if (params.nesterov != 0u) { grad = fma(velocity, params.momentum, grad); } else { grad = velocity; }
    }
    parameter = fma(params.step, grad, parameter);`,
  );

export function sgd(
  machine: Machine,
  parameters: readonly Tensor[],
  grads: readonly Tensor[],
  momenta: readonly Tensor[] | null,
  { lr, momentum, dampening, weightDecay, nesterov, maximize, first }: SgdStep,
): void {
  requireFloat(parameters, 'sgd');
  const floats = [-lr, momentum, 1 - dampening, weightDecay, maximize ? -1 : 1].map(floatBits);
  update(machine, 'sgd', sgdSource, [...floats, nesterov ? 1 : 0, first ? 1 : 0], [parameters, grads, momenta]);
}

function requireFloat([first]: readonly Tensor[], name: string): void {
  if (first !== undefined && first.dtype !== 'float32') notImplemented(name, first.dtype);
}
