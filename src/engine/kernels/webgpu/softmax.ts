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

const crossEntropyBackwardSource = (): string =>
  shader(
    'n: u32, p: u32, labels: u32, scale: u32, step: u32, o: u32, columns: u32, ignored: i32',
    `
  let row = i / params.columns;
  let label = bitcast<i32>(heap[params.labels + row]);
  let hit = select(0.0, 1.0, label == i32(i % params.columns));
  let scale = bitcast<f32>(heap[params.scale + row * params.step]);
  let value = (bitcast<f32>(heap[params.p + i]) - hit) * scale;
  heap[params.o + i] = bitcast<u32>(select(value, 0.0, label == params.ignored));`,
  );

export function crossEntropyBackward(
  machine: Machine,
  probabilities: Tensor,
  labels: Tensor,
  scale: Tensor,
  out: Tensor,
  ignoreIndex: number,
): void {
  const count = probabilities.numel;
  const columns = probabilities.sizes[1] ?? 1;
  const from = [machine.source(probabilities), machine.source(labels), machine.source(scale)];
  const step = scale.numel === 1 ? 0 : 1;
  const params = [count, ...from, step, machine.target(out), columns, ignoreIndex];
  machine.run('cross_entropy_backward', crossEntropyBackwardSource, params, groupsFor(count));
}
