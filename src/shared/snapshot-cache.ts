/** The name of the cache with Python's snapshot: src/kernel fills and reads it, src/offline empties it when the reader wants space. */
export const SNAPSHOT_CACHE = 'python-snapshot';
