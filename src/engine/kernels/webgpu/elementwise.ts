/** Element by element: one kernel from an expression, for flat, single and strided operands; copies and fills are such too. */
import { isContiguous } from '../../core/shape';
import type { Tensor } from '../../core/tensor';
import { layoutOf, MAX_RANK, type Layout } from './layout';
import { fail } from '../../core/errors';
import type { Machine } from './machine';
import { groupsFor, shader, type Kind } from './wgsl';

const NAMES = ['x', 'y', 'z'] as const;

/** An expression over x, y, z (as many as there are operands), p and q. */
export interface Expression {
  /** Names the kernel: equal names mean equal expressions. */
  readonly name: string;
  readonly code: () => string;
  readonly kinds: readonly Kind[];
  readonly result: Kind;
  /** What p and q are. */
  readonly parameter: Kind;
}

/**
 * How an operand is read: `k` a constant that is not in memory, `s` one element for all, `f` in the result's order,
 * `g` by strides.
 */
type Access = 'k' | 's' | 'f' | 'g';

export function elementwise(
  machine: Machine,
  expression: Expression,
  operands: readonly Tensor[],
  out: Tensor,
  p = 0,
  q = 0,
): void {
  const n = out.numel;
  if (n === 0) return;
  const constants = operands.map((tensor) => machine.constantOf(tensor));
  const dense = isContiguous(out.sizes, out.strides);
  const access: Access[] = operands.map((tensor, k) => {
    if (constants[k] !== null) return 'k';
    const count = tensor.numel;
    if (count === 1) return 's';
    return dense && count === n && isContiguous(tensor.sizes, tensor.strides) ? 'f' : 'g';
  });
  let outAccess: Access = dense || n === 1 ? 'f' : 'g';
  let layout: Layout | null = null;
  if (outAccess === 'g' || access.includes('g')) {
    layout = layoutOf(out, operands);
    simplify(layout, access);
    const steps = layout.strides[0] as readonly number[];
    outAccess = isContiguous(layout.sizes, steps) ? 'f' : 'g';
    if (outAccess === 'f' && !access.includes('g')) layout = null;
  }
  const from = operands.map((tensor, k) => constants[k] ?? machine.source(tensor));
  const params = [n, machine.target(out), from[0] ?? 0, from[1] ?? 0, from[2] ?? 0, p, q];
  if (layout !== null) pushLayout(params, layout);
  const key = `${expression.name} ${access.join('')}${outAccess}`;
  machine.run(key, () => source(expression, access, outAccess), params, groupsFor(n));
}

/** Operands that turn out to be walked in order need no strides, when the result needs none. */
function simplify(layout: Layout, access: Access[]): void {
  if (!isContiguous(layout.sizes, layout.strides[0] as readonly number[])) {
    access.forEach((kind, k) => {
      if (kind === 'f') access[k] = 'g';
    });
    return;
  }
  access.forEach((kind, k) => {
    if (kind === 'g' && isContiguous(layout.sizes, layout.strides[k + 1] as readonly number[])) access[k] = 'f';
  });
}

function pushLayout(params: number[], { sizes, strides }: Layout): void {
  if (sizes.length > MAX_RANK) {
    fail(
      'RuntimeError',
      `the GPU handles tensors whose memory has at most ${MAX_RANK} separate dimensions; call .contiguous() first`,
    );
  }
  params.push(sizes.length);
  for (const list of [sizes, ...strides]) for (let d = 0; d < MAX_RANK; d++) params.push(list[d] ?? 0);
}

function source({ code, kinds, result, parameter }: Expression, access: readonly Access[], outAccess: Access): string {
  const strided = outAccess === 'g' || access.includes('g');
  const lists = ['sizes', 'so', ...kinds.map((_, k) => `s${NAMES[k]}`)];
  const fields = strided
    ? `, rank: u32, ${lists.map((list) => `${list}: array<vec4u, ${MAX_RANK / 4}>`).join(', ')}`
    : ', unused: u32';
  const walked = [
    ...(outAccess === 'g' ? ['o'] : []),
    ...access.flatMap((kind, k) => (kind === 'g' ? [NAMES[k] as string] : [])),
  ];
  const walk = `
  var rest = i;
  ${walked.map((name) => `var at_${name} = 0u;`).join(' ')}
  for (var d = params.rank; d > 0u;) {
    d -= 1u;
    let size = params.sizes[d >> 2u][d & 3u];
    let step = rest % size;
    rest /= size;
    ${walked.map((name) => `at_${name} += step * params.s${name}[d >> 2u][d & 3u];`).join('\n    ')}
  }`;
  const loads = kinds.map((kind, k) => {
    const name = NAMES[k] as string;
    const place = {
      k: '',
      s: `heap[params.${name}]`,
      f: `heap[params.${name} + i]`,
      g: `heap[params.${name} + at_${name}]`,
    };
    const word = access[k] === 'k' ? `params.${name}` : place[access[k] as Access];
    return `let ${name} = bitcast<${kind}>(${word});`;
  });
  const to = outAccess === 'g' ? 'params.o + at_o' : 'params.o + i';
  return shader(
    `n: u32, o: u32, x: u32, y: u32, z: u32, p: ${parameter}, q: ${parameter}${fields}`,
    `${strided ? walk : ''}
  let p = params.p;
  let q = params.q;
  ${loads.join('\n  ')}
  let value: ${result} = ${code()};
  heap[${to}] = bitcast<u32>(value);`,
  );
}
