/** Which devices this engine has; operations find the backend of a new tensor here. */
import type { Backend, DeviceKind } from './backend';
import { fail } from './errors';

const backends = new Map<DeviceKind, Backend>();

export function installBackend(backend: Backend): void {
  backends.set(backend.kind, backend);
}

export function removeBackend(kind: DeviceKind): void {
  backends.delete(kind);
}

export function backendFor(kind: DeviceKind): Backend {
  const backend = backends.get(kind);
  if (backend !== undefined) return backend;
  return fail('RuntimeError', kind === 'cuda' ? 'No CUDA GPUs are available' : 'the cpu device is not ready');
}

interface Placed {
  readonly backend: Backend;
}

/** The device of a tensor as PyTorch writes it. */
export const deviceName = ({ backend }: Placed): string => (backend.kind === 'cuda' ? 'cuda:0' : 'cpu');

/**
 * Refuses operands on several devices in PyTorch's words. The first one's device is the expected one; `method` and the
 * names of the arguments are PyTorch's, where learners know them from messages.
 */
export function refuseDevices(operands: Readonly<Record<string, Placed | null>>, method?: string): never {
  const given = Object.entries(operands).flatMap(([name, operand]) => (operand === null ? [] : [{ name, operand }]));
  const [first] = given;
  const other = given.find(({ operand }) => operand.backend !== first?.operand.backend);
  if (first === undefined || other === undefined) return refuseForeignMemory();
  const where = method === undefined ? '' : ` (when checking argument for argument ${other.name} in method ${method})`;
  return fail(
    'RuntimeError',
    `Expected all tensors to be on the same device, but found at least two devices, ${deviceName(first.operand)} and ${deviceName(other.operand)}!${where}`,
  );
}

/** For kernels: memory that belongs to another device. Operations that know their arguments' names refuse before. */
export const refuseForeignMemory = (): never =>
  fail(
    'RuntimeError',
    'Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!',
  );

/** Device codes of the bridge: 0 cpu, 1 cuda. */
export const backendFromCode = (code: number): Backend => backendFor(code === 1 ? 'cuda' : 'cpu');

/** Memory that the cpu device shares with Python. */
export interface EngineMemory {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(pointer: number): void;
}

let shared: EngineMemory | null = null;
let bytes = new Uint8Array(0);

export function setMemory(memory: EngineMemory): void {
  shared = memory;
  bytes = new Uint8Array(memory.memory.buffer);
}

/** All of the memory; made anew after it grew, when the old buffer is detached. */
export function memoryView(): Uint8Array<ArrayBuffer> {
  if (shared === null) return fail('RuntimeError', 'the engine has no memory yet');
  if (bytes.buffer !== shared.memory.buffer) bytes = new Uint8Array(shared.memory.buffer);
  return bytes;
}
