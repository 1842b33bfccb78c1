/**
 * Offline use as the page sees it: registers the service worker, keeps Python and extras once the page is at rest, knows what is
 * stored, and changes to a new version when the reader says so. Serving files is worker.ts'.
 */
import { createStore } from 'zustand/vanilla';
import { preferences } from '../shared/preferences';
import { SNAPSHOT_CACHE } from '../shared/snapshot-cache';
import { ACTIVATE, addressOf, assetCacheName, isHashNamed, MANIFEST_FILE, ON_REQUEST, TIERS } from './manifest';
import type { OfflineFile, OfflineManifest, Tier } from './manifest';

export interface TierState {
  readonly bytes: number;
  readonly stored: number;
}

export interface OfflineState {
  /** `unsupported`: the browser or a setting forbids it; the site works, but only with a network. */
  readonly support: 'starting' | 'unsupported' | 'ready';
  readonly tiers: Readonly<Record<Tier, TierState>>;
  readonly downloading: boolean;
  /** Why the last download stopped. */
  readonly problem: 'network' | 'full' | null;
  /** `waiting`: a new version is installed; `elsewhere`: another tab has changed to it already. */
  readonly update: 'none' | 'waiting' | 'elsewhere';
}

const NOTHING: TierState = { bytes: 0, stored: 0 };

export const offline = createStore<OfflineState>(() => ({
  support: 'starting',
  tiers: { shell: NOTHING, python: NOTHING, extras: NOTHING, dataset: NOTHING },
  downloading: false,
  problem: null,
  update: 'none',
}));

export function isReadyOffline({ support, tiers }: OfflineState): boolean {
  return support === 'ready' && TIERS.every((tier) => tiers[tier].bytes > 0 && tiers[tier].stored >= tiers[tier].bytes);
}

/** Python starts first; what is kept for later must not compete with it. */
const REST_MS = 3_000;
const UPDATE_CHECK_MS = 60 * 60 * 1000;

let registration: ServiceWorkerRegistration | null = null;
let manifest: OfflineManifest | null = null;
let changing = false;
let work: AbortController | null = null;

/** Called once by main.tsx. */
export async function startOffline(): Promise<void> {
  try {
    registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {
      updateViaCache: 'none',
    });
    watchForUpdates(registration);
    await navigator.serviceWorker.ready;
    const response = await fetch(new URL(MANIFEST_FILE, registration.scope));
    manifest = (await response.json()) as OfflineManifest;
    await refresh();
    offline.setState({ support: 'ready' });
  } catch {
    // No service worker in this browser, an insecure address, or storage is denied.
    offline.setState({ support: 'unsupported' });
    return;
  }
  setTimeout(() => {
    if (preferences.getState().keepOffline && !isReadyOffline(offline.getState()) && !savesData()) void fetchAll();
  }, REST_MS);
}

/** Stores every file that is not stored yet, Python first. */
export async function fetchAll(): Promise<void> {
  preferences.setState({ keepOffline: true });
  await fetchTiers(TIERS);
}

/** Stores the rest of MNIST; afterwards every new Python has it. Without a service worker it is fetched for each visit. */
export async function fetchDataset(): Promise<void> {
  if (offline.getState().support === 'ready') {
    await fetchTiers([ON_REQUEST]);
    const { bytes, stored } = offline.getState().tiers[ON_REQUEST];
    if (stored < bytes) return;
  }
  preferences.setState({ allOfMnist: true });
}

async function fetchTiers(wanted: readonly Tier[]): Promise<void> {
  if (!manifest || !registration || work) return;
  const { scope } = registration;
  work = new AbortController();
  const { signal } = work;
  offline.setState({ downloading: true, problem: null });
  try {
    const cache = await caches.open(assetCacheName(scope));
    for (const tier of wanted) {
      for (const file of await missing(tier, scope)) {
        if (signal.aborted) return;
        await store(cache, file, scope, signal);
        count(file);
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    offline.setState({ problem: full ? 'full' : 'network' });
  } finally {
    work = null;
    offline.setState({ downloading: false });
    await refresh();
  }
}

/** Removes everything but the shell and stops keeping it, until the reader wants it again. */
export async function freeSpace(): Promise<void> {
  preferences.setState({ keepOffline: false, allOfMnist: false });
  work?.abort();
  if (!manifest || !registration) return;
  await caches.delete(SNAPSHOT_CACHE);
  const { scope } = registration;
  const cache = await caches.open(assetCacheName(scope));
  const kept = new Set(manifest.files.filter(({ tier }) => tier === 'shell').map(({ path }) => addressOf(path, scope)));
  for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
  await refresh();
}

/** Changes to the new version and loads the page again: the caller makes sure that nothing is running. */
export function applyUpdate(): void {
  const waiting = registration?.waiting;
  if (!waiting) {
    location.reload();
    return;
  }
  changing = true;
  waiting.postMessage(ACTIVATE);
}

function watchForUpdates(known: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  const announce = () => {
    // Without a controller this is the first visit: there is no version to change from.
    if (known.waiting && serviceWorker.controller) offline.setState({ update: 'waiting' });
  };
  announce();
  known.addEventListener('updatefound', () => known.installing?.addEventListener('statechange', announce));
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (changing) location.reload();
    else if (controlled) offline.setState({ update: 'elsewhere' });
    controlled = true;
  });
  const look = () => {
    known.update().catch(() => undefined);
  };
  setInterval(look, UPDATE_CHECK_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

async function store(cache: Cache, file: OfflineFile, scope: string, signal: AbortSignal): Promise<void> {
  const address = addressOf(file.path, scope);
  const response = await fetch(address, { integrity: file.integrity, signal });
  if (!response.ok) throw new Error(`${file.path}: HTTP ${response.status}`);
  await cache.put(address, response);
}

async function missing(tier: Tier, scope: string): Promise<readonly OfflineFile[]> {
  const stored = await storedAddresses(scope);
  return (manifest?.files ?? []).filter(
    (file) => file.tier === tier && isHashNamed(file.path) && !stored.has(addressOf(file.path, scope)),
  );
}

async function storedAddresses(scope: string): Promise<ReadonlySet<string>> {
  const cache = await caches.open(assetCacheName(scope));
  return new Set((await cache.keys()).map(({ url }) => url));
}

function count(file: OfflineFile): void {
  const { tiers } = offline.getState();
  const tier = tiers[file.tier];
  offline.setState({ tiers: { ...tiers, [file.tier]: { ...tier, stored: tier.stored + file.bytes } } });
}

/** Looks what is stored; pages, which the worker keeps with itself, count as stored. */
async function refresh(): Promise<void> {
  if (!manifest || !registration) return;
  const { scope } = registration;
  const stored = await storedAddresses(scope);
  const tierState = (tier: Tier): TierState => {
    const files = manifest?.files.filter((file) => file.tier === tier) ?? [];
    const sum = (some: readonly OfflineFile[]) => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      bytes: sum(files),
      stored: sum(files.filter(({ path }) => !isHashNamed(path) || stored.has(addressOf(path, scope)))),
    };
  };
  offline.setState({
    tiers: {
      shell: tierState('shell'),
      python: tierState('python'),
      extras: tierState('extras'),
      dataset: tierState(ON_REQUEST),
    },
  });
}

/** The reader's device is set to save data: only what the reader asks for is kept. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
