/** Opens the site's databases, each once for all parts of the page; null where the browser denies storage. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb';
import { DATABASE, upgrade, VERSION } from './schema';
import type { Storage, StorageSchema } from './schema';

/** A browser that neither opens nor refuses a database must not keep the page from being shown. */
const OPEN_TIMEOUT_MS = 3_000;

let opening: Promise<Storage | null> | null = null;

export function openStorage(): Promise<Storage | null> {
  opening ??= openDatabase<StorageSchema>(DATABASE, VERSION, (database, from, _to, transaction) => {
    upgrade(database, from, transaction).catch(() => transaction.abort());
  });
  return opening;
}

export function openDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  change: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): Promise<IDBPDatabase<Schema> | null> {
  // async: some browsers throw at the mere mention of indexedDB.
  const open = async (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(name, version, {
      upgrade: change,
      // A tab with a newer version of the site wants to change the database: saving fails here from now on, and says so.
      blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    });
  return withTimeout(open(), OPEN_TIMEOUT_MS).catch(() => null);
}

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
