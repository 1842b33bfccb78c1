/** The engine as the kernel sees it: devices behind one table of functions that Python calls with numbers. */
import type { DevicePreference, DeviceStatus } from '../protocol/messages';
import { installBackend, setMemory, type EngineMemory } from './core/devices';
import { setRaiser, type ErrorKind } from './core/errors';
import { exposedFunctions, type ExposedFunction } from './core/expose';
import { CpuBackend } from './cpu/backend';
import { instantiateKernels } from './cpu/kernels';
import './ops';
import { setPythonCallbacks, type PythonCallbacks } from './ops/tensor-api';

export interface EngineOptions {
  /** Memory that the cpu device shares with Python. */
  readonly memory: EngineMemory;
  /** The compiled kernels (kernels/build.ts). */
  readonly kernels: WebAssembly.Module;
}

export interface Engine {
  readonly functions: Readonly<Record<string, ExposedFunction>>;
  setRaiser(raise: (kind: ErrorKind, message: string) => never): void;
  setPythonCallbacks(callbacks: PythonCallbacks): void;
}

export async function createEngine({ memory, kernels }: EngineOptions): Promise<Engine> {
  setMemory(memory);
  installBackend(new CpuBackend(await instantiateKernels(kernels, memory.memory), memory));
  return { functions: exposedFunctions(), setRaiser, setPythonCallbacks };
}
export type { DevicePreference, DeviceStatus, EngineMemory };
