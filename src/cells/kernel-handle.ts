/** The one kernel of the page: made when a lesson first needs it, watched by everything that shows its state. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kernel, KernelStatus } from '../kernel/kernel';
import { preferences } from '../shared/preferences';

export interface KernelView {
  /** Null before a lesson has asked for Python. */
  readonly status: KernelStatus | null;
  /** The kernel's own code could not be fetched. */
  readonly loadError: string | null;
}

export const kernelView = createStore<KernelView>(() => ({ status: null, loadError: null }));

let opening: Promise<Kernel> | null = null;

export function openKernel(): Promise<Kernel> {
  opening ??= startKernel().catch((error: unknown) => {
    opening = null;
    kernelView.setState({ loadError: String(error) });
    throw error;
  });
  return opening;
}

async function startKernel(): Promise<Kernel> {
  kernelView.setState({ loadError: null });
  const { createKernel } = await import('../kernel/client');
  const kernel = createKernel({ device: preferences.getState().device });
  kernelView.setState({ status: kernel.getStatus() });
  kernel.subscribe(() => kernelView.setState({ status: kernel.getStatus() }));
  preferences.subscribe(({ device }, before) => {
    if (device !== before.device) kernel.setDevice(device);
  });
  return kernel;
}

export function useKernelView(): KernelView {
  return useStore(kernelView);
}

/** For event handlers: acts on the kernel when it can be had; failures are in the view already. */
export function withKernel(action: (kernel: Kernel) => void | Promise<void>): void {
  openKernel()
    .then(action)
    .catch(() => undefined);
}
