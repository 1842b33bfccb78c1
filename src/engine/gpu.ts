/** The choice of the cuda device: opens a GPU when it is wanted and there is one, and says why when there is not. */
import type { DevicePreference, DeviceStatus, NoGpuReason } from '../protocol/messages';
import { installBackend, removeBackend } from './core/devices';
import { expose } from './core/expose';
import { openGpu, type OpenedGpu } from './kernels/webgpu/adapter';
import { WebGpuBackend } from './kernels/webgpu/backend';

interface Opened {
  readonly gpu: OpenedGpu;
  readonly backend: WebGpuBackend;
}

/** The device in use or in reserve: tensors outlive a switch to the cpu. Null before the first use and after a loss. */
let opened: Opened | null = null;

const cpuOnly = (reason: NoGpuReason): DeviceStatus => ({ active: 'cpu', adapter: null, software: false, reason });

export class GpuChoice {
  private current: DeviceStatus = cpuOnly('switched-off');
  /** Choices take effect one after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly onLost: () => void) {}

  status(): DeviceStatus {
    return this.current;
  }

  /** Machine.catchUp of the GPU in use. */
  catchUp(): Promise<unknown> | null {
    return opened?.backend.machine.catchUp() ?? null;
  }

  /** `auto` takes a real GPU only; a software adapter serves those who ask for it. */
  choose(preference: DevicePreference, allowSoftware: boolean): Promise<DeviceStatus> {
    const chosen = this.last.then(async () => (this.current = await this.apply(preference, allowSoftware)));
    this.last = chosen.catch(() => undefined);
    return chosen;
  }

  private async apply(preference: DevicePreference, allowSoftware: boolean): Promise<DeviceStatus> {
    removeBackend('cuda');
    if (preference === 'cpu') return cpuOnly('switched-off');
    if (opened === null) {
      const gpu = await openGpu(allowSoftware);
      if (typeof gpu === 'string') return cpuOnly(gpu);
      opened = { gpu, backend: new WebGpuBackend(gpu, () => this.lost(gpu)) };
    }
    const { gpu, backend } = opened;
    if (gpu.software && !allowSoftware) return cpuOnly('software-adapter');
    installBackend(backend);
    return { active: 'cuda', adapter: gpu.name, software: gpu.software, reason: null };
  }

  private lost(gpu: OpenedGpu): void {
    if (opened?.gpu !== gpu) return;
    opened = null;
    removeBackend('cuda');
    this.current = cpuOnly('device-lost');
    this.onLost();
  }
}

/** What torch.cuda and the performance panel ask for; all 0 without a GPU. */
const ask = (name: string, answer: (backend: WebGpuBackend) => number): void =>
  expose(name, '', () => (opened === null ? 0 : answer(opened.backend)));

ask('gpu_bytes', ({ machine }) => machine.memory.used);
ask('gpu_bytes_peak', ({ machine }) => machine.memory.peak);
ask('gpu_bytes_reserved', ({ machine }) => machine.memory.reserved);
ask('gpu_buffers', ({ machine }) => machine.buffers);
ask('gpu_dispatches', ({ machine }) => machine.counters.dispatches);
ask('gpu_submits', ({ machine }) => machine.counters.submits);
ask('gpu_reads', ({ machine }) => machine.counters.reads);
ask('gpu_bytes_read', ({ machine }) => machine.counters.bytesRead);
ask('gpu_bytes_written', ({ machine }) => machine.counters.bytesWritten);
ask('gpu_shaders', ({ machine }) => machine.counters.pipelines);
expose('gpu_reset_peak', '', () => opened?.backend.machine.resetPeak());
