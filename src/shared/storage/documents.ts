/**
 * Larger things that a reader or an instructor keeps in this browser, each a whole of its own: work on an assignment, a gradebook, an
 * exercise that is being written, a notebook. In a database of their own, because no lesson needs them; who keeps one also parses it.
 * What storage does not take lives as long as the page.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDatabase } from './open';
import { fieldsOf, isText, isTime } from './schema';

/** `assignment` and `attempts` are a student's, `notebook` is anybody's, the others are the instructor's. */
const KINDS = ['attempts', 'assignment', 'gradebook', 'exercise', 'draft', 'notebook', 'assigned'] as const;
export type DocumentKind = (typeof KINDS)[number];

export interface StoredDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Date.now() */
  readonly changed: number;
  readonly content: unknown;
}

interface DocumentsSchema extends DBSchema {
  documents: { key: [kind: string, id: string]; value: StoredDocument; indexes: { kind: string } };
}

let opening: Promise<IDBPDatabase<DocumentsSchema> | null> | null = null;

function open(): Promise<IDBPDatabase<DocumentsSchema> | null> {
  opening ??= openDatabase<DocumentsSchema>('torch-playground-documents', 1, (database) => {
    database.createObjectStore('documents', { keyPath: ['kind', 'id'] }).createIndex('kind', 'kind');
  });
  return opening;
}

/** What the database did not take, by kind and id: it stands before what the database has. */
const unsaved = new Map<string, StoredDocument>();
const keyOf = ({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Undefined when there is none. */
export async function loadDocument(kind: DocumentKind, id: string): Promise<unknown> {
  const held = unsaved.get(keyOf({ kind, id }));
  if (held) return held.content;
  return (await (await open())?.get('documents', [kind, id]))?.content;
}

/** False when it could not be kept: storage is denied or full. */
export async function storeDocument(kind: DocumentKind, id: string, content: unknown): Promise<boolean> {
  return keepDocument(kind, id, () => content);
}

/**
 * Reads, merges and writes in one transaction, so that two tabs do not undo each other's changes. `merge` gets what is kept, undefined
 * where nothing is; it may be called twice. Resolves with whether the database took the outcome, which is kept for the page anyway.
 */
export async function keepDocument(
  kind: DocumentKind,
  id: string,
  merge: (stored: unknown) => unknown,
): Promise<boolean> {
  const database = await open();
  const key = keyOf({ kind, id });
  let stored = unsaved.get(key);
  const next = (): StoredDocument => ({ kind, id, changed: Date.now(), content: merge(stored?.content) });
  try {
    if (database) {
      const transaction = database.transaction('documents', 'readwrite');
      transaction.done.catch(() => undefined);
      stored ??= await transaction.store.get([kind, id]);
      await transaction.store.put(next());
      await transaction.done;
      unsaved.delete(key);
      return true;
    }
  } catch {
    // Full, or closed because a newer version of the site changes the database.
  }
  unsaved.set(key, next());
  return false;
}

export async function removeDocument(kind: DocumentKind, id: string): Promise<void> {
  unsaved.delete(keyOf({ kind, id }));
  await (await open())?.delete('documents', [kind, id]);
}

/** Newest first. */
export async function listDocuments(kind: DocumentKind): Promise<readonly StoredDocument[]> {
  const rows = (await (await open())?.getAllFromIndex('documents', 'kind', kind)) ?? [];
  return withUnsaved(rows)
    .filter((row) => row.kind === kind)
    .toSorted((a, b) => b.changed - a.changed);
}

/** Without those that cannot be read. */
export async function allDocuments(): Promise<readonly StoredDocument[]> {
  const rows = (await (await open())?.getAll('documents')) ?? [];
  return withUnsaved(rows.flatMap((row) => parseDocument(row) ?? []));
}

function withUnsaved(rows: readonly StoredDocument[]): readonly StoredDocument[] {
  return [...rows.filter((row) => !unsaved.has(keyOf(row))), ...unsaved.values()];
}

/** Of two documents the newer one stands. Resolves with how many were taken; rejects when storage is full, and has taken none then. */
export async function importDocuments(rows: readonly StoredDocument[]): Promise<number> {
  const transaction = (await open())?.transaction('documents', 'readwrite');
  if (!transaction) return 0;
  transaction.done.catch(() => undefined);
  const taken = new Set<string>();
  for (const row of rows) {
    const known = unsaved.get(keyOf(row)) ?? parseDocument(await transaction.store.get([row.kind, row.id]));
    if (known && known.changed >= row.changed) continue;
    await transaction.store.put(row);
    taken.add(keyOf(row));
  }
  await transaction.done;
  for (const key of taken) unsaved.delete(key);
  return taken.size;
}

export function parseDocument(value: unknown): StoredDocument | null {
  const { kind: name, id, changed, content } = fieldsOf(value);
  const kind = KINDS.find((each) => each === name);
  return kind === undefined || !isText(id) || !isTime(changed) ? null : { kind, id, changed, content };
}
