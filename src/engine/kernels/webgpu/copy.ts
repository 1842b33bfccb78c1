/** Copies that convert between types, fills, and choosing between two operands. */
import { bytesOf } from '../../core/dtype';
import { isContiguous } from '../../core/shape';
import type { Tensor } from '../../core/tensor';
import { conversion, kindOf, wordOf } from './convert';
import { elementwise } from './elementwise';
import { fillSource, type Machine } from './machine';
import { groupsFor } from './wgsl';

export function copy(machine: Machine, source: Tensor, out: Tensor): void {
  const [from, to] = [source.dtype, out.dtype];
  const code = conversion(from, to);
  // Without a conversion the words pass untouched, so one kernel serves all such pairs and every NaN keeps its bits.
  const plain = code === 'x';
  const same = plain || kindOf(from) === kindOf(to);
  elementwise(
    machine,
    {
      name: plain ? 'copy' : `copy ${from} ${to}`,
      code: () => code,
      kinds: [plain ? 'u32' : kindOf(from)],
      result: plain ? 'u32' : same ? kindOf(from) : kindOf(to),
      parameter: 'u32',
    },
    [source],
    out,
  );
}

export function fill(machine: Machine, out: Tensor, value: number | bigint): void {
  const n = out.numel;
  if (n === 0) return;
  const word = wordOf(value, out.dtype);
  if (n === 1 && out.storage.bytes === bytesOf(out.dtype)) return machine.setConstant(out, word);
  if (isContiguous(out.sizes, out.strides)) {
    machine.run('fill', fillSource, [n, machine.target(out), word], groupsFor(n));
    return;
  }
  elementwise(machine, { name: 'fill', code: () => 'p', kinds: [], result: 'u32', parameter: 'u32' }, [], out, word);
}

export function where(machine: Machine, condition: Tensor, a: Tensor, b: Tensor, out: Tensor): void {
  const name = 'where';
  const code = (): string => 'select(z, y, x != 0u)';
  elementwise(
    machine,
    { name, code, kinds: ['u32', 'u32', 'u32'], result: 'u32', parameter: 'u32' },
    [condition, a, b],
    out,
  );
}
