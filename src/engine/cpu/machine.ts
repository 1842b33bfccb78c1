/** What the cpu device's operations share: kernels, pointers, scratch memory, and the error for a dtype without kernels. */
import { refuseForeignMemory, type EngineMemory } from '../core/devices';
import { bytesOf, codeOf, scalarName, type DType } from '../core/dtype';
import { fail } from '../core/errors';
import type { Tensor } from '../core/tensor';
import { Descriptor, DESCRIPTOR_BYTES } from './descriptor';
import type { Kernels } from './kernels';
import { Pool } from './pool';

const VALUE_BYTES = 32;
const GEOMETRY_BYTES = 64;

export class Machine {
  readonly pool: Pool;
  readonly layout = new Descriptor();
  /** Where a descriptor is written for the next kernel. */
  readonly desc: number;
  private readonly value: number;
  private readonly geometry: number;
  private workspacePointer = 0;
  private workspaceBytes = 0;
  private readonly memory: WebAssembly.Memory;
  private words: Int32Array;
  private bytes: Uint8Array;

  constructor(
    readonly kernels: Kernels,
    owner: EngineMemory,
  ) {
    this.memory = owner.memory;
    this.pool = new Pool(owner);
    this.desc = this.pool.take(DESCRIPTOR_BYTES + VALUE_BYTES + GEOMETRY_BYTES);
    this.value = this.desc + DESCRIPTOR_BYTES + 4;
    this.geometry = this.value + VALUE_BYTES;
    this.words = new Int32Array(owner.memory.buffer);
    this.bytes = new Uint8Array(owner.memory.buffer);
  }

  /** Memory as i32; made anew after it grew, when the old view has length 0. */
  get i32(): Int32Array {
    if (this.words.length === 0) this.words = new Int32Array(this.memory.buffer);
    return this.words;
  }

  get u8(): Uint8Array {
    if (this.bytes.length === 0) this.bytes = new Uint8Array(this.memory.buffer);
    return this.bytes;
  }

  /** Valid until the next call. */
  workspace(bytes: number): number {
    if (bytes > this.workspaceBytes) {
      if (this.workspaceBytes > 0) this.pool.give(this.workspacePointer, this.workspaceBytes);
      this.workspaceBytes = 0;
      this.workspacePointer = this.pool.take(bytes);
      this.workspaceBytes = bytes;
    }
    return this.workspacePointer;
  }

  /** Lays the operands out for a strided kernel. A result of 1: one row, whose strides are at index 0 of the layout. */
  describe(out: Tensor, a: Tensor | null, b: Tensor | null, c: Tensor | null): number {
    this.layout.describe(out, a, b, c);
    return this.layout.rank;
  }

  writeDescriptor(): number {
    this.layout.write(this.i32, this.desc);
    return this.desc;
  }

  /** Puts one element of a dtype where the returned pointer says, converted as PyTorch converts Python numbers. */
  element(value: number | bigint, dtype: DType): number {
    const view = new DataView(this.memory.buffer, this.value, VALUE_BYTES);
    if (dtype === 'int64') {
      view.setBigInt64(0, typeof value === 'bigint' ? BigInt.asIntN(64, value) : truncated(value), true);
    } else if (typeof value === 'bigint' && dtype !== 'float32' && dtype !== 'float64') {
      view.setBigInt64(16, BigInt.asIntN(64, value), true);
      this.kernels.copy(codeOf('int64') * 10 + codeOf(dtype), this.value + 16, 8, this.value, 8, 1);
    } else {
      view.setFloat64(16, Number(value), true);
      this.kernels.copy(codeOf('float64') * 10 + codeOf(dtype), this.value + 16, 8, this.value, 8, 1);
    }
    return this.value;
  }

  writeGeometry(numbers: readonly number[]): number {
    this.i32.set(numbers, this.geometry >>> 2);
    return this.geometry;
  }
}

function truncated(value: number): bigint {
  if (!Number.isFinite(value)) return -(2n ** 63n);
  return BigInt.asIntN(64, BigInt(Math.trunc(value)));
}

export function pointerOf(tensor: Tensor): number {
  const { memory } = tensor.storage;
  if (typeof memory !== 'number') return refuseForeignMemory();
  return memory + tensor.offset * bytesOf(tensor.dtype);
}

/** The kernel for a dtype, or PyTorch's error when there is none. */
export function kernelFor<F>(table: Readonly<Partial<Record<DType, F>>>, dtype: DType, name: string): F {
  const kernel = table[dtype];
  return kernel ?? fail('RuntimeError', `"${name}_cpu" not implemented for '${scalarName(dtype)}'`);
}

/** Positions of the names in a list of operations: the codes that kernels receive. */
export function codesOf<Op extends string>(names: readonly Op[]): Readonly<Record<Op, number>> {
  return Object.fromEntries(names.map((name, code) => [name, code])) as Record<Op, number>;
}
