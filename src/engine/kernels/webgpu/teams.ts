/**
 * Kernels that fold lanes of a contiguous [outer, n, inner] tensor: each lane has a team of threads, one thread where
 * lanes are short or so many that they fill the GPU anyway.
 */
import type { Lanes } from '../../core/backend';
import type { Machine } from './machine';
import { groupShader, groupsFor, shader } from './wgsl';

export type Team = 1 | 64 | 256;

/** Neighbouring threads of lone teams read neighbouring words when inner > 1, so many lanes are best served alone. */
export function teamFor({ software }: Machine, { outer, n, inner }: Lanes): Team {
  if (software || n < 32 || (inner > 1 && outer * inner >= 4096)) return 1;
  return n < 256 ? 64 : 256;
}

export const teamGroups = (team: Team, lanes: number): number => (team === 1 ? groupsFor(lanes) : lanes);

/** `params.n` is the number of lanes. The body sees `i`, its lane, and `t`, its place in the team of `TEAM` threads. */
export function teamShader(team: Team, params: string, body: string, declarations = ''): string {
  const constants = `const TEAM = ${team}u;\n${declarations}`;
  if (team === 1) return shader(params, `let t = 0u;\n${body}`, constants);
  return groupShader(params, team, `let i = group;\nif (i >= params.n) { return; }\n${body}`, constants);
}

export interface Folded {
  readonly name: string;
  readonly type: 'f32' | 'i32' | 'u32';
}

/** Memory through which a team folds values: goes with `declarations`. */
export function teamMemory(team: Team, values: readonly Folded[]): string {
  if (team === 1) return '';
  return values.map(({ name, type }) => `var<workgroup> team_${name}: array<${type}, ${team}>;`).join('\n');
}

/**
 * Folds variables over the team, after which every thread has the result. `combine` is code that joins `other_NAME` into
 * `NAME` for every value.
 */
export function foldTeam(team: Team, values: readonly Folded[], combine: string): string {
  if (team === 1) return '';
  const each = (line: (name: string) => string): string => values.map(({ name }) => line(name)).join(' ');
  return `
  workgroupBarrier();
  ${each((name) => `team_${name}[t] = ${name};`)}
  for (var half = TEAM / 2u; half > 0u; half >>= 1u) {
    workgroupBarrier();
    if (t < half) {
      ${each((name) => `let other_${name} = team_${name}[t + half];`)}
      ${combine}
      ${each((name) => `team_${name}[t] = ${name};`)}
    }
  }
  workgroupBarrier();
  ${each((name) => `${name} = team_${name}[0];`)}`;
}
