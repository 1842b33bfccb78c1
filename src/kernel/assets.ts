/** Fetches what the sandbox needs, with progress; an asset that cannot be loaded is an error that names it. */
import { assets, data, later } from 'virtual:kernel-assets';
import type { SandboxAssets } from './relay';

type BuiltAsset = (typeof assets)['worker'];

/** A function that uses one relaxed SIMD instruction (i8x16.relaxed_swizzle of two splats). */
const RELAXED_SIMD_PROBE = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15, 253, 128, 2, 11],
]);

export interface DownloadProgress {
  readonly loaded: number;
  readonly total: number;
}

export class AssetError extends Error {
  override readonly name = 'AssetError';
  readonly asset: string;
  readonly detail: string;

  constructor(asset: string, detail: string) {
    super(`${asset} could not be loaded: ${detail}`);
    this.asset = asset;
    this.detail = detail;
  }
}

async function download(asset: BuiltAsset, onBytes: (count: number) => void): Promise<ArrayBuffer> {
  const name = asset.url.split('/').pop() ?? asset.url;
  try {
    const response = await fetch(asset.url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    if (!response.body) throw new Error('empty answer');
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          onBytes(chunk.length);
          controller.enqueue(chunk);
        },
      }),
    );
    const whole = asset.gzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
    return await new Response(whole).arrayBuffer();
  } catch (error) {
    throw new AssetError(name, error instanceof Error ? error.message : String(error));
  }
}

async function loadAll(onProgress: (progress: DownloadProgress) => void): Promise<SandboxAssets> {
  const kernels = WebAssembly.validate(RELAXED_SIMD_PROBE) ? assets.kernelsRelaxed : assets.kernelsSimd;
  const wanted = [assets.worker, assets.python, assets.stdlib, assets.packages, kernels, ...Object.values(data)];
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let loaded = 0;
  const get = (asset: BuiltAsset): Promise<ArrayBuffer> =>
    download(asset, (count) => {
      loaded += count;
      onProgress({ loaded: Math.min(loaded, total), total });
    });
  const [worker, python, stdlib, packages, kernelCode, ...files] = await Promise.all([
    get(assets.worker),
    get(assets.python),
    get(assets.stdlib),
    get(assets.packages),
    get(kernels),
    ...Object.values(data).map(get),
  ]);
  return {
    workerCode: new TextDecoder().decode(worker),
    python,
    stdlib,
    packages,
    kernels: kernelCode,
    data: Object.fromEntries(Object.keys(data).map((name, index) => [name, files[index] ?? new ArrayBuffer(0)])),
  };
}

let pending: Promise<SandboxAssets> | null = null;
const listeners = new Set<(progress: DownloadProgress) => void>();

/** Loads once for all kernels of the page; a failed attempt may be repeated. */
export async function loadAssets(onProgress: (progress: DownloadProgress) => void): Promise<SandboxAssets> {
  listeners.add(onProgress);
  pending ??= loadAll((progress) => listeners.forEach((listener) => listener(progress)));
  try {
    return await pending;
  } catch (error) {
    pending = null;
    throw error;
  } finally {
    listeners.delete(onProgress);
  }
}

/** A file that no kernel needs to start; the service worker answers once the reader keeps it. */
export async function loadLater(name: string): Promise<Uint8Array> {
  const asset = later[name];
  if (!asset) throw new AssetError(name, 'the site has no such file');
  return new Uint8Array(await download(asset, () => undefined));
}
