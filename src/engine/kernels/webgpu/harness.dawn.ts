/**
 * For unit tests and benchmarks: WebGPU in Node through Dawn, on the software adapter that a Chromium brings along where
 * there is no other. Puts `navigator.gpu` and WebGPU's classes where browsers have them.
 */
import { existsSync, linkSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Dawn {
  readonly create: (flags: readonly string[]) => GPU;
  readonly globals: object;
}

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/dawn/', import.meta.url));
/** Where Chromium's files are when its command is a script. */
const USUAL = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome'];

/** A folder with SwiftShader and a Vulkan loader. */
async function softwareVulkan(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const named = [process.env['CHROMIUM_PATH'], chromium.executablePath()].filter(
    (path) => path !== undefined && existsSync(path),
  );
  const folders = [...named.map((path) => dirname(realpathSync(path as string))), ...USUAL];
  return (
    folders.find(
      (folder) => existsSync(join(folder, 'vk_swiftshader_icd.json')) && existsSync(join(folder, 'libvulkan.so.1')),
    ) ?? null
  );
}

async function loadDawn(): Promise<Dawn> {
  const modulePath = join(
    dirname(createRequire(import.meta.url).resolve('webgpu')),
    'dist',
    `${process.platform}-${process.arch}`,
    'dawn.node',
  );
  const folder =
    process.platform === 'linux' && process.env['VK_DRIVER_FILES'] === undefined ? await softwareVulkan() : null;
  if (folder === null) return (await import('webgpu')) as Dawn;
  // Dawn looks for the Vulkan loader beside itself, and nothing else in this process can tell it where to look.
  process.env['VK_DRIVER_FILES'] = join(folder, 'vk_swiftshader_icd.json');
  const own = join(CACHE, String(process.pid));
  mkdirSync(own, { recursive: true });
  process.on('exit', () => rmSync(own, { recursive: true, force: true }));
  linkSync(modulePath, join(own, 'dawn.node'));
  symlinkSync(join(folder, 'libvulkan.so.1'), join(own, 'libvulkan.so.1'));
  return createRequire(import.meta.url)(join(own, 'dawn.node')) as Dawn;
}

/** Null when `navigator.gpu` works now, else the reason why not. */
export async function installDawn(): Promise<string | null> {
  try {
    const { create, globals } = await loadDawn();
    const gpu = create([]);
    if ((await gpu.requestAdapter()) === null) return 'Dawn found no Vulkan, Metal or Direct3D adapter';
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
    return null;
  } catch (error) {
    return `Dawn does not start here: ${String(error)}`;
  }
}
