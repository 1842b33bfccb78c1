/** Finds a GPU and opens it as a tfjs WebGPU backend, whose device, buffers and command queue the machine works with. */
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';

export type OpenFailure = 'no-webgpu' | 'no-adapter' | 'software-adapter';

export interface OpenedGpu {
  readonly tfjs: WebGPUBackend;
  readonly name: string;
  /** Runs on the CPU (SwiftShader, llvmpipe): right, but slower than the cpu device. */
  readonly software: boolean;
}

/** Limits that are raised to what the adapter has; everything else keeps WebGPU's defaults. */
const LIMITS = ['maxBufferSize', 'maxStorageBufferBindingSize', 'maxComputeWorkgroupStorageSize'] as const;
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

export function describeAdapter({ info }: GPUAdapter): { name: string; software: boolean } {
  const { vendor, architecture, device, description } = info;
  // Browsers leave most of these empty; the longest description that there is names the card best.
  const name = description || device || [vendor, architecture].filter((part) => part !== '').join(' ');
  const fallback = (info as { isFallbackAdapter?: boolean }).isFallbackAdapter === true;
  const software = fallback || SOFTWARE.test([vendor, architecture, device, description].join(' '));
  return { name: name === '' ? 'WebGPU' : name, software };
}

export async function openGpu(allowSoftware: boolean): Promise<OpenedGpu | OpenFailure> {
  // Types promise it; browsers without WebGPU and Node do not have it.
  const { gpu } = (globalThis.navigator ?? {}) as { readonly gpu?: GPU };
  if (gpu === undefined) return 'no-webgpu';
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return 'no-adapter';
  const { name, software } = describeAdapter(adapter);
  if (software && !allowSoftware) return 'software-adapter';
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]));
  const device = await adapter.requestDevice({ requiredLimits });
  return { tfjs: new WebGPUBackend(device, adapter.info), name, software };
}
