/** The vite plugin that writes the service worker and the list of files that it may keep, once everything else is written. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { MANIFEST_FILE } from '../manifest';
import type { OfflineManifest } from '../manifest';
import { assignTiers } from './tiers';
import type { ChunkInfo } from './tiers';

export const WORKER_FILE = 'sw.js';

interface BundledChunk {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: Set<string>; readonly importedAssets: Set<string> } | undefined;
}

function describe(part: BundledChunk): ChunkInfo {
  return {
    file: part.fileName,
    entry: part.isEntry ?? false,
    dynamicEntry: part.isDynamicEntry ?? false,
    facade: part.facadeModuleId ?? null,
    imports: part.imports ?? [],
    dynamicImports: part.dynamicImports ?? [],
    assets: [...(part.viteMetadata?.importedCss ?? []), ...(part.viteMetadata?.importedAssets ?? [])],
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((file) => file !== WORKER_FILE && file !== MANIFEST_FILE)
    .toSorted();
}

async function describeSite(folder: string, chunks: readonly ChunkInfo[]): Promise<OfflineManifest> {
  const names = await filesBelow(folder);
  const chunkFiles = new Set(chunks.map(({ file }) => file));
  const tiers = assignTiers(
    chunks,
    names.filter((name) => !chunkFiles.has(name)),
  );
  const files = await Promise.all(
    names
      .flatMap((path) => {
        const tier = tiers.get(path);
        return tier === undefined ? [] : [{ path, tier }];
      })
      .map(async ({ path, tier }) => {
        const bytes = await readFile(join(folder, path));
        const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
        return { path, bytes: bytes.length, integrity, tier };
      }),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { version, files };
}

async function bundleWorker(manifest: OfflineManifest): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { OFFLINE_MANIFEST: JSON.stringify(manifest) },
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../worker.ts', import.meta.url)),
        checks: { pluginTimings: false },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const parts = (Array.isArray(result) ? result : [result]).flatMap((each) => ('output' in each ? each.output : []));
  const [chunk] = parts.filter((part) => part.type === 'chunk');
  if (!chunk) throw new Error('the service worker became no file');
  return chunk.code;
}

export function offlinePlugin(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('the site is written to no folder');
        const chunks = Object.values(bundle as Record<string, BundledChunk>).filter(({ type }) => type === 'chunk');
        const manifest = await describeSite(dir, chunks.map(describe));
        await writeFile(join(dir, MANIFEST_FILE), JSON.stringify(manifest));
        await writeFile(join(dir, WORKER_FILE), await bundleWorker(manifest));
      },
    },
  };
}

/** KaTeX names each font in three formats; every browser that runs the site reads the first. */
export function woff2OnlyPlugin(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex(\.min)?\.css$/.test(id)) return null;
      const lean = code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][^"']*["']\)/g, '');
      if (lean === code) throw new Error("KaTeX's style sheet names its fonts in another way now");
      return { code: lean, map: null };
    },
  };
}
