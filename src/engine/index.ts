/** The engine as the kernel sees it: devices behind one table of functions that Python calls with numbers. */
import type { DevicePreference, DeviceStatus } from '../protocol/messages';
import { installBackend, setMemory, type EngineMemory } from './core/devices';
import { setRaiser, type ErrorKind } from './core/errors';
import { exposedFunctions, type ExposedFunction } from './core/expose';
import { createCpuBackend } from './cpu/backend';
import { GpuChoice } from './gpu';
import './ops';
import { setPythonCallbacks, type PythonCallbacks } from './ops/backward-api';

export interface EngineOptions {
  /** Memory that the cpu device shares with Python. */
  readonly memory: EngineMemory;
  /** The compiled kernels (kernels/build.ts). */
  readonly kernels: WebAssembly.Module;
  /** The GPU went away with its tensors; the engine goes on on the cpu. */
  readonly onGpuLost?: () => void;
}

export interface Engine {
  readonly functions: Readonly<Record<string, ExposedFunction>>;
  setRaiser(raise: (kind: ErrorKind, message: string) => never): void;
  setPythonCallbacks(callbacks: PythonCallbacks): void;
  /**
   * Offers or withdraws the cuda device. Values on it arrive by promise, so the caller makes sure that Python can wait.
   * A software adapter is taken only when it is allowed, which asking for the GPU by name does.
   */
  setDevice(preference: DevicePreference, allowSoftware?: boolean): Promise<DeviceStatus>;
  status(): DeviceStatus;
  /** What a loop without reads should wait for now and then, so that the GPU's queue stays short; null when nothing. */
  catchUp(): Promise<unknown> | null;
}

export async function createEngine({ memory, kernels, onGpuLost }: EngineOptions): Promise<Engine> {
  setMemory(memory);
  installBackend(await createCpuBackend(memory, kernels));
  const gpu = new GpuChoice(() => onGpuLost?.());
  return {
    functions: exposedFunctions(),
    setRaiser,
    setPythonCallbacks,
    setDevice: (preference, allowSoftware = preference === 'gpu') => gpu.choose(preference, allowSoftware),
    status: () => gpu.status(),
    catchUp: () => gpu.catchUp(),
  };
}
export type { DevicePreference, DeviceStatus, EngineMemory };
