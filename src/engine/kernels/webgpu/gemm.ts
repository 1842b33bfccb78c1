/**
 * Matrix products: tiles of both operands pass through workgroup memory, each thread holds a small block of results in
 * registers. Small products cut the depth among slices of a workgroup, so that few tiles still keep the GPU busy.
 * A software adapter has no workgroup memory to gain from, and its barriers cost most of the time: there each thread
 * reads what it needs by itself.
 */
import type { Gemm } from '../../core/backend';
import type { Tensor } from '../../core/tensor';
import { kindOf } from './convert';
import type { Machine } from './machine';
import { groupShader, groupsFor, shader } from './wgsl';

type Value = 'f32' | 'i32';

interface Tile {
  /** Rows and columns of results per workgroup, and the depth that is loaded at once. */
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  /** Rows and columns of results per thread. */
  readonly high: number;
  readonly wide: number;
  /** Threads that share one result's depth. */
  readonly slices: number;
}

const LARGE: Tile = { rows: 128, columns: 128, depth: 8, high: 8, wide: 8, slices: 1 };
const MIDDLE: Tile = { rows: 64, columns: 64, depth: 16, high: 4, wide: 4, slices: 1 };
const SMALL: Tile = { rows: 16, columns: 16, depth: 64, high: 2, wide: 2, slices: 4 };
/** Workgroups that a GPU should have at least. */
const ENOUGH_GROUPS = 64;
/** Rows of tiles in one dimension of the launch. */
const ROWS_OF_TILES = 32768;
/** Products of one launch: its last dimension numbers them. */
const MOST_PRODUCTS = 16_384;
/** Words for products that are added up after a launch: the weights of a large convolution have millions, for every image. */
const MOST_PARTS = 8 * 2 ** 20;

function tileFor(m: number, n: number, count: number): Tile {
  for (const tile of [LARGE, MIDDLE]) {
    if (Math.ceil(m / tile.rows) * Math.ceil(n / tile.columns) * count >= ENOUGH_GROUPS) return tile;
  }
  return SMALL;
}

/** What the shader depends on besides the tile. */
interface Form {
  readonly type: Value;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Whether the rows of A are added up as well. */
  readonly sums: boolean;
}

const nameOf = ({ type, transposeA, transposeB, sums }: Form): string => `${type} ${transposeA} ${transposeB} ${sums}`;

/** A number that a thread adds up: how a step of the depth adds to it, and what becomes of it. */
interface Result {
  readonly name: string;
  readonly add: string;
  readonly store: string;
}

/** `high` × `wide` results, whose rows and columns are expressions of WGSL, and the sums of A's rows if wanted. */
function resultsOf(
  { type, sums }: Form,
  high: number,
  wide: number,
  row: (r: number) => string,
  column: (c: number) => string,
): Result[] {
  const products = range(high).flatMap((r) =>
    range(wide).map((c) => {
      const name = `sum_${r}_${c}`;
      const add = type === 'f32' ? `${name} = fma(a_${r}, b_${c}, ${name});` : `${name} += a_${r} * b_${c};`;
      return { name, add, store: `finish(${row(r)}, ${column(c)}, ${name});` };
    }),
  );
  const ofRows = range(sums ? high : 0).map((r) => {
    const name = `row_sum_${r}`;
    return { name, add: `${name} += a_${r};`, store: `if (${column(0)} == 0u) { keep_sum(${row(r)}, ${name}); }` };
  });
  return [...products, ...ofRows];
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Copies one tile into workgroup memory, `depth` first; threads run along the direction in which the words lie. */
function load(name: 'a' | 'b', alongDepth: boolean, size: number, depth: number, threads: number): string {
  const [place, first] = name === 'a' ? ['row', 'firstRow'] : ['column', 'firstColumn'];
  const limit = name === 'a' ? 'params.m' : 'params.columns';
  const split = alongDepth
    ? `let d = e % ${depth}u; let ${place} = e / ${depth}u;`
    : `let ${place} = e % ${size}u; let d = e / ${size}u;`;
  const at = alongDepth
    ? `(${first} + ${place}) * params.ld${name} + start + d`
    : `(start + d) * params.ld${name} + ${first} + ${place}`;
  return `
    for (var e = t; e < ${size * depth}u; e += ${threads}u) {
      ${split}
      var word = 0u;
      if (${first} + ${place} < ${limit} && start + d < params.depth) { word = heap[from_${name} + ${at}]; }
      tile_${name}[d * ${size + 1}u + ${place}] = bitcast<T>(word);
    }`;
}

const PARAMS =
  'm: u32, columns: u32, depth: u32, a: u32, lda: u32, b: u32, ldb: u32, o: u32, ldc: u32, bias: u32, accumulate: u32, relu: u32, sums: u32, per_matrix: u32, step_a: u32, step_b: u32, step_o: u32';

/** What becomes of a product on its way to memory. */
const finish = (type: Value): string => `
alias T = ${type};
/** Which product of a batch. */
var<private> matrix: u32;
fn finish(row: u32, column: u32, product: T) {
  if (row >= params.m || column >= params.columns) { return; }
  let at = params.o + matrix * params.step_o + row * params.ldc + column;
  var value = product;
  if (params.bias != 0u) { value += bitcast<T>(heap[params.bias + column]); }
  if (params.accumulate != 0u) { value += bitcast<T>(heap[at]); }
  if (params.relu != 0u && value < 0) { value = 0; }
  heap[at] = bitcast<u32>(value);
}
fn keep_sum(row: u32, sum: T) {
  if (row < params.m) { heap[params.sums + row] = bitcast<u32>(sum); }
}`;

function source(tile: Tile, form: Form): string {
  const { type, transposeA, transposeB } = form;
  const { rows, columns, depth, high, wide, slices } = tile;
  const across = columns / wide;
  const down = rows / high;
  const threads = across * down * slices;
  // Threads take every `down`-th row and every `across`-th column: neighbours read and write neighbouring words.
  const row = (r: number): string => `firstRow + y + ${r * down}u`;
  const results = resultsOf(form, high, wide, row, (c) => `firstColumn + x + ${c * across}u`);
  const share = depth / slices;
  const gather = `
  workgroupBarrier();
  ${results.map(({ name }, k) => `partial[${k}u * ${threads}u + t] = ${name};`).join('\n  ')}
  workgroupBarrier();
  if (slice > 0u) { return; }
  ${results
    .map(({ name }, k) =>
      range(slices - 1)
        .map((s) => `${name} += partial[${k}u * ${threads}u + t + ${(s + 1) * across * down}u];`)
        .join(' '),
    )
    .join('\n  ')}`;
  return groupShader(
    PARAMS,
    threads,
    `
  let slice = t / ${across * down}u;
  let x = t % ${across}u;
  let y = (t / ${across}u) % ${down}u;
  let firstColumn = wg.x * ${columns}u;
  matrix = wg.z / params.per_matrix;
  let from_a = params.a + matrix * params.step_a;
  let from_b = params.b + matrix * params.step_b;
  let firstRow = ((wg.z % params.per_matrix) * ${ROWS_OF_TILES}u + wg.y) * ${rows}u;
  if (firstRow >= params.m) { return; }
  ${results.map(({ name }) => `var ${name}: T = 0;`).join(' ')}
  for (var start = 0u; start < params.depth; start += ${depth}u) {
    ${load('a', !transposeA, rows, depth, threads)}
    ${load('b', transposeB, columns, depth, threads)}
    workgroupBarrier();
    for (var d = slice * ${share}u; d < (slice + 1u) * ${share}u; d++) {
      ${range(high)
        .map((r) => `let a_${r} = tile_a[d * ${rows + 1}u + y + ${r * down}u];`)
        .join(' ')}
      ${range(wide)
        .map((c) => `let b_${c} = tile_b[d * ${columns + 1}u + x + ${c * across}u];`)
        .join(' ')}
      ${results.map(({ add }) => add).join(' ')}
    }
    workgroupBarrier();
  }
  ${slices > 1 ? gather : ''}
  ${results.map(({ store }) => store).join('\n  ')}`,
    `
${finish(type)}
var<workgroup> tile_a: array<T, ${depth * (rows + 1)}>;
var<workgroup> tile_b: array<T, ${depth * (columns + 1)}>;
${slices > 1 ? `var<workgroup> partial: array<T, ${threads * results.length}>;` : ''}`,
  );
}

/** Rows and columns of results that a thread of the software form makes. */
const BLOCK = 4;

function softwareSource(form: Form): string {
  const { type, transposeA, transposeB } = form;
  const results = resultsOf(
    form,
    BLOCK,
    BLOCK,
    (r) => `row + ${r}u`,
    (c) => `column + ${c}u`,
  );
  // Rows and columns beyond the edge repeat the last one; finish() drops them.
  const firsts = (name: 'a' | 'b', along: string, limit: string, step: string): string =>
    range(BLOCK)
      .map(
        (k) =>
          `let ${name}_at_${k} = params.${name} + matrix * params.step_${name} + min(${along} + ${k}u, ${limit} - 1u) * ${step};`,
      )
      .join(' ');
  const words = (name: 'a' | 'b', step: string): string =>
    range(BLOCK)
      .map((k) => `let ${name}_${k} = bitcast<T>(heap[${name}_at_${k} + d * ${step}]);`)
      .join(' ');
  return shader(
    `n: u32, across: u32, ${PARAMS}`,
    `
  matrix = i / params.per_matrix;
  let row = (i % params.per_matrix / params.across) * ${BLOCK}u;
  let column = (i % params.across) * ${BLOCK}u;
  ${firsts('a', 'row', 'params.m', transposeA ? '1u' : 'params.lda')}
  ${firsts('b', 'column', 'params.columns', transposeB ? 'params.ldb' : '1u')}
  ${results.map(({ name }) => `var ${name}: T = 0;`).join(' ')}
  for (var d = 0u; d < params.depth; d++) {
    ${words('a', transposeA ? 'params.lda' : '1u')}
    ${words('b', transposeB ? '1u' : 'params.ldb')}
    ${results.map(({ add }) => add).join(' ')}
  }
  ${results.map(({ store }) => store).join('\n  ')}`,
    finish(type),
  );
}

export function gemm(
  machine: Machine,
  a: Tensor,
  offsetA: number,
  b: Tensor,
  offsetB: number,
  bias: Tensor | null,
  out: Tensor,
  offsetOut: number,
  shape: Gemm,
): void {
  const { m, n, k, transposeA, transposeB, lda, ldb, ldc, accumulate, relu, rowSums, batch } = shape;
  if (m === 0 || n === 0 || batch?.count === 0) return;
  const most = batch?.stepOut === 0 ? Math.max(1, Math.floor(MOST_PARTS / (m * n))) : MOST_PRODUCTS;
  if (batch !== undefined && batch.count > Math.min(most, MOST_PRODUCTS)) {
    const half = batch.count >> 1;
    const part = (count: number): Gemm => ({ ...shape, batch: { ...batch, count } });
    gemm(machine, a, offsetA, b, offsetB, bias, out, offsetOut, part(half));
    const [nextA, nextB] = [offsetA + half * batch.stepA, offsetB + half * batch.stepB];
    gemm(machine, a, nextA, b, nextB, bias, out, offsetOut + half * batch.stepOut, part(batch.count - half));
    return;
  }
  const form: Form = { type: kindOf(out.dtype), transposeA, transposeB, sums: rowSums !== undefined };
  const fromA = machine.source(a) + offsetA;
  const fromB = machine.source(b) + offsetB;
  const biasAt = bias === null ? 0 : machine.source(bias);
  // Rows with a gap between them, or sums onto what is there, leave words of `out` as they are.
  const to = machine.source(out) + offsetOut;
  const sumsTo = rowSums === undefined ? 0 : machine.target(rowSums);
  const count = batch?.count ?? 1;
  const added = count > 1 && batch?.stepOut === 0;
  const parts = added ? machine.scratch(count * m * n) : null;
  const params = [m, n, k, fromA, lda, fromB, ldb];
  if (parts === null) params.push(to, ldc, biasAt, accumulate ? 1 : 0, relu ? 1 : 0, sumsTo);
  else params.push(parts.at, n, 0, 0, 0, sumsTo);
  const steps = [batch?.stepA ?? 0, batch?.stepB ?? 0, parts === null ? (batch?.stepOut ?? 0) : m * n];
  if (machine.software) {
    const across = Math.ceil(n / BLOCK);
    const blocks = across * Math.ceil(m / BLOCK);
    const key = `gemm software ${nameOf(form)}`;
    const all = [blocks * count, across, ...params, blocks, ...steps];
    machine.run(key, () => softwareSource(form), all, groupsFor(blocks * count));
  } else {
    const tile = tileFor(m, n, count);
    const down = Math.ceil(m / tile.rows);
    const deep = Math.ceil(down / ROWS_OF_TILES);
    const [x, y] = [Math.ceil(n / tile.columns), Math.min(down, ROWS_OF_TILES)];
    const key = `gemm ${tile.rows} ${nameOf(form)}`;
    machine.run3(key, () => source(tile, form), [...params, deep, ...steps], x, y, deep * count);
  }
  if (parts === null) return;
  const total = [m * n, parts.at, count, to, n, ldc];
  machine.run(`gemm parts ${form.type}`, () => partsSource(form.type), total, groupsFor(m * n));
  machine.free(parts);
}

/** Adds the products of a batch to what is there. */
const partsSource = (type: Value): string =>
  shader(
    'n: u32, parts: u32, count: u32, o: u32, columns: u32, ldc: u32',
    `
  let at = params.o + i / params.columns * params.ldc + i % params.columns;
  var sum = bitcast<T>(heap[at]);
  for (var part = 0u; part < params.count; part++) { sum += bitcast<T>(heap[params.parts + part * params.n + i]); }
  heap[at] = bitcast<u32>(sum);`,
    `alias T = ${type};`,
  );
