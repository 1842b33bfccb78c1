/** Running sums, products and extremes along lanes: a team takes its width of elements at a time and carries the end on. */
import type { Lanes } from '../../core/backend';
import type { ScanOp } from '../../core/opcodes';
import type { Tensor } from '../../core/tensor';
import { kindOf } from './convert';
import type { Machine } from './machine';
import { teamGroups, teamMemory, teamShader, type Team } from './teams';

type Value = 'f32' | 'i32';

const FIRST: Readonly<Record<ScanOp, Readonly<Record<Value, string>>>> = {
  cumsum: { f32: '0.0', i32: '0' },
  cumprod: { f32: '1.0', i32: '1' },
  logcumsumexp: { f32: '-infinity()', i32: '0' },
  cummax: { f32: '-infinity()', i32: 'i32(-2147483648)' },
  cummin: { f32: 'infinity()', i32: '2147483647' },
};

/** Joins an earlier value (v at j) and a later one (w at k) into (w at k). Of equal extremes the later one counts. */
function join(op: ScanOp, type: Value): string {
  switch (op) {
    case 'cumsum':
      return 'w = v + w;';
    case 'cumprod':
      return 'w = v * w;';
    case 'logcumsumexp':
      return 'w = log_add_exp(v, w);';
    case 'cummax':
    case 'cummin': {
      const sign = op === 'cummax' ? '>=' : '<=';
      const later = type === 'f32' ? `is_nan(w) || (!is_nan(v) && w ${sign} v)` : `w ${sign} v`;
      return `if (!(${later})) { w = v; k = j; }`;
    }
  }
}

function source(op: ScanOp, type: Value, team: Team, withPlaces: boolean): string {
  const shared = [
    { name: 'w', type },
    { name: 'k', type: 'u32' as const },
  ];
  const sweep = `
    workgroupBarrier();
    team_w[t] = w; team_k[t] = k;
    for (var reach = 1u; reach < TEAM; reach <<= 1u) {
      workgroupBarrier();
      if (t >= reach) { let v = team_w[t - reach]; let j = team_k[t - reach]; ${join(op, type)} }
      workgroupBarrier();
      team_w[t] = w; team_k[t] = k;
    }
    workgroupBarrier();`;
  return teamShader(
    team,
    'n: u32, a: u32, o: u32, places: u32, length: u32, inner: u32',
    `
  let base = (i / params.inner) * params.length * params.inner + i % params.inner;
  var carried: ${type};
  var carriedPlace: u32;
  for (var start = 0u; start < params.length; start += TEAM) {
    let here = start + t;
    let at = base + here * params.inner;
    var w: ${type} = ${FIRST[op][type]};
    var k = here;
    if (here < params.length) { w = bitcast<${type}>(heap[params.a + at]); }
    ${team === 1 ? '' : sweep}
    if (start > 0u) { let v = carried; let j = carriedPlace; ${join(op, type)} }
    if (here < params.length) {
      heap[params.o + at] = bitcast<u32>(w);
      ${withPlaces ? 'heap[params.places + at] = k;' : ''}
    }
    ${
      team === 1
        ? 'carried = w; carriedPlace = k;'
        : // The last thread's result, joined with what came before, is what the next round starts from.
          `workgroupBarrier();
    if (t == TEAM - 1u) { team_w[0] = w; team_k[0] = k; }
    workgroupBarrier();
    carried = team_w[0]; carriedPlace = team_k[0];`
    }
  }`,
    teamMemory(team, shared),
  );
}

export function scan(machine: Machine, op: ScanOp, a: Tensor, out: Tensor, indices: Tensor | null, lanes: Lanes): void {
  const count = lanes.outer * lanes.inner;
  if (count * lanes.n === 0) return;
  const type = kindOf(a.dtype);
  const team: Team = machine.software || lanes.n < 64 ? 1 : lanes.n < 256 ? 64 : 256;
  const from = machine.source(a);
  const places = indices === null ? 0 : machine.target(indices);
  const key = `${op} ${type} ${team} ${indices !== null}`;
  const params = [count, from, machine.target(out), places, lanes.n, lanes.inner];
  machine.run(key, () => source(op, type, team, indices !== null), params, teamGroups(team, count));
}
