/** Joins the engine to Python's memory and to bridge.py; which operations there are is left to the engine. */
import { createEngine } from '../../engine';
import type { Engine } from '../../engine';
import type { PyodideInterface } from 'pyodide';
import type { DevicePreference, DeviceStatus, Effort, NoGpuReason } from '../../protocol/messages';
import { memoryOf } from './python';
import { hasStackSwitching } from './runtime';

export interface EngineControl {
  status(): DeviceStatus;
  setDevice(preference: DevicePreference): Promise<DeviceStatus>;
  catchUp(): Promise<unknown> | null;
  /** Begins to count; the function that it gives says what was asked of the machine since. */
  measure(): () => Effort;
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
  return { status: () => status, setDevice, catchUp: () => engine.catchUp(), measure: () => measure(engine) };
}

function measure({ functions }: Engine): () => Effort {
  const read = (name: string): number => Number(functions[name]?.() ?? 0);
  const counters = (): number[] =>
    ['gpu_dispatches', 'gpu_submits', 'gpu_reads', 'gpu_bytes_read'].map((name) => read(name));
  const before = counters();
  return () => {
    const [commands = 0, submits = 0, reads = 0, bytesRead = 0] = counters().map((n, i) => n - (before[i] ?? 0));
    // A lost GPU begins to count anew.
    const gpu = commands <= 0 ? null : { commands, submits, reads, bytesRead, memory: read('gpu_bytes') };
    return { memory: read('memory_bytes'), gpu };
  };
}

/** Reading from the GPU blocks Python until the data are there, which takes stack switching. */
async function chooseDevice(engine: Engine, preference: DevicePreference): Promise<DeviceStatus> {
  if (preference !== 'cpu' && !hasStackSwitching) return cpuOnly('no-jspi');
  return engine.setDevice(preference);
}
