/** Keeps what the reader typed and what cells showed: in IndexedDB, or only in memory where the browser denies storage. */
import type { Language } from '../shared/language';
import { openStorage } from '../shared/storage/open';
import { parseCellRow, parseRunRow } from '../shared/storage/schema';
import type { Storage } from '../shared/storage/schema';
import type { OutputItem } from './output-log';
import { restoreItems, storedOutputs } from './stored-outputs';

/** An edit of a cell. Language does not matter for its code: an edit is the reader's in all of them. */
export interface SavedEdit {
  /** `null`: the edit was taken back. */
  readonly code: string | null;
  /** Date.now(): the last edit wins. */
  readonly edited: number;
  /** The lesson's code that was edited; null when it is not known. */
  readonly base: string | null;
  readonly language: Language | null;
}

export interface SavedRun {
  readonly items: readonly OutputItem[];
  readonly elapsedMs: number;
}

export interface SavedLesson {
  readonly edits: ReadonlyMap<string, SavedEdit>;
  readonly runs: ReadonlyMap<string, SavedRun>;
  /** Those of the edits that storage would not take: the reader's page is the only place that has them. */
  readonly unsaved: ReadonlySet<string>;
  /** Records that could not be read. */
  readonly damaged: number;
}

export interface SavedWork {
  /** False when edits are lost with the page. */
  readonly durable: boolean;
  load(slug: string): Promise<SavedLesson>;
  /** Resolves with a newer edit of the cell that stands instead, made in another tab, or null. */
  save(slug: string, cellId: string, edit: SavedEdit): Promise<SavedEdit | null>;
  saveRun(slug: string, cellId: string, run: SavedRun): Promise<void>;
  /** Keeps edits while the page goes away, when nothing asynchronous is sure to finish; `load` finds them again. */
  rescue(slug: string, edits: ReadonlyMap<string, SavedEdit>): void;
  /** Tells what other tabs save; returns the function that ends it. */
  watch(slug: string, onEdit: (cellId: string, edit: SavedEdit) => void): () => void;
}

export const NO_WORK: SavedLesson = { edits: new Map(), runs: new Map(), unsaved: new Set(), damaged: 0 };

export async function openSavedWork(): Promise<SavedWork> {
  const database = await openStorage();
  return database ? inDatabase(database) : inMemory();
}

const CHANNEL = 'torch-playground:edits';

interface Told {
  readonly slug: string;
  readonly cellId: string;
  readonly edit: SavedEdit;
}

function inDatabase(database: Storage): SavedWork {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    durable: true,
    async load(slug) {
      const rescued = new Map(readRescued(slug));
      for (const [cellId, edit] of rescued) {
        const done = await this.save(slug, cellId, edit).then(
          () => true,
          () => false,
        );
        if (done) rescued.delete(cellId);
      }
      if (rescued.size === 0) forgetRescued(slug);
      const range = IDBKeyRange.bound([slug], [slug, []]);
      const edits = new Map<string, SavedEdit>();
      const runs = new Map<string, SavedRun>();
      let damaged = 0;
      for (const value of await database.getAll('cells', range)) {
        const row = parseCellRow(value);
        if (row) edits.set(row.cellId, row);
        else damaged += 1;
      }
      const unsaved = withRescued(edits, rescued);
      for (const value of await database.getAll('runs', range)) {
        const row = parseRunRow(value);
        const items = row && restoreItems(row.outputs);
        if (items) runs.set(row.cellId, { items, elapsedMs: row.elapsedMs });
        else damaged += 1;
      }
      return { edits, runs, unsaved, damaged };
    },
    async save(slug, cellId, edit) {
      const transaction = database.transaction('cells', 'readwrite');
      const known = parseCellRow(await transaction.store.get([slug, cellId]));
      if (known && known.edited > edit.edited) return known;
      const { code, edited, base, language } = edit;
      await transaction.store.put({ slug, cellId, code, edited, base, language });
      await transaction.done;
      channel.postMessage({ slug, cellId, edit: { code, edited, base, language } } satisfies Told);
      return null;
    },
    async saveRun(slug, cellId, { items, elapsedMs }) {
      const outputs = storedOutputs(items);
      await database.put('runs', { slug, cellId, outputs, elapsedMs, finished: Date.now() });
    },
    rescue: (slug, edits) => (edits.size > 0 ? writeRescued(slug, edits) : forgetRescued(slug)),
    watch(slug, onEdit) {
      const listen = ({ data }: MessageEvent<Told>) => {
        if (data.slug === slug) onEdit(data.cellId, data.edit);
      };
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
  };
}

export function inMemory(): SavedWork {
  const lessons = new Map<string, { edits: Map<string, SavedEdit>; runs: Map<string, SavedRun> }>();
  const lesson = (slug: string) => {
    const known = lessons.get(slug) ?? { edits: new Map<string, SavedEdit>(), runs: new Map<string, SavedRun>() };
    lessons.set(slug, known);
    return known;
  };
  return {
    durable: false,
    load: (slug) => Promise.resolve({ ...lesson(slug), unsaved: new Set(), damaged: 0 }),
    save(slug, cellId, edit) {
      lesson(slug).edits.set(cellId, edit);
      return Promise.resolve(null);
    },
    saveRun(slug, cellId, run) {
      lesson(slug).runs.set(cellId, run);
      return Promise.resolve();
    },
    rescue: () => undefined,
    watch: () => () => undefined,
  };
}

/** Puts the rescued edits that are the newest of their cells in place; returns the ids of these cells. */
export function withRescued(
  edits: Map<string, SavedEdit>,
  rescued: ReadonlyMap<string, SavedEdit>,
): ReadonlySet<string> {
  const newer = [...rescued].filter(([cellId, { edited }]) => (edits.get(cellId)?.edited ?? -1) < edited);
  for (const [cellId, edit] of newer) edits.set(cellId, edit);
  return new Set(newer.map(([cellId]) => cellId));
}

// A database transaction that starts while the page is closing may be thrown away; localStorage is written at once.
const rescueKey = (slug: string) => `torch-playground:unsaved:${slug}`;

function writeRescued(slug: string, edits: ReadonlyMap<string, SavedEdit>): void {
  const rows = [...edits].map(([cellId, { code, edited, base, language }]) => ({
    slug,
    cellId,
    code,
    edited,
    base,
    language,
  }));
  try {
    localStorage.setItem(rescueKey(slug), JSON.stringify(rows));
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

function readRescued(slug: string): ReadonlyMap<string, SavedEdit> {
  try {
    return parseRescued(localStorage.getItem(rescueKey(slug)));
  } catch {
    return new Map();
  }
}

/** The edits in a stored text; whatever is not an edit is dropped. */
export function parseRescued(stored: string | null): ReadonlyMap<string, SavedEdit> {
  const edits = new Map<string, SavedEdit>();
  let entries: unknown = [];
  try {
    entries = JSON.parse(stored ?? '[]');
  } catch {
    // A damaged entry counts as none.
  }
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    const row = parseCellRow(entry) ?? parseFirstRelease(entry);
    if (row) edits.set(row.cellId, row);
  }
  return edits;
}

/** Database version 1 came with pairs of cell and code; newer than anything that its database has, which gets the time 0. */
function parseFirstRelease(entry: unknown): (SavedEdit & { readonly cellId: string }) | null {
  if (!Array.isArray(entry)) return null;
  const [cellId, code] = entry as unknown[];
  if (typeof cellId !== 'string' || (typeof code !== 'string' && code !== null)) return null;
  return { cellId, code, edited: 1, base: null, language: null };
}
