/**
 * The service worker: serves one version of the site from Cache Storage, whole or not at all. What is kept beyond the shell
 * is the page's decision (offline.ts); which files there are is the build's (build/plugin.ts).
 *
 * A new version is installed beside the one in use and waits until the reader asks for it. Assets are named by their content
 * and shared by versions; pages are kept per version. Answers ignore the query, so that `?utm_source=…` opens offline too.
 */
import {
  ACTIVATE,
  addressOf,
  assetCacheName,
  isHashNamed,
  MANIFEST_FILE,
  ON_REQUEST,
  pageCachePrefix,
  START_FILE,
} from './manifest';
import type { OfflineFile, OfflineManifest, Tier } from './manifest';

declare const OFFLINE_MANIFEST: OfflineManifest;

interface LifecycleEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface RequestEvent extends LifecycleEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifecycleEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const manifest = OFFLINE_MANIFEST;
const scope = worker.registration.scope;
const prefix = pageCachePrefix(scope);
const pages = prefix + manifest.version;
const known = new Map(manifest.files.map((file) => [file.path, file]));
/** Files in flight at a time during installation. */
const LANES = 6;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', ({ data }) => {
  if (data === ACTIVATE) void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path === null) return;
  if (path === MANIFEST_FILE) event.respondWith(Promise.resolve(Response.json(manifest)));
  else if (known.has(path) || isHashNamed(path)) event.respondWith(answer(path, event.request));
});

/** Null for requests that are none of ours. */
function pathOf({ method, url }: Request): string | null {
  const address = url.replace(/[?#].*$/, '');
  if (method !== 'GET' || !address.startsWith(scope)) return null;
  return address === scope ? START_FILE : decodeURIComponent(address.slice(scope.length));
}

async function answer(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(isHashNamed(path) ? assetCacheName(scope) : pages);
  return (await cache.match(addressOf(path, scope))) ?? fetch(request);
}

async function install(): Promise<void> {
  const tiers = await keptTiers();
  const queue = manifest.files.filter(({ tier }) => tier === 'shell' || tiers.has(tier));
  const lane = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await keep(file);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const cache = await caches.open(pages);
  await cache.put(addressOf(MANIFEST_FILE, scope), Response.json(manifest));
}

async function keep(file: OfflineFile): Promise<void> {
  const named = isHashNamed(file.path);
  const cache = await caches.open(named ? assetCacheName(scope) : pages);
  const address = addressOf(file.path, scope);
  if (named && (await cache.match(address))) return;
  const response = await fetch(address, { integrity: file.integrity, cache: named ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${file.path}: HTTP ${response.status}`);
  // An answer that came by a redirect must not answer a navigation: keep its content alone.
  const type = response.headers.get('content-type');
  await cache.put(
    address,
    new Response(await response.blob(), type === null ? {} : { headers: { 'content-type': type } }),
  );
}

/** Tiers that the version before has in full: without a network this one must be able to do what that one could. */
async function keptTiers(): Promise<ReadonlySet<Tier>> {
  const assets = await caches.open(assetCacheName(scope));
  const stored = new Set((await assets.keys()).map(({ url }) => url));
  const kept = new Set<Tier>();
  for (const { files } of await storedManifests()) {
    for (const tier of ['python', 'extras', ON_REQUEST] as const) {
      const named = files.filter((file) => file.tier === tier);
      if (named.length > 0 && named.every(({ path }) => stored.has(addressOf(path, scope)))) kept.add(tier);
    }
  }
  return kept;
}

async function activate(): Promise<void> {
  // The newest two stay: a tab of the version before may still ask for its parts.
  const versions = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== pages);
  for (const name of versions.slice(0, -1)) await caches.delete(name);
  const wanted = new Set(
    (await storedManifests()).flatMap(({ files }) => files.map(({ path }) => addressOf(path, scope))),
  );
  const assets = await caches.open(assetCacheName(scope));
  for (const request of await assets.keys()) if (!wanted.has(request.url)) await assets.delete(request);
  await worker.clients.claim();
}

async function storedManifests(): Promise<readonly OfflineManifest[]> {
  const found: OfflineManifest[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const response = await (await caches.open(name)).match(addressOf(MANIFEST_FILE, scope));
    if (response) found.push((await response.json()) as OfflineManifest);
  }
  return found;
}
