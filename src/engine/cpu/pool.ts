/**
 * The cpu device's storages: blocks of shared memory, aligned to 64 bytes, kept for reuse by size when freed, because a
 * training step frees and takes the same sizes again and again. Also a memory of its own for engines without Pyodide.
 */
import type { EngineMemory } from '../core/devices';
import { fail } from '../core/errors';

const UNIT = 64;
/** Freed blocks beyond this many bytes go back to the memory's owner at once. */
const KEEP = 64 * 2 ** 20;

/** Sizes in units: 1 to 16, then four steps to each doubling. */
function classOf(units: number): number {
  if (units <= 16) return units;
  const exponent = 31 - Math.clz32(units - 1);
  const steps = Math.ceil(units / 2 ** (exponent - 2));
  return (exponent - 4) * 4 + steps + 12;
}

function unitsOfClass(sizeClass: number): number {
  if (sizeClass <= 16) return sizeClass;
  const exponent = Math.floor((sizeClass - 17) / 4) + 4;
  return (sizeClass - 12 - (exponent - 4) * 4) * 2 ** (exponent - 2);
}

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT));

export class Pool {
  private readonly freed: number[][] = [];
  /** Bytes in freed blocks that are kept. */
  private kept = 0;
  /** Bytes in blocks that are in use. */
  used = 0;

  constructor(private readonly owner: EngineMemory) {}

  /** Uninitialised; throws PyTorch's error when there is not enough memory. */
  take(bytes: number): number {
    const sizeClass = classOf(unitsOf(bytes));
    const size = unitsOfClass(sizeClass) * UNIT;
    const list = this.freed[sizeClass];
    const reused = list?.pop();
    this.used += size;
    if (reused !== undefined) {
      this.kept -= size;
      return reused;
    }
    const pointer = this.fresh(size);
    if (pointer !== 0) return pointer;
    this.used -= size;
    return fail('RuntimeError', `DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes.`);
  }

  give(pointer: number, bytes: number): void {
    const sizeClass = classOf(unitsOf(bytes));
    const size = unitsOfClass(sizeClass) * UNIT;
    this.used -= size;
    if (this.kept + size > KEEP) return this.release(pointer);
    this.kept += size;
    (this.freed[sizeClass] ??= []).push(pointer);
  }

  /** Gives every kept block back to the owner. */
  trim(): void {
    for (const list of this.freed) for (const pointer of list ?? []) this.release(pointer);
    this.freed.length = 0;
    this.kept = 0;
  }

  /** The owner's pointer stands in the four bytes before the block. */
  private fresh(size: number): number {
    let base = this.owner.malloc(size + UNIT);
    if (base === 0 && this.kept > 0) {
      this.trim();
      base = this.owner.malloc(size + UNIT);
    }
    if (base === 0) return 0;
    // Pointers above 2 GiB come as negative numbers.
    base >>>= 0;
    const pointer = base + UNIT - (base % UNIT);
    new DataView(this.owner.memory.buffer).setUint32(pointer - 4, base, true);
    return pointer;
  }

  private release(pointer: number): void {
    this.owner.free(new DataView(this.owner.memory.buffer).getUint32(pointer - 4, true));
  }
}

/** A growing memory with the simplest of allocators: freed blocks serve requests of exactly their size. */
export function standaloneMemory(): EngineMemory {
  const PAGE = 65536;
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  const freed = new Map<number, number[]>();
  const sizes = new Map<number, number>();
  let top = UNIT;
  return {
    memory,
    malloc(bytes) {
      const size = (bytes + 15) & ~15;
      const reused = freed.get(size)?.pop();
      if (reused !== undefined) return reused;
      const end = top + size;
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) {
        try {
          memory.grow(Math.max(Math.ceil(missing / PAGE), 256));
        } catch {
          return 0;
        }
      }
      const pointer = top;
      top = end;
      sizes.set(pointer, size);
      return pointer;
    },
    free(pointer) {
      const size = sizes.get(pointer);
      if (size === undefined) throw new RangeError(`nothing was allocated at ${pointer}`);
      const list = freed.get(size);
      if (list === undefined) freed.set(size, [pointer]);
      else list.push(pointer);
    },
  };
}
