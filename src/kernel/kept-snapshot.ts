/**
 * The snapshot of an earlier visit, kept in the browser: with it Python is ready in a fraction of the time. When it is made, and what
 * happens if a kernel cannot start from it, is client.ts'. Where storage is denied there is none.
 */
import { assets } from 'virtual:kernel-assets';
import { SNAPSHOT_CACHE } from '../shared/snapshot-cache';

/** A snapshot serves only the files (their names carry hashes) and the version of the browser that it was made with. */
function address(): string {
  const files = [assets.worker, assets.python, assets.stdlib, assets.packages].map(({ url }) => url.split('/').pop());
  const query = new URLSearchParams({ files: files.join(' '), browser: navigator.userAgent });
  return new URL(`${SNAPSHOT_CACHE}?${query}`, document.baseURI).href;
}

export async function readSnapshot(): Promise<ArrayBuffer | null> {
  try {
    const kept = await (await caches.open(SNAPSHOT_CACHE)).match(address());
    return kept === undefined ? null : await kept.arrayBuffer();
  } catch {
    return null;
  }
}

/** Only the newest is kept. */
export async function keepSnapshot(bytes: ArrayBuffer): Promise<void> {
  try {
    await caches.delete(SNAPSHOT_CACHE);
    await (await caches.open(SNAPSHOT_CACHE)).put(address(), new Response(bytes));
  } catch {
    // No storage, or none left: the next visit starts plainly, as this one did.
  }
}

export async function dropSnapshot(): Promise<void> {
  try {
    await caches.delete(SNAPSHOT_CACHE);
  } catch {
    // There was none.
  }
}
