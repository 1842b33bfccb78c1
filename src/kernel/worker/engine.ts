/** Joins the engine to Python's memory and to bridge.py; which operations there are is left to the engine. */
import type { PyodideInterface } from 'pyodide';
import type { DevicePreference, DeviceStatus } from '../../protocol/messages';

export interface EngineControl {
  status(): DeviceStatus;
  setDevice(preference: DevicePreference): Promise<DeviceStatus>;
}

const CPU: DeviceStatus = { active: 'cpu', adapter: null, software: false, reason: 'switched-off' };

export async function startEngine(
  _pyodide: PyodideInterface,
  _kernels: WebAssembly.Module,
  _device: DevicePreference,
  _onGpuLost: () => void,
): Promise<EngineControl> {
  return { status: () => CPU, setDevice: () => Promise.resolve(CPU) };
}
