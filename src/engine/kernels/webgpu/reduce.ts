/** Reductions and statistics over lanes. */
import type { Lanes } from '../../core/backend';
import type { ReduceOp } from '../../core/opcodes';
import type { Tensor } from '../../core/tensor';
import { kindOf } from './convert';
import { floatBits } from './bits';
import { fill } from './copy';
import type { Machine } from './machine';
import { foldTeam, teamFor, teamGroups, teamMemory, teamShader, type Team } from './teams';

type Value = 'f32' | 'i32';

/** What one lane's reduction may cost before it is cut into parts that run side by side. */
const LONG_LANE = 16384;
const PART = 4096;

const FIRST: Readonly<Record<ReduceOp, Readonly<Record<Value, string>>>> = {
  sum: { f32: '0.0', i32: '0' },
  sum_square: { f32: '0.0', i32: '0' },
  sum_abs: { f32: '0.0', i32: '0' },
  prod: { f32: '1.0', i32: '1' },
  max: { f32: '-infinity()', i32: 'i32(-2147483648)' },
  min: { f32: 'infinity()', i32: '2147483647' },
};
const TERM: Partial<Record<ReduceOp, string>> = { sum_square: 'term * term', sum_abs: 'abs(term)' };

function joined(op: ReduceOp, type: Value, a: string, b: string): string {
  switch (op) {
    case 'sum':
    case 'sum_square':
    case 'sum_abs':
      return `${a} + ${b}`;
    case 'prod':
      return `${a} * ${b}`;
    case 'max':
    case 'min':
      return type === 'f32' ? `${op}_nan(${a}, ${b})` : `${op}(${a}, ${b})`;
  }
}

function reduceSource(op: ReduceOp, type: Value, team: Team): string {
  const values = [{ name: 'value', type }];
  return teamShader(
    team,
    'n: u32, a: u32, o: u32, length: u32, inner: u32, parts: u32, chunk: u32',
    `
  let rest = i / params.inner;
  let start = (rest % params.parts) * params.chunk;
  let end = min(params.length, start + params.chunk);
  let base = params.a + (rest / params.parts) * params.length * params.inner + i % params.inner;
  var value: ${type} = ${FIRST[op][type]};
  for (var j = start + t; j < end; j += TEAM) {
    let term = bitcast<${type}>(heap[base + j * params.inner]);
    value = ${joined(op, type, 'value', `(${TERM[op] ?? 'term'})`)};
  }
  ${foldTeam(team, values, `value = ${joined(op, type, 'value', 'other_value')};`)}
  if (t == 0u) { heap[params.o + i] = bitcast<u32>(value); }`,
    teamMemory(team, values),
  );
}

function fold(
  machine: Machine,
  op: ReduceOp,
  type: Value,
  a: number,
  out: number,
  lanes: Lanes,
  parts: number,
  chunk: number,
): void {
  const count = lanes.outer * lanes.inner * parts;
  const team = teamFor(machine, { outer: lanes.outer * parts, n: chunk, inner: lanes.inner });
  const params = [count, a, out, lanes.n, lanes.inner, parts, chunk];
  machine.run(`reduce ${op} ${type} ${team}`, () => reduceSource(op, type, team), params, teamGroups(team, count));
}

export function reduce(machine: Machine, op: ReduceOp, a: Tensor, out: Tensor, lanes: Lanes): void {
  const { outer, n, inner } = lanes;
  if (outer * inner === 0) return;
  const type = kindOf(a.dtype);
  const from = machine.source(a);
  const to = machine.target(out);
  if (n < LONG_LANE || outer * inner > 256) return fold(machine, op, type, from, to, lanes, 1, n);
  const parts = Math.ceil(n / PART);
  const partial = machine.scratch(outer * parts * inner);
  fold(machine, op, type, from, partial.at, lanes, parts, PART);
  const again = op === 'sum_square' || op === 'sum_abs' ? 'sum' : op;
  fold(machine, again, type, partial.at, to, { outer, n: parts, inner }, 1, parts);
  machine.free(partial);
}

export function reduceBool(machine: Machine, op: 'any' | 'all', a: Tensor, out: Tensor, lanes: Lanes): void {
  // An empty lane has no largest or smallest word.
  if (lanes.n === 0) fill(machine, out, op === 'all' ? 1 : 0);
  else reduce(machine, op === 'any' ? 'max' : 'min', a, out, lanes);
}

function positionSource(op: 'max' | 'min', type: Value, team: Team): string {
  const values = [
    { name: 'value', type },
    { name: 'place', type: 'u32' as const },
  ];
  const sign = op === 'max' ? '>' : '<';
  const nan = type === 'f32' ? 'is_nan(w) && !is_nan(v)' : 'false';
  const both = type === 'f32' ? '(is_nan(w) && is_nan(v))' : 'false';
  const better = type === 'f32' ? `w ${sign} v && !is_nan(v)` : `w ${sign} v`;
  return teamShader(
    team,
    'n: u32, a: u32, values: u32, places: u32, length: u32, inner: u32',
    `
  let base = params.a + (i / params.inner) * params.length * params.inner + i % params.inner;
  var value: ${type} = 0;
  var place = 0xffffffffu;
  for (var j = t; j < params.length; j += TEAM) {
    let other_value = bitcast<${type}>(heap[base + j * params.inner]);
    if (replaces(value, place, other_value, j)) { value = other_value; place = j; }
  }
  ${foldTeam(team, values, 'if (replaces(value, place, other_value, other_place)) { value = other_value; place = other_place; }')}
  if (t == 0u) {
    if (params.values != 0u) { heap[params.values + i] = bitcast<u32>(value); }
    heap[params.places + i] = place;
  }`,
    `${teamMemory(team, values)}
// NaN is the most extreme of all; of equals the first counts.
fn replaces(v: ${type}, j: u32, w: ${type}, k: u32) -> bool {
  if (k == 0xffffffffu) { return false; }
  if (j == 0xffffffffu || (${nan})) { return true; }
  return (${better}) || (k < j && (w == v || ${both}));
}`,
  );
}

export function reduceIndex(
  machine: Machine,
  op: 'max' | 'min',
  a: Tensor,
  values: Tensor | null,
  indices: Tensor,
  lanes: Lanes,
): void {
  const count = lanes.outer * lanes.inner;
  const type = kindOf(a.dtype);
  const team = teamFor(machine, lanes);
  const from = machine.source(a);
  const params = [
    count,
    from,
    values === null ? 0 : machine.target(values),
    machine.target(indices),
    lanes.n,
    lanes.inner,
  ];
  machine.run(`arg${op} ${type} ${team}`, () => positionSource(op, type, team), params, teamGroups(team, count));
}

function varianceSource(team: Team): string {
  const values = [{ name: 'sum', type: 'f32' as const }];
  const add = 'sum += other_sum;';
  return teamShader(
    team,
    'n: u32, a: u32, mean: u32, variance: u32, length: u32, inner: u32, correction: f32',
    `
  let base = params.a + (i / params.inner) * params.length * params.inner + i % params.inner;
  var sum = 0.0;
  for (var j = t; j < params.length; j += TEAM) { sum += bitcast<f32>(heap[base + j * params.inner]); }
  ${foldTeam(team, values, add)}
  let mean = sum / f32(params.length);
  sum = 0.0;
  for (var j = t; j < params.length; j += TEAM) {
    let away = bitcast<f32>(heap[base + j * params.inner]) - mean;
    sum += away * away;
  }
  ${foldTeam(team, values, add)}
  if (t == 0u) {
    let freedom = max(0.0, f32(params.length) - params.correction);
    heap[params.mean + i] = bitcast<u32>(mean);
    if (freedom == 0.0 && !(sum > 0.0)) { heap[params.variance + i] = bitcast<u32>(not_a_number()); }
    else { heap[params.variance + i] = bitcast<u32>(sum / freedom); }
  }`,
    teamMemory(team, values),
  );
}

export function variance(
  machine: Machine,
  a: Tensor,
  mean: Tensor,
  out: Tensor,
  correction: number,
  lanes: Lanes,
): void {
  const count = lanes.outer * lanes.inner;
  const team = teamFor(machine, lanes);
  const from = machine.source(a);
  const params = [count, from, machine.target(mean), machine.target(out), lanes.n, lanes.inner, floatBits(correction)];
  machine.run(`variance ${team}`, () => varianceSource(team), params, teamGroups(team, count));
}
