/** The vite plugin that turns Pyodide, the worker, the Python library and data files into assets, and puts the policy into the pages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { buildKernels } from '../../engine/kernels/build';
import { bundleHost, bundleWorker } from './bundles';
import { packPackages } from './packages';
import { framePolicy, pagePolicy } from './policy';

const MODULE = 'virtual:kernel-assets';
const RESOLVED = `\0${MODULE}`;
const DEV_PATH = '/@kernel/';
/** Sources whose change makes the assets stale. */
const WATCHED = /\/src\/(kernel|engine|python|protocol)\//;

const require = createRequire(import.meta.url);
const compress = promisify(gzip);

interface Asset {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly gzip: boolean;
}

interface Built {
  readonly hostScript: string;
  readonly assets: Readonly<Record<string, Asset>>;
  readonly data: Readonly<Record<string, Asset>>;
  readonly later: Readonly<Record<string, Asset>>;
}

type DataFiles = Readonly<Record<string, () => Promise<Uint8Array>>>;

export interface KernelPluginOptions {
  /** Files for /lib/data: a name and how the build gets its bytes. */
  readonly data?: DataFiles;
  /** Files that are fetched when a reader asks for them. */
  readonly later?: DataFiles;
}

async function asIs(file: string, bytes: Uint8Array | string): Promise<Asset> {
  return { file, bytes: Buffer.from(bytes), gzip: false };
}

async function compressed(file: string, bytes: Uint8Array): Promise<Asset> {
  return { file: `${file}.gz.bin`, bytes: await compress(bytes, { level: 9 }), gzip: true };
}

const pyodideFile = (name: string): Promise<Buffer> => readFile(require.resolve(`pyodide/${name}`));

async function compressedFiles(files: DataFiles = {}): Promise<Readonly<Record<string, Asset>>> {
  const made = Object.entries(files).map(async ([name, make]) => [name, await compressed(name, await make())] as const);
  return Object.fromEntries(await Promise.all(made));
}

async function buildAssets(options: KernelPluginOptions): Promise<Built> {
  const [hostScript, worker, packages, simd, relaxed, data, later] = await Promise.all([
    bundleHost(),
    bundleWorker(),
    packPackages(),
    buildKernels({ relaxed: false }),
    buildKernels({ relaxed: true }),
    compressedFiles(options.data),
    compressedFiles(options.later),
  ]);
  return {
    hostScript,
    assets: {
      worker: await asIs('kernel-worker.js', worker),
      python: await asIs('pyodide.asm.wasm', await pyodideFile('pyodide.asm.wasm')),
      stdlib: await asIs('python_stdlib.zip', await pyodideFile('python_stdlib.zip')),
      packages: await compressed('python-packages', packages),
      kernelsSimd: await asIs('kernels-simd.wasm', simd),
      kernelsRelaxed: await asIs('kernels-relaxed.wasm', relaxed),
    },
    data,
    later,
  };
}

function describeModule(built: Built, url: (asset: Asset) => string): string {
  const table = (group: Readonly<Record<string, Asset>>): string =>
    Object.entries(group)
      .map(
        ([name, asset]) => `${JSON.stringify(name)}:{url:${url(asset)},size:${asset.bytes.length},gzip:${asset.gzip}}`,
      )
      .join(',');
  return [
    `export const hostScript=${JSON.stringify(built.hostScript)};`,
    `export const framePolicy=${JSON.stringify(framePolicy(built.hostScript))};`,
    `export const assets={${table(built.assets)}};`,
    `export const data={${table(built.data)}};`,
    `export const later={${table(built.later)}};`,
  ].join('\n');
}

/** Middleware for `vite dev`: the same assets, built when the page first asks. */
function serveAssets(server: ViteDevServer, built: () => Promise<Built>, forget: () => void): void {
  server.middlewares.use((request, response, next) => {
    const name = request.url?.split('?')[0]?.split(DEV_PATH)[1];
    if (name === undefined) return next();
    built().then(({ assets, data, later }) => {
      const asset = [assets, data, later].flatMap((group) => Object.values(group)).find(({ file }) => file === name);
      if (!asset) return next();
      response.setHeader('content-type', name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream');
      response.end(asset.bytes);
    }, next);
  });
  server.watcher.on('all', (_event, file) => {
    if (!WATCHED.test(file)) return;
    forget();
    const module = server.moduleGraph.getModuleById(RESOLVED);
    if (module) server.moduleGraph.invalidateModule(module);
    server.ws.send({ type: 'full-reload' });
  });
}

export function kernel(options: KernelPluginOptions = {}): Plugin {
  let config: ResolvedConfig;
  let built: Promise<Built> | null = null;
  const assets = (): Promise<Built> => (built ??= buildAssets(options));
  return {
    name: 'kernel',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.watcher.add('src/python');
      serveAssets(server, assets, () => (built = null));
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : null;
    },
    async load(id) {
      if (id !== RESOLVED) return null;
      const result = await assets();
      if (config.command === 'serve') return describeModule(result, ({ file }) => JSON.stringify(`${DEV_PATH}${file}`));
      return describeModule(result, ({ file, bytes }) => {
        const reference = this.emitFile({ type: 'asset', name: file, source: bytes });
        return `import.meta.ROLLUP_FILE_URL_${reference}`;
      });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server }) {
        // The dev server's own scripts are inline; the frame carries its policy there too.
        if (server) return undefined;
        const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
          ([, code]) => code ?? '',
        );
        const { hostScript } = await assets();
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy(hostScript, inline) },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}
