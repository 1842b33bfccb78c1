import { describe, expect, test } from 'vitest';
import { UNARY_OPS } from '../core/opcodes';
import { buildKernels, opcodesSource } from './build';

/** Ids of the sections of a WASM module, in order. */
function sectionsOf(binary: Uint8Array): number[] {
  const ids: number[] = [];
  let at = 8;
  while (at < binary.length) {
    ids.push(binary[at++] as number);
    let size = 0;
    let byte: number;
    let shift = 0;
    do {
      byte = binary[at++] as number;
      size += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    at += size;
  }
  return ids;
}

describe('the compiled kernels', () => {
  test('both builds, made at once, are small and bring nothing of their own into the memory they are given', async () => {
    const builds = await Promise.all([buildKernels(), buildKernels({ relaxed: true })]);
    const DATA = 11;
    for (const binary of builds) {
      expect(binary.length).toBeLessThan(250_000);
      expect(sectionsOf(binary)).not.toContain(DATA);
    }
    const module = await WebAssembly.compile(new Uint8Array(builds[0]));
    const memories = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'memory');
    expect(memories).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
    expect(WebAssembly.Module.exports(module).filter(({ kind }) => kind !== 'function')).toEqual([]);
    expect(builds[0]).not.toEqual(builds[1]);
  }, 60_000);

  test('operation codes are positions in the lists', () => {
    expect(opcodesSource()).toContain(`enum Unary { ${UNARY_OPS.join(', ')} }`);
  });
});
