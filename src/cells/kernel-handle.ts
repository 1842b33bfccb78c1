/** The one kernel of the page: made when a lesson first needs it, watched by everything that shows its state. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kernel, KernelStatus } from '../kernel/kernel';
import { preferences } from '../shared/preferences';
import { connectShelf, keepPythonFile, openShelf } from './file-shelf';

/** Where torchvision and keras look for the images of MNIST that do not come with the page; below the home folder. */
const REST_OF_MNIST = '.datasets/mnist-rest.bin';

export interface KernelView {
  /** Null before a lesson has asked for Python. */
  readonly status: KernelStatus | null;
  /** The kernel's own code could not be fetched. */
  readonly loadError: string | null;
}

export const kernelView = createStore<KernelView>(() => ({ status: null, loadError: null }));

/** `own`: the reader's Python, with the reader's files. `shared`: for code from a link, which must not touch them. */
export type KernelUse = 'own' | 'shared';

let opened: { readonly use: KernelUse; readonly kernel: Promise<Kernel>; readonly end: () => void } | null = null;

/** The kernel in use, or one for another use in its place. */
export function openKernel(use: KernelUse = opened?.use ?? 'own'): Promise<Kernel> {
  if (opened?.use === use) return opened.kernel;
  opened?.end();
  const started = startKernel(use);
  const kernel = started.then((result) => result.kernel);
  const end = (): void =>
    void started.then(
      (result) => result.end(),
      () => undefined,
    );
  opened = { use, kernel, end };
  kernel.catch((error: unknown) => {
    if (opened?.kernel === kernel) opened = null;
    kernelView.setState({ loadError: String(error) });
  });
  return kernel;
}

async function startKernel(use: KernelUse): Promise<{ readonly kernel: Kernel; readonly end: () => void }> {
  kernelView.setState({ status: null, loadError: null });
  const [{ createKernel }, shelved, data] = await Promise.all([
    import('../kernel/client'),
    openShelf(),
    preferences.getState().allOfMnist ? restOfMnist() : [],
  ]);
  const files = [...shelved.values()].map(({ path, bytes }) => [path, bytes] as const);
  const kernel = createKernel({
    device: preferences.getState().device,
    files: use === 'own' ? [...files, ...data] : data,
    keepSnapshot: preferences.getState().keepOffline,
    ...(use === 'own' && { onFile: keepPythonFile }),
  });
  connectShelf(use === 'own' ? kernel : null);
  kernelView.setState({ status: kernel.getStatus() });
  kernel.subscribe(() => kernelView.setState({ status: kernel.getStatus() }));
  const stop = preferences.subscribe(({ device, allOfMnist }, before) => {
    if (device !== before.device) kernel.setDevice(device);
    if (before.allOfMnist && !allOfMnist) kernel.putFile(REST_OF_MNIST, null);
    if (allOfMnist && !before.allOfMnist)
      void restOfMnist().then((found) => {
        // The reader may have changed their mind during the download.
        if (preferences.getState().allOfMnist) found.forEach((file) => kernel.putFile(...file));
      });
  });
  const end = (): void => {
    stop();
    kernel.dispose();
  };
  return { kernel, end };
}

/** Nothing when it cannot be had: the first images, which come with the page, serve then. */
async function restOfMnist(): Promise<readonly (readonly [path: string, bytes: Uint8Array])[]> {
  try {
    const { loadLater } = await import('../kernel/client');
    return [[REST_OF_MNIST, await loadLater('mnist-rest.bin')]];
  } catch {
    return [];
  }
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
