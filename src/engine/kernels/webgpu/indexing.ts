/** Reading and writing rows and elements at given positions. Positions outside are reported at the next read. */
import type { Lanes } from '../../core/backend';
import type { DType } from '../../core/dtype';
import type { ScatterOp } from '../../core/opcodes';
import type { Tensor } from '../../core/tensor';
import { INDEX_OUT_OF_RANGE } from './assertions';
import { conversion, kindOf } from './convert';
import type { Machine } from './machine';
import { groupsFor, shader } from './wgsl';

/** How a kernel reads an index and reports a bad one: kernels that combine see the heap as atomic words only. */
interface HeapAccess {
  readonly word: (place: string) => string;
  readonly fail: string;
}
const PLAIN: HeapAccess = { word: (place) => `heap[${place}]`, fail: 'fail_index(place);' };
const ATOMIC: HeapAccess = {
  word: (place) => `atomicLoad(&heap[${place}])`,
  fail: `atomicStore(&heap[0], ${INDEX_OUT_OF_RANGE}u); atomicStore(&heap[1], bitcast<u32>(place));`,
};

/** `row` is the place along the middle dimension that index entry `at` names. */
const position = (at: 'i' | 'j', { word, fail }: HeapAccess): string => `
  let place = bitcast<i32>(${word(`params.index + ${at}`)});
  if (place < 0 || u32(place) >= params.size) { ${fail} return; }
  let row = u32(place);`;

// Elements of [outer, count, inner]: o, j, k.
const SPLIT = `
  let k = i % params.inner;
  let j = (i / params.inner) % params.count;
  let o = i / (params.inner * params.count);`;
const FIELDS = 'n: u32, source: u32, index: u32, o: u32, count: u32, inner: u32, size: u32';

const selectSource = (): string =>
  shader(
    FIELDS,
    `${SPLIT} ${position('j', PLAIN)}
  heap[params.o + i] = heap[params.source + (o * params.size + row) * params.inner + k];`,
  );

/** out[o, j, i] = source[o, index[j], i]. */
export function indexSelect(machine: Machine, source: Tensor, index: Tensor, out: Tensor, { n, inner }: Lanes): void {
  const total = out.numel;
  const from = [machine.source(source), machine.source(index)];
  machine.run(
    'index_select',
    selectSource,
    [total, ...from, machine.target(out), index.numel, inner, n],
    groupsFor(total),
  );
}

const gatherSource = (): string =>
  shader(
    FIELDS,
    `${SPLIT} ${position('i', PLAIN)}
  heap[params.o + i] = heap[params.source + (o * params.size + row) * params.inner + k];`,
  );

/** out[o, j, i] = source[o, index[o, j, i], i]. */
export function gather(machine: Machine, source: Tensor, index: Tensor, out: Tensor, lanes: Lanes, size: number): void {
  const total = out.numel;
  const from = [machine.source(source), machine.source(index)];
  machine.run(
    'gather',
    gatherSource,
    [total, ...from, machine.target(out), lanes.n, lanes.inner, size],
    groupsFor(total),
  );
}

/** What a word becomes when `value` arrives. */
function combined(op: Exclude<ScatterOp, 'set'>, dtype: DType): string {
  const type = kindOf(dtype);
  const wide = type === 'f32' ? 'float32' : 'int64';
  const extreme = (name: string): string => (type === 'f32' ? `${name}_nan(old, value)` : `${name}(old, value)`);
  const x = { add: 'old + value', prod: 'old * value', max: extreme('max'), min: extreme('min') }[op];
  return `fn combined(old: ${type}, value: ${type}) -> ${type} { let x = ${x}; return ${conversion(wide, dtype)}; }`;
}

/** Other threads may add to the same word, so it is written only if it is still what was read. */
const exchange = (type: string): string => `
  let value = bitcast<${type}>(atomicLoad(&heap[params.source + i]));
  var old = atomicLoad(&heap[to]);
  loop {
    let next = bitcast<u32>(combined(bitcast<${type}>(old), value));
    let result = atomicCompareExchangeWeak(&heap[to], old, next);
    if (result.exchanged) { break; }
    old = result.old_value;
  }`;

function writeSource(op: ScatterOp, dtype: DType, entry: 'i' | 'j'): string {
  const to = 'let to = params.o + (o * params.size + row) * params.inner + k;';
  if (op === 'set') {
    return shader(FIELDS, `${SPLIT} ${position(entry, PLAIN)} ${to} heap[to] = heap[params.source + i];`);
  }
  const body = `${SPLIT} ${position(entry, ATOMIC)} ${to} ${exchange(kindOf(dtype))}`;
  return shader(FIELDS, body, combined(op, dtype), 'atomic<u32>');
}

function write(machine: Machine, op: ScatterOp, entry: 'i' | 'j', out: Tensor, params: readonly number[]): void {
  // Setting moves words of any type; the other operations compute in one.
  const key = op === 'set' ? `set ${entry}` : `${op} ${entry} ${out.dtype}`;
  machine.run(`write ${key}`, () => writeSource(op, out.dtype, entry), params, groupsFor(params[0] as number));
}

/** out[o, index[j], i] op= source[o, j, i]. */
export function indexWrite(
  machine: Machine,
  op: ScatterOp,
  out: Tensor,
  index: Tensor,
  source: Tensor,
  lanes: Lanes,
): void {
  const from = [machine.source(source), machine.source(index), machine.source(out)];
  write(machine, op, 'j', out, [source.numel, ...from, index.numel, lanes.inner, lanes.n]);
}

/** out[o, index[o, j, i], i] op= source[o, j, i]. */
export function scatter(
  machine: Machine,
  op: ScatterOp,
  out: Tensor,
  index: Tensor,
  source: Tensor,
  lanes: Lanes,
  size: number,
): void {
  const from = [machine.source(source), machine.source(index), machine.source(out)];
  write(machine, op, 'i', out, [index.numel, ...from, lanes.n, lanes.inner, size]);
}

/** out[plane, index[plane, j]] += source[plane, j]: what max pooling's gradient is. */
export function scatterAdd(
  machine: Machine,
  out: Tensor,
  index: Tensor,
  source: Tensor,
  count: number,
  size: number,
): void {
  const from = [machine.source(source), machine.source(index), machine.source(out)];
  write(machine, 'add', 'i', out, [source.numel, ...from, count, 1, size]);
}
