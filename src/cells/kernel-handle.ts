/** The one kernel of the page: made when a lesson first needs it, watched by everything that shows its state. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kernel, KernelStatus } from '../kernel/kernel';
import { preferences } from '../shared/preferences';
import { connectShelf, keepPythonFile, openShelf } from './file-shelf';

export interface KernelView {
  /** Null before a lesson has asked for Python. */
  readonly status: KernelStatus | null;
  /** The kernel's own code could not be fetched. */
  readonly loadError: string | null;
}

export const kernelView = createStore<KernelView>(() => ({ status: null, loadError: null }));

/** `own`: the reader's Python, with the reader's files. `shared`: for code from a link, which must not touch them. */
export type KernelUse = 'own' | 'shared';

let opened: { readonly use: KernelUse; readonly kernel: Promise<Kernel> } | null = null;

/** The kernel in use, or one for another use in its place. */
export function openKernel(use: KernelUse = opened?.use ?? 'own'): Promise<Kernel> {
  if (opened?.use === use) return opened.kernel;
  opened?.kernel.then(
    (before) => before.dispose(),
    () => undefined,
  );
  const kernel = startKernel(use);
  opened = { use, kernel };
  kernel.catch((error: unknown) => {
    if (opened?.kernel === kernel) opened = null;
    kernelView.setState({ loadError: String(error) });
  });
  return kernel;
}

async function startKernel(use: KernelUse): Promise<Kernel> {
  kernelView.setState({ status: null, loadError: null });
  const [{ createKernel }, files] = await Promise.all([import('../kernel/client'), openShelf()]);
  const kernel = createKernel({
    device: preferences.getState().device,
    ...(use === 'own' && {
      files: [...files.values()].map(({ path, bytes }) => [path, bytes] as const),
      onFile: keepPythonFile,
    }),
  });
  connectShelf(use === 'own' ? kernel : null);
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
