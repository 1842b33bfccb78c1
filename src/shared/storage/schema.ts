/**
 * What the site's database holds, and how a database of an earlier release becomes one of this one. Rows are parsed when they are
 * read: a damaged record, or a profile that somebody made by hand, must not break a lesson.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { isLanguage } from '../language';
import type { Language } from '../language';

export const DATABASE = 'torch-playground';
/** 1: cells with code alone. 2: when and from which text a cell was edited; outputs; Python's files. 3: progress. */
export const VERSION = 3;

/** A reader's edit of a cell; `code: null` says that the edit was taken back, so that an older one cannot return. */
export interface CellRow {
  readonly slug: string;
  readonly cellId: string;
  readonly code: string | null;
  /** Date.now() of the edit: the last one wins. */
  readonly edited: number;
  /** The lesson's code that was edited, in `language`; null where a release did not note it. */
  readonly base: string | null;
  readonly language: Language | null;
}

/** What the last run of a cell showed; the outputs are protocol messages, parsed by who draws them. */
export interface RunRow {
  readonly slug: string;
  readonly cellId: string;
  readonly outputs: readonly unknown[];
  readonly elapsedMs: number;
  readonly finished: number;
}

/** A file that Python wrote. */
export interface FileRow {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly modified: number;
}

/** How far the reader is in a lesson. */
export interface ProgressRow {
  readonly slug: string;
  /** Date.now() of the last change: the last one wins. */
  readonly changed: number;
  /** The cells that ran to their end at least once. */
  readonly ran: readonly string[];
  /** By quiz: the option chosen for each question, null where none is. */
  readonly answers: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface StorageSchema extends DBSchema {
  cells: { key: [slug: string, cellId: string]; value: CellRow };
  runs: { key: [slug: string, cellId: string]; value: RunRow };
  files: { key: string; value: FileRow };
  progress: { key: string; value: ProgressRow };
}

export type Storage = IDBPDatabase<StorageSchema>;

export async function upgrade(
  database: Storage,
  from: number,
  transaction: IDBPTransaction<StorageSchema, StoreNames<StorageSchema>[], 'versionchange'>,
): Promise<void> {
  if (from < 1) database.createObjectStore('cells', { keyPath: ['slug', 'cellId'] });
  if (from < 2) {
    database.createObjectStore('runs', { keyPath: ['slug', 'cellId'] });
    database.createObjectStore('files', { keyPath: 'path' });
    const cells = transaction.objectStore('cells');
    for (let cursor = await cells.openCursor(); cursor; cursor = await cursor.continue()) {
      await cursor.update({ ...cursor.value, edited: 0, base: null, language: null });
    }
  }
  if (from < 3) database.createObjectStore('progress', { keyPath: 'slug' });
}

type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

export function parseCellRow(value: unknown): CellRow | null {
  const { slug, cellId, code, edited, base, language } = fieldsOf(value);
  if (!isText(slug) || !isText(cellId) || !isTime(edited)) return null;
  if (!(isText(code) || code === null) || !(isText(base) || base === null)) return null;
  return { slug, cellId, code, edited, base, language: isText(language) && isLanguage(language) ? language : null };
}

export function parseRunRow(value: unknown): RunRow | null {
  const { slug, cellId, outputs, elapsedMs, finished } = fieldsOf(value);
  if (!isText(slug) || !isText(cellId) || !isTime(elapsedMs) || !isTime(finished) || !Array.isArray(outputs))
    return null;
  return { slug, cellId, outputs: outputs as readonly unknown[], elapsedMs, finished };
}

const isChoice = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0);

export function parseProgressRow(value: unknown): ProgressRow | null {
  const { slug, changed, ran, answers } = fieldsOf(value);
  if (!isText(slug) || !isTime(changed) || !Array.isArray(ran) || !ran.every(isText)) return null;
  const chosen = Object.entries(fieldsOf(answers));
  if (!chosen.every(([, options]) => Array.isArray(options) && options.every(isChoice))) return null;
  return { slug, changed, ran, answers: Object.fromEntries(chosen) as ProgressRow['answers'] };
}

/** Where Python's files lie; what stands elsewhere is the library's. */
export const HOME = '/home/student/';

export function isFilePath(path: string): boolean {
  const parts = path.slice(HOME.length).split('/');
  return (
    path.startsWith(HOME) && parts.every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'))
  );
}

export function parseFileRow(value: unknown): FileRow | null {
  const { path, bytes, modified } = fieldsOf(value);
  if (!isText(path) || !isFilePath(path) || !(bytes instanceof Uint8Array) || !isTime(modified)) return null;
  return { path, bytes: bytes as Uint8Array<ArrayBuffer>, modified };
}
