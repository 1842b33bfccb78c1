/** The parts that all kernels have in common: bindings, numbering of threads, and the helper functions that they name. */
import { ASSERTION_WGSL } from './assertions';
import { CONVERT_WGSL } from './rounding';
import { MATH_WGSL } from './math';

/** Threads of a workgroup in kernels of one thread per element. */
export const THREADS = 64;

/** What a word is taken for. */
export type Kind = 'f32' | 'i32' | 'u32';

const HELPERS: Readonly<Record<string, string>> = { ...ASSERTION_WGSL, ...CONVERT_WGSL, ...MATH_WGSL };

/** The helper functions that `code` names, and those that they name in turn. */
function helpersOf(code: string): string {
  const needed = new Map<string, string>();
  const visit = (text: string): void => {
    for (const [name] of text.matchAll(/\b[a-z]\w*(?=\()/g)) {
      const source = HELPERS[name];
      if (source === undefined || needed.has(name)) continue;
      needed.set(name, source);
      visit(source);
    }
  };
  visit(code);
  return [...needed.values()].join('\n');
}

function frame(params: string, code: string, word = 'u32'): string {
  return `
@group(0) @binding(0) var<storage, read_write> heap: array<${word}>;
struct Params { ${params} }
@group(0) @binding(1) var<uniform> params: Params;
${helpersOf(code)}
${code}`;
}

/** One thread for each of `params.n` elements; `i` is the element. */
export function shader(params: string, body: string, declarations = '', word = 'u32'): string {
  return frame(
    params,
    `${declarations}
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.y * (groups.x * ${THREADS}u) + id.x;
  if (i >= params.n) { return; }
  ${body}
}`,
    word,
  );
}

export const groupsFor = (n: number): number => Math.ceil(n / THREADS);

/** Workgroups of `threads`; `group` is the workgroup's number in a flat launch, `wg` its place, `t` the thread's number. */
export function groupShader(params: string, threads: number, body: string, declarations = ''): string {
  return frame(
    params,
    `${declarations}
@compute @workgroup_size(${threads})
fn main(
  @builtin(workgroup_id) wg: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) t: u32,
) {
  let group = wg.y * groups.x + wg.x;
  ${body}
}`,
  );
}
