/**
 * Sorting rows: a bitonic network over positions, whose order is made total by the position itself, so that equal
 * elements keep their order (as PyTorch's cpu sort does). Rows of up to 1024 elements sort within a workgroup.
 */
import type { Tensor } from '../../core/tensor';
import { kindOf } from './convert';
import type { Machine } from './machine';
import { groupShader, groupsFor, shader } from './wgsl';

type Value = 'f32' | 'i32';

/** Elements that a workgroup sorts in its own memory. */
const BLOCK = 1024;
const THREADS = 256;

/** Whether v at position j comes before w at position k; positions from `params.length` on are padding. */
const before = (type: Value, descending: boolean): string => {
  const smaller = type === 'f32' ? '(!is_nan(V) && (is_nan(W) || V < W))' : '(V < W)';
  const ordered = (v: string, w: string): string => smaller.replaceAll('V', v).replaceAll('W', w);
  const [first, second] = descending ? (['w', 'v'] as const) : (['v', 'w'] as const);
  return `fn before(v: ${type}, j: u32, w: ${type}, k: u32) -> bool {
    if (j >= params.length || k >= params.length) { return j < k; }
    if (${ordered(first, second)}) { return true; }
    if (${ordered(second, first)}) { return false; }
    return j < k;
  }`;
};

/** Pair `e` of a step that compares elements `j` apart. */
const PAIR = 'let low = (e / j) * 2u * j + e % j; let high = low + j;';

type Stage = 'whole' | 'first' | 'last';

/** Sorts blocks (`first`, or `whole` rows), or finishes the merge of a stage whose wide steps were made before (`last`). */
function blockSource(type: Value, descending: boolean, stage: Stage): string {
  const start = stage === 'last' ? 'heap[params.work + row * params.padded + base + e]' : 'base + e';
  const done =
    stage === 'whole'
      ? `if (e < params.length) {
      heap[params.values + row * params.length + e] = bitcast<u32>(block_v[e]);
      heap[params.places + row * params.length + e] = block_j[e];
    }`
      : 'heap[params.work + row * params.padded + base + e] = block_j[e];';
  return groupShader(
    'groups: u32, a: u32, values: u32, places: u32, work: u32, length: u32, padded: u32, width: u32, first: u32, last: u32',
    THREADS,
    `
  if (group >= params.groups) { return; }
  let blocks = params.padded / params.width;
  let row = group / blocks;
  let base = (group % blocks) * params.width;
  for (var e = t; e < params.width; e += ${THREADS}u) {
    let place = ${start};
    block_j[e] = place;
    block_v[e] = 0;
    if (place < params.length) { block_v[e] = bitcast<${type}>(heap[params.a + row * params.length + place]); }
  }
  for (var k = params.first; k <= params.last; k <<= 1u) {
    for (var j = min(k, params.width) >> 1u; j > 0u; j >>= 1u) {
      workgroupBarrier();
      for (var e = t; e < params.width / 2u; e += ${THREADS}u) {
        ${PAIR}
        let v = block_v[low]; let vj = block_j[low];
        let w = block_v[high]; let wj = block_j[high];
        let upwards = ((base + low) & k) == 0u;
        if (before(v, vj, w, wj) != upwards) {
          block_v[low] = w; block_j[low] = wj;
          block_v[high] = v; block_j[high] = vj;
        }
      }
    }
  }
  workgroupBarrier();
  for (var e = t; e < params.width; e += ${THREADS}u) { ${done} }`,
    `var<workgroup> block_v: array<${type}, ${BLOCK}>;
var<workgroup> block_j: array<u32, ${BLOCK}>;
${before(type, descending)}`,
  );
}

/** One step over pairs that are a block or more apart. */
function stepSource(type: Value, descending: boolean): string {
  return shader(
    'n: u32, a: u32, work: u32, length: u32, padded: u32, k: u32, j: u32',
    `
  let row = i / (params.padded / 2u);
  let e = i % (params.padded / 2u);
  let j = params.j;
  ${PAIR}
  let at = params.work + row * params.padded;
  let vj = heap[at + low];
  let wj = heap[at + high];
  var v: ${type} = 0;
  var w: ${type} = 0;
  if (vj < params.length) { v = bitcast<${type}>(heap[params.a + row * params.length + vj]); }
  if (wj < params.length) { w = bitcast<${type}>(heap[params.a + row * params.length + wj]); }
  if (before(v, vj, w, wj) != ((low & params.k) == 0u)) { heap[at + low] = wj; heap[at + high] = vj; }`,
    before(type, descending),
  );
}

const emitSource = (): string =>
  shader(
    'n: u32, a: u32, values: u32, places: u32, work: u32, length: u32, padded: u32',
    `
  let row = i / params.length;
  let place = heap[params.work + row * params.padded + i % params.length];
  heap[params.values + i] = heap[params.a + row * params.length + place];
  heap[params.places + i] = place;`,
  );

export function sort(machine: Machine, a: Tensor, values: Tensor, indices: Tensor, descending: boolean): void {
  const total = a.numel;
  if (total === 0) return;
  const length = a.sizes[a.rank - 1] ?? 1;
  const rows = total / length;
  const type = kindOf(a.dtype);
  const key = `${type} ${descending}`;
  const from = machine.source(a);
  const [toValues, toPlaces] = [machine.target(values), machine.target(indices)];
  const padded = 2 ** Math.max(1, Math.ceil(Math.log2(length)));
  const width = Math.min(padded, BLOCK);
  const groups = rows * (padded / width);
  if (padded <= BLOCK) {
    const params = [groups, from, toValues, toPlaces, 0, length, padded, width, 2, padded];
    return machine.run(`sort whole ${key}`, () => blockSource(type, descending, 'whole'), params, groups);
  }
  const work = machine.scratch(rows * padded);
  const block = (stage: Stage, first: number, last: number): void => {
    const params = [groups, from, toValues, toPlaces, work.at, length, padded, width, first, last];
    machine.run(`sort ${stage} ${key}`, () => blockSource(type, descending, stage), params, groups);
  };
  block('first', 2, BLOCK);
  for (let k = BLOCK * 2; k <= padded; k *= 2) {
    for (let j = k / 2; j >= BLOCK; j /= 2) {
      const pairs = (rows * padded) / 2;
      const params = [pairs, from, work.at, length, padded, k, j];
      machine.run(`sort step ${key}`, () => stepSource(type, descending), params, groupsFor(pairs));
    }
    block('last', k, k);
  }
  machine.run('sort emit', emitSource, [total, from, toValues, toPlaces, work.at, length, padded], groupsFor(total));
  machine.free(work);
}
