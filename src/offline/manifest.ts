/** What the build tells service worker and page about the files of one version of the site. Imports nothing. */

/** In the order in which they are fetched: reading, running Python, comfort. */
export const TIERS = ['shell', 'python', 'extras'] as const;
/** Kept only when the reader asks for it: the rest of MNIST. */
export const ON_REQUEST = 'dataset';
export type Tier = (typeof TIERS)[number] | typeof ON_REQUEST;

export interface OfflineFile {
  /** Below the folder in which the site lies. */
  readonly path: string;
  readonly bytes: number;
  /** As in the attribute `integrity`: a host that answers with something else is not believed. */
  readonly integrity: string;
  readonly tier: Tier;
}

export interface OfflineManifest {
  /** Changes with any file. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** Where the page reads the manifest of the version that serves it. */
export const MANIFEST_FILE = 'offline.json';
export const START_FILE = 'index.html';
export const ACTIVATE = 'activate';

/** Files below assets/ carry a hash of their content in their name: they are equal in all versions that have them. */
export function isHashNamed(path: string): boolean {
  return path.startsWith('assets/');
}

/** One origin can hold several copies of the site in different folders: names carry the folder. */
export function assetCacheName(scope: string): string {
  return `torch-playground ${scope} assets`;
}

export function pageCachePrefix(scope: string): string {
  return `torch-playground ${scope} pages `;
}

/** The address of a file; the start page is asked for by its folder, since hosts redirect from index.html to there. */
export function addressOf(path: string, scope: string): string {
  return new URL(path === START_FILE ? './' : path, scope).href;
}
