/** Keeps what the reader typed: in IndexedDB, or only in memory where the browser denies storage. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/** The edited cells of one lesson: cell id → code. Language does not matter: an edit is the reader's in all of them. */
export type SavedCells = ReadonlyMap<string, string>;

export interface SavedCode {
  /** False when edits are lost with the page. */
  readonly durable: boolean;
  load(slug: string): Promise<SavedCells>;
  /** `null` forgets the edit. */
  save(slug: string, cellId: string, code: string | null): Promise<void>;
  /** Keeps edits while the page goes away, when nothing asynchronous is sure to finish; `load` finds them again. */
  rescue(slug: string, edits: ReadonlyMap<string, string | null>): void;
}

interface CodeDatabase extends DBSchema {
  cells: { key: [slug: string, cellId: string]; value: { slug: string; cellId: string; code: string } };
}

/** A browser that neither opens nor refuses the database must not keep the lesson from being shown. */
const OPEN_TIMEOUT_MS = 2_000;

export async function openSavedCode(): Promise<SavedCode> {
  try {
    return inDatabase(await withTimeout(openDatabase(), OPEN_TIMEOUT_MS));
  } catch {
    return inMemory();
  }
}

function openDatabase(): Promise<IDBPDatabase<CodeDatabase>> {
  return openDB<CodeDatabase>('torch-playground', 1, {
    upgrade(database) {
      database.createObjectStore('cells', { keyPath: ['slug', 'cellId'] });
    },
  });
}

function inDatabase(database: IDBPDatabase<CodeDatabase>): SavedCode {
  return {
    durable: true,
    async load(slug) {
      for (const [cellId, code] of readRescued(slug)) await this.save(slug, cellId, code);
      forgetRescued(slug);
      const range = IDBKeyRange.bound([slug], [slug, []]);
      const rows = await database.getAll('cells', range);
      return new Map(rows.map(({ cellId, code }) => [cellId, code]));
    },
    async save(slug, cellId, code) {
      if (code === null) await database.delete('cells', [slug, cellId]);
      else await database.put('cells', { slug, cellId, code });
    },
    rescue: (slug, edits) => (edits.size > 0 ? writeRescued(slug, edits) : forgetRescued(slug)),
  };
}

export function inMemory(): SavedCode {
  const lessons = new Map<string, Map<string, string>>();
  return {
    durable: false,
    load: (slug) => Promise.resolve(new Map(lessons.get(slug))),
    save(slug, cellId, code) {
      const cells = lessons.get(slug) ?? new Map<string, string>();
      lessons.set(slug, cells);
      if (code === null) cells.delete(cellId);
      else cells.set(cellId, code);
      return Promise.resolve();
    },
    rescue: () => undefined,
  };
}

// A database transaction that starts while the page is closing may be thrown away; localStorage is written at once.
const rescueKey = (slug: string) => `torch-playground:unsaved:${slug}`;

function writeRescued(slug: string, edits: ReadonlyMap<string, string | null>): void {
  try {
    localStorage.setItem(rescueKey(slug), JSON.stringify([...edits]));
  } catch {
    // Full or denied: the database transaction is what is left.
  }
}

function forgetRescued(slug: string): void {
  try {
    localStorage.removeItem(rescueKey(slug));
  } catch {
    // Denied: then there is nothing to forget.
  }
}

function readRescued(slug: string): ReadonlyMap<string, string | null> {
  try {
    return parseRescued(localStorage.getItem(rescueKey(slug)));
  } catch {
    return new Map();
  }
}

/** The edits in a stored text; whatever is not an edit is dropped. */
export function parseRescued(stored: string | null): ReadonlyMap<string, string | null> {
  const edits = new Map<string, string | null>();
  let entries: unknown = [];
  try {
    entries = JSON.parse(stored ?? '[]');
  } catch {
    // A damaged entry counts as none.
  }
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (!Array.isArray(entry)) continue;
    const [cellId, code] = entry as unknown[];
    if (typeof cellId === 'string' && (typeof code === 'string' || code === null)) edits.set(cellId, code);
  }
  return edits;
}

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
