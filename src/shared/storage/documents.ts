/**
 * Larger things that a reader or an instructor keeps in this browser, each a whole of its own: work on an assignment, a gradebook, an
 * exercise that is being written, a notebook. In a database of their own, because no lesson needs them; who keeps one also parses it.
 */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/** `assignment` and `attempts` are a student's, `notebook` is anybody's, the others are the instructor's. */
export type DocumentKind = 'attempts' | 'assignment' | 'gradebook' | 'exercise' | 'draft' | 'notebook' | 'assigned';

interface StoredDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly changed: number;
  readonly content: unknown;
}

interface DocumentsSchema extends DBSchema {
  documents: { key: [kind: string, id: string]; value: StoredDocument; indexes: { kind: string } };
}

let opening: Promise<IDBPDatabase<DocumentsSchema> | null> | null = null;

/** Null where the browser denies storage: then a document lives as long as its page. */
function open(): Promise<IDBPDatabase<DocumentsSchema> | null> {
  opening ??= openOnce().catch(() => null);
  return opening;
}

// async: some browsers throw at the mere mention of indexedDB.
async function openOnce(): Promise<IDBPDatabase<DocumentsSchema>> {
  return openDB<DocumentsSchema>('torch-playground-documents', 1, {
    upgrade(database) {
      database.createObjectStore('documents', { keyPath: ['kind', 'id'] }).createIndex('kind', 'kind');
    },
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}

/** Undefined when there is none. */
export async function loadDocument(kind: DocumentKind, id: string): Promise<unknown> {
  const row = await (await open())?.get('documents', [kind, id]);
  return row?.content;
}

/** False when it could not be kept: storage is denied or full. */
export async function storeDocument(kind: DocumentKind, id: string, content: unknown): Promise<boolean> {
  const database = await open();
  if (!database) return false;
  try {
    await database.put('documents', { kind, id, changed: Date.now(), content });
    return true;
  } catch {
    return false;
  }
}

export async function removeDocument(kind: DocumentKind, id: string): Promise<void> {
  await (await open())?.delete('documents', [kind, id]);
}

/** Newest first. */
export async function listDocuments(
  kind: DocumentKind,
): Promise<readonly { readonly id: string; readonly changed: number; readonly content: unknown }[]> {
  const rows = (await (await open())?.getAllFromIndex('documents', 'kind', kind)) ?? [];
  return rows.toSorted((a, b) => b.changed - a.changed);
}
