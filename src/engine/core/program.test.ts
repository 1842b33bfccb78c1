/** Noted calls, repeated: with other inputs, gradients and writes in place; what can't be noted; nothing left behind. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, createTestBackend, numbersBehind, rowOf } from '../cpu/harness';
import type { CpuBackend } from '../cpu/backend';
import { gradMode, setGradMode } from './autograd';
import { installBackend } from './devices';
import { liveHandles } from './tensor';
import '../ops';

let backend: CpuBackend;
beforeAll(async () => {
  backend = await createTestBackend('simd');
  installBackend(backend);
});
beforeEach(() => {
  setGradMode(true);
});

const tensor = (...numbers: number[]): number => rowOf(backend, 'float64', numbers);
const values = (handle: number): number[] => numbersBehind(backend, handle);
function noted(work: () => number[]): number {
  call('program_begin');
  return call('program_end', ...work());
}
/** Says which of the tensors from outside each run is given, by the handles that they had. */
function bind(program: number, ...inputs: number[]): void {
  const outside: number[] = [];
  for (let handle = 0; (handle = call('program_external', program, outside.length)) !== 0;) outside.push(handle);
  call('program_bind', program, ...inputs.map((handle) => outside.indexOf(handle)));
}

/** The gradient of sum((scale · x)²), and x added to `total` on the way. */
function work(x: number, scale: number, total: number): number[] {
  call('add_', total, x, 1, 1);
  const scaled = call('mul', x, scale);
  const squares = call('square', scaled);
  call('free', scaled);
  const sum = call('sum', squares, 0, -1);
  call('free', squares);
  const gradient = call('gradients', 0, 0, 1, sum, 0, scale);
  call('free', sum);
  return [gradient];
}

function example() {
  const [x, scale, total] = [tensor(1, 2), tensor(3, 4), tensor(0, 0)] as const;
  call('set_requires_grad', scale, 1);
  let result = 0;
  const program = noted(() => {
    const [gradient = 0] = work(x, scale, total);
    result = gradient;
    return [gradient];
  });
  return { x, scale, total, result, program };
}

describe('programs', () => {
  test('repeat what was noted with another input', () => {
    const { x, scale, total, result, program } = example();
    expect(values(result)).toEqual([6, 32]);
    bind(program, x);
    const other = tensor(5, 1);
    const again = call('program_run', program, other);
    expect(values(again)).toEqual([150, 8]);
    expect(values(total)).toEqual([6, 3]);
    const straight = work(other, scale, tensor(0, 0));
    expect(values(straight[0] as number)).toEqual([150, 8]);
  });

  test("give an optimizer's update the numbers of each run, which notes need not agree about", () => {
    const [weight, gradient] = [tensor(1, 2), tensor(10, 20)] as const;
    const step = (rate: number): void => void call('sgd', rate, 0, 0, 0, 0, 0, 1, 1, weight, gradient);
    const noteOf = (rate: number): number =>
      noted(() => {
        step(rate);
        return [];
      });
    const [one, other] = [noteOf(0.1), noteOf(0.05)];
    expect(values(weight)).toEqual([-0.5, -1]);
    expect(call('program_text', one)).toBe(call('program_text', other));
    bind(one, weight);
    expect(call('program_run', one, 0.5, weight)).toBe(0);
    expect(values(weight)).toEqual([-5.5, -11]);
    const another = tensor(0, 0);
    call('program_run', one, 0.25, another);
    expect(values(another)).toEqual([-2.5, -5]);
  });

  test('leave nothing behind', () => {
    const { x, program } = example();
    bind(program, x);
    const before = liveHandles();
    for (let i = 0; i < 5; i++) call('free', call('program_run', program, x));
    expect(liveHandles()).toBe(before);
  });

  test('keep the tensors from outside that are not given anew, until they are forgotten', () => {
    const { x, scale, program } = example();
    bind(program, x);
    call('free', scale);
    expect(values(call('program_run', program, x))).toEqual([6, 32]);
    call('program_free', program);
    expect(() => call('sizes', scale)).toThrow(/no tensor/);
  });

  test('refuse inputs of other shapes, dtypes or needs', () => {
    const { x, program } = example();
    bind(program, x);
    expect(call('program_run', program, tensor(1, 2, 3))).toBe(-1);
    expect(call('program_run', program, call('cast', x, 0))).toBe(-1);
    const wanting = tensor(1, 2);
    call('set_requires_grad', wanting, 1);
    expect(call('program_run', program, wanting)).toBe(-1);
  });

  test('say the same text for the same work only', () => {
    const [one, same] = [example(), example()];
    const text = (program: number): unknown => call('program_text', program);
    expect(text(one.program)).toBe(text(same.program));
    const [a, b] = [1, 2].map((factor) => noted(() => [call('mul_scalar', one.x, factor, 2)]));
    expect(text(a as number)).not.toBe(text(b as number));
    const crossed = noted(() => work(one.total, one.scale, one.x));
    expect(text(crossed)).toBe(text(one.program));
    const swapped = noted(() => [call('sub', one.x, one.total)]);
    const straight = noted(() => [call('sub', one.x, one.x)]);
    expect(text(swapped)).not.toBe(text(straight));
  });

  test('give a tensor that an operation gives back as it is', () => {
    const x = tensor(1, 2);
    const program = noted(() => {
      const same = call('contiguous', x);
      expect(same).toBe(x);
      const doubled = call('add', same, x);
      call('free', same);
      return [doubled];
    });
    bind(program, x);
    const other = tensor(3, 4);
    const before = liveHandles();
    const result = call('program_run', program, other);
    expect(values(result)).toEqual([6, 8]);
    expect(liveHandles()).toBe(before + 1);
    expect(values(other)).toEqual([3, 4]);
  });

  test('are not made of work that looks at elements or leaves its results elsewhere', () => {
    const x = tensor(1, 2);
    const one = tensor(7);
    call('set_requires_grad', one, 1);
    expect(noted(() => [call('mul_scalar', x, call('item', one), 2)])).toBe(0);
    expect(noted(() => [call('nonzero', x)])).toBe(0);
    expect(noted(() => [x])).toBe(0);
    expect(
      noted(() => {
        call('backward', 0, 0, 1, call('square', one), 0);
        return [call('neg', x)];
      }),
    ).toBe(0);
    expect(noted(() => [call('neg', x)])).toBeGreaterThan(0);
  });

  test('that fail free what they made and leave the mode of gradients alone', () => {
    const x = tensor(1, 0);
    const index = call('cast', x, 4);
    const program = noted(() => {
      call('set_grad_mode', 0);
      const negative = call('neg', x);
      const chosen = call('index_select', negative, 0, index);
      call('free', negative);
      call('set_grad_mode', 1);
      return [chosen];
    });
    bind(program, index);
    const wrong = call('cast', tensor(1, 9), 4);
    const before = liveHandles();
    expect(() => call('program_run', program, wrong)).toThrow(/out of range/);
    expect(liveHandles()).toBe(before);
    expect(gradMode()).toBe(true);
    expect(values(call('program_run', program, index))).toEqual([-0, -1]);
  });
});
