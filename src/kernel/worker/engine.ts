/** Joins the engine to Python's memory and to bridge.py; which operations there are is left to the engine. */
import { createEngine } from '../../engine';
import type { Engine } from '../../engine';
import type { PyodideInterface } from 'pyodide';
import type { DevicePreference, DeviceStatus, NoGpuReason } from '../../protocol/messages';
import { memoryOf } from './python';
import { hasStackSwitching } from './runtime';

export interface EngineControl {
  status(): DeviceStatus;
  setDevice(preference: DevicePreference): Promise<DeviceStatus>;
  catchUp(): Promise<unknown> | null;
}

/** src/python/bridge.py, with the functions that the engine calls back. */
interface Bridge {
  attach(functions: unknown): void;
  set_device_status(active: string, adapter: string | undefined, software: boolean, reason: string): void;
  readonly raise_error: (kind: string, message: string) => never;
  readonly forget: (id: number) => void;
  readonly pack: (handle: number) => number;
  readonly unpack: (id: number) => number;
}

const cpuOnly = (reason: NoGpuReason): DeviceStatus => ({ active: 'cpu', adapter: null, software: false, reason });

export async function startEngine(
  pyodide: PyodideInterface,
  kernels: WebAssembly.Module,
  preference: DevicePreference,
  onGpuLost: (device: DeviceStatus) => void,
): Promise<EngineControl> {
  const bridge = pyodide.pyimport('bridge') as Bridge;
  let status = cpuOnly('switched-off');
  const say = (next: DeviceStatus): DeviceStatus => {
    status = next;
    bridge.set_device_status(next.active, next.adapter ?? undefined, next.software, next.reason ?? '');
    return next;
  };
  const engine = await createEngine({
    memory: memoryOf(pyodide),
    kernels,
    onGpuLost: () => onGpuLost(say(cpuOnly('device-lost'))),
  });
  bridge.attach(pyodide.toPy(engine.functions));
  engine.setRaiser(bridge.raise_error);
  engine.setPythonCallbacks({ forget: bridge.forget, pack: bridge.pack, unpack: bridge.unpack });

  const setDevice = async (wanted: DevicePreference): Promise<DeviceStatus> => say(await chooseDevice(engine, wanted));
  await setDevice(preference);
  return { status: () => status, setDevice, catchUp: () => engine.catchUp() };
}

/** Reading from the GPU blocks Python until the data are there, which takes stack switching. */
async function chooseDevice(engine: Engine, preference: DevicePreference): Promise<DeviceStatus> {
  if (preference !== 'cpu' && !hasStackSwitching) return cpuOnly('no-jspi');
  return engine.setDevice(preference);
}
