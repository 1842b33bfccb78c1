/** Softmax, its logarithm and their derivatives along lanes, and cross entropy, which reads them row by row. */
import type { Lanes } from '../../core/backend';
import type { Tensor } from '../../core/tensor';
import { notImplemented } from './convert';
import type { Machine } from './machine';
import { foldTeam, teamFor, teamGroups, teamMemory, teamShader, type Team } from './teams';
import { groupsFor, shader } from './wgsl';

const SUM = [{ name: 'sum', type: 'f32' as const }];
const LARGEST = [{ name: 'largest', type: 'f32' as const }];
const BASE = 'let base = (i / params.inner) * params.length * params.inner + i % params.inner;';

/** The largest element of a lane and the sum of exp_f(x - largest): every thread of the team has both. */
const spread = (team: Team): string => `
  var largest = -infinity();
  for (var j = t; j < params.length; j += TEAM) {
    largest = max_nan(largest, bitcast<f32>(heap[params.a + base + j * params.inner]));
  }
  ${foldTeam(team, LARGEST, 'largest = max_nan(largest, other_largest);')}
  var sum = 0.0;
  for (var j = t; j < params.length; j += TEAM) {
    sum += exp_f(bitcast<f32>(heap[params.a + base + j * params.inner]) - largest);
  }
  ${foldTeam(team, SUM, 'sum += other_sum;')}`;

function softmaxSource(log: boolean, team: Team): string {
  return teamShader(
    team,
    'n: u32, a: u32, o: u32, length: u32, inner: u32',
    `
  ${BASE}
  ${spread(team)}
  let total = ${log ? 'log_f(sum)' : '1.0 / sum'};
  for (var j = t; j < params.length; j += TEAM) {
    let at = base + j * params.inner;
    let away = bitcast<f32>(heap[params.a + at]) - largest;
    heap[params.o + at] = bitcast<u32>(${log ? 'away - total' : 'exp_f(away) * total'});
  }`,
    teamMemory(team, [...LARGEST, ...SUM]),
  );
}

export function softmax(machine: Machine, a: Tensor, out: Tensor, log: boolean, lanes: Lanes): void {
  if (a.dtype !== 'float32') notImplemented('softmax', a.dtype);
  const count = lanes.outer * lanes.inner;
  const team = teamFor(machine, lanes);
  const from = machine.source(a);
  const params = [count, from, machine.target(out), lanes.n, lanes.inner];
  machine.run(`softmax ${log} ${team}`, () => softmaxSource(log, team), params, teamGroups(team, count));
}

function backwardSource(log: boolean, team: Team): string {
  const g = 'bitcast<f32>(heap[params.g + at])';
  const y = 'bitcast<f32>(heap[params.y + at])';
  return teamShader(
    team,
    'n: u32, g: u32, y: u32, o: u32, length: u32, inner: u32',
    `
  ${BASE}
  var sum = 0.0;
  for (var j = t; j < params.length; j += TEAM) {
    let at = base + j * params.inner;
    sum += ${log ? g : `${g} * ${y}`};
  }
  ${foldTeam(team, SUM, 'sum += other_sum;')}
  for (var j = t; j < params.length; j += TEAM) {
    let at = base + j * params.inner;
    heap[params.o + at] = bitcast<u32>(${log ? `${g} - exp_f(${y}) * sum` : `(${g} - sum) * ${y}`});
  }`,
    teamMemory(team, SUM),
  );
}

export function softmaxBackward(
  machine: Machine,
  grad: Tensor,
  y: Tensor,
  out: Tensor,
  log: boolean,
  lanes: Lanes,
): void {
  const count = lanes.outer * lanes.inner;
  const team = teamFor(machine, lanes);
  const from = [machine.source(grad), machine.source(y)];
  const params = [count, ...from, machine.target(out), lanes.n, lanes.inner];
  machine.run(`softmax_backward ${log} ${team}`, () => backwardSource(log, team), params, teamGroups(team, count));
}

function crossEntropySource(team: Team): string {
  return teamShader(
    team,
    'n: u32, a: u32, labels: u32, losses: u32, o: u32, length: u32, inner: u32, ignored: i32',
    `
  ${BASE}
  ${spread(team)}
  for (var j = t; j < params.length; j += TEAM) {
    let away = bitcast<f32>(heap[params.a + base + j]) - largest;
    heap[params.o + base + j] = bitcast<u32>(exp_f(away) / sum);
  }
  if (t == 0u) {
    let label = bitcast<i32>(heap[params.labels + i]);
    var loss = 0.0;
    if (label != params.ignored) {
      if (label < 0 || u32(label) >= params.length) { fail_target(label); }
      else { loss = log_f(sum) + largest - bitcast<f32>(heap[params.a + base + u32(label)]); }
    }
    heap[params.losses + i] = bitcast<u32>(loss);
  }`,
    teamMemory(team, [...LARGEST, ...SUM]),
  );
}

export function crossEntropy(
  machine: Machine,
  logits: Tensor,
  labels: Tensor,
  losses: Tensor,
  probabilities: Tensor,
  ignoreIndex: number,
): void {
  if (logits.dtype !== 'float32') notImplemented('nll_loss', logits.dtype);
  const [rows = 1, columns = 1] = logits.sizes;
  const team = teamFor(machine, { outer: rows, n: columns, inner: 1 });
  const from = [machine.source(logits), machine.source(labels)];
  const to = [machine.target(losses), machine.target(probabilities)];
  const params = [rows, ...from, ...to, columns, 1, ignoreIndex];
  machine.run(`cross_entropy ${team}`, () => crossEntropySource(team), params, teamGroups(team, rows));
}

function keptMeanSource(team: Team): string {
  const values = [...SUM, { name: 'count', type: 'f32' as const }];
  return teamShader(
    team,
    'n: u32, losses: u32, labels: u32, mean: u32, share: u32, length: u32, ignored: i32',
    `
  var sum = 0.0;
  var count = 0.0;
  for (var j = t; j < params.length; j += TEAM) {
    sum += bitcast<f32>(heap[params.losses + j]);
    count += select(0.0, 1.0, bitcast<i32>(heap[params.labels + j]) != params.ignored);
  }
  ${foldTeam(team, values, 'sum += other_sum; count += other_count;')}
  if (t == 0u) {
    heap[params.mean] = bitcast<u32>(sum / count);
    heap[params.share] = bitcast<u32>(1.0 / count);
  }`,
    teamMemory(team, values),
  );
}

export function keptMean(
  machine: Machine,
  losses: Tensor,
  labels: Tensor,
  mean: Tensor,
  share: Tensor,
  ignoreIndex: number,
): void {
  const rows = losses.numel;
  const team = teamFor(machine, { outer: 1, n: rows, inner: 1 });
  const from = [machine.source(losses), machine.source(labels)];
  const params = [1, ...from, machine.target(mean), machine.target(share), rows, ignoreIndex];
  machine.run(`kept_mean ${team}`, () => keptMeanSource(team), params, teamGroups(team, 1));
}

/** The scale is a number of its own as long as nothing wrote it to memory: the first gradient of most backward passes. */
const crossEntropyBackwardSource = (constant: boolean, shared: boolean): string =>
  shader(
    'n: u32, p: u32, labels: u32, scale: u32, step: u32, share: u32, o: u32, columns: u32, ignored: i32',
    `
  let row = i / params.columns;
  let label = bitcast<i32>(heap[params.labels + row]);
  let hit = select(0.0, 1.0, label == i32(i % params.columns));
  var scale = bitcast<f32>(${constant ? 'params.scale' : 'heap[params.scale + row * params.step]'});
  ${shared ? 'scale *= bitcast<f32>(heap[params.share]);' : ''}
  let value = (bitcast<f32>(heap[params.p + i]) - hit) * scale;
  heap[params.o + i] = bitcast<u32>(select(value, 0.0, label == params.ignored));`,
  );

export function crossEntropyBackward(
  machine: Machine,
  probabilities: Tensor,
  labels: Tensor,
  scale: Tensor,
  share: Tensor | null,
  out: Tensor,
  ignoreIndex: number,
): void {
  const count = probabilities.numel;
  const columns = probabilities.sizes[1] ?? 1;
  const constant = machine.constantOf(scale);
  const from = [machine.source(probabilities), machine.source(labels), constant ?? machine.source(scale)];
  const step = scale.numel === 1 ? 0 : 1;
  const shareAt = share === null ? 0 : machine.source(share);
  const params = [count, ...from, step, shareAt, machine.target(out), columns, ignoreIndex];
  const [isConstant, isShared] = [constant !== null, share !== null];
  const source = (): string => crossEntropyBackwardSource(isConstant, isShared);
  machine.run(`cross_entropy_backward ${isConstant} ${isShared}`, source, params, groupsFor(count));
}
