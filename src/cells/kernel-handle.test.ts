/** What the reader chooses reaches the kernel in use, that one alone. The kernel itself, which needs a browser, is e2e's part. */
import { beforeEach, expect, it, vi } from 'vitest';
import { preferences } from '../shared/preferences';
import { openKernel } from './kernel-handle';

interface Recorder {
  readonly heard: string[];
}
const { kernels, downloads } = vi.hoisted(() => ({
  kernels: [] as Recorder[],
  downloads: [] as ((bytes: Uint8Array) => void)[],
}));

vi.mock('../kernel/client', () => ({
  loadLater: () => new Promise<Uint8Array>((resolve) => downloads.push(resolve)),
  createKernel: () => {
    const heard: string[] = [];
    kernels.push({ heard });
    return {
      getStatus: () => null,
      subscribe: () => () => undefined,
      setDevice: (device: string) => heard.push(device),
      putFile: (path: string, bytes: Uint8Array | null) => heard.push(`${path} ${bytes === null ? 'gone' : 'there'}`),
      dispose: () => heard.push('disposed'),
    };
  },
}));

const REST = '.datasets/mnist-rest.bin';
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  preferences.setState({ allOfMnist: false, device: 'auto' });
  await openKernel('own');
  for (const { heard } of kernels) heard.length = 0;
});

it('a download that arrives after it was switched off puts nothing back', async () => {
  preferences.setState({ allOfMnist: true });
  await vi.waitFor(() => expect(downloads.length).toBe(1));
  preferences.setState({ allOfMnist: false });
  downloads.shift()?.(new Uint8Array(1));
  await settle();
  expect(kernels.at(-1)?.heard).toEqual([`${REST} gone`]);

  preferences.setState({ allOfMnist: true });
  await vi.waitFor(() => expect(downloads.length).toBe(1));
  downloads.shift()?.(new Uint8Array(1));
  await settle();
  expect(kernels.at(-1)?.heard).toEqual([`${REST} gone`, `${REST} there`]);
});

it('a kernel that was replaced hears of no choice any more', async () => {
  const before = kernels.at(-1);
  await openKernel('shared');
  await settle();
  preferences.setState({ device: 'cpu' });
  expect(before?.heard).toEqual(['disposed']);
  expect(kernels.at(-1)?.heard).toEqual(['cpu']);
});
