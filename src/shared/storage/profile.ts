/**
 * The reader's whole work as one file: edits, outputs, Python's files, progress and documents, to keep elsewhere or to take to another
 * browser. Reading a profile changes nothing unless all of it can be read; then the newer of two edits stands.
 */
import { decode, encode } from './codec';
import { allDocuments, importDocuments, parseDocument } from './documents';
import type { StoredDocument } from './documents';
import { openStorage } from './open';
import { parseCellRow, parseFileRow, parseProgressRow, parseRunRow } from './schema';
import type { CellRow, FileRow, ProgressRow, RunRow } from './schema';

const FORMAT = 'torch-playground-profile';
/** 2: the first. 3: progress. 4: documents. The database's versions are counted apart. */
const VERSION = 4;
/** About the longest text that a browser can read a file as. */
export const LARGEST_PROFILE = 500_000_000;

interface Profile {
  readonly cells: readonly CellRow[];
  readonly runs: readonly RunRow[];
  readonly files: readonly FileRow[];
  readonly progress: readonly ProgressRow[];
  readonly documents: readonly StoredDocument[];
}

export type ProfileCounts = Readonly<Record<'cells' | 'runs' | 'files' | 'documents', number>>;

export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly reason: 'not-a-profile' | 'newer' | 'damaged' | 'too-large' | 'denied';

  constructor(reason: ProfileError['reason']) {
    super(`the profile cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** What the database has not, because it is denied or full. */
export type Unsaved = () => Partial<Pick<Profile, 'cells' | 'files'>>;
const unsavedSources = new Set<Unsaved>();

/** What a page holds only in memory belongs into an export too; returns the function that takes the source back. */
export function alsoExport(source: Unsaved): () => void {
  unsavedSources.add(source);
  return () => unsavedSources.delete(source);
}

/** Without records that cannot be read: they would make the whole profile unreadable. */
async function collect(): Promise<Profile> {
  const database = await openStorage();
  const unsaved = [...unsavedSources].map((source) => source());
  const stored = async <T>(store: 'cells' | 'runs' | 'files' | 'progress', parse: (value: unknown) => T | null) =>
    ((await database?.getAll(store)) ?? []).flatMap((row) => parse(row) ?? []);
  return {
    cells: [...(await stored('cells', parseCellRow)), ...unsaved.flatMap(({ cells = [] }) => cells)],
    runs: await stored('runs', parseRunRow),
    files: [...(await stored('files', parseFileRow)), ...unsaved.flatMap(({ files = [] }) => files)],
    progress: await stored('progress', parseProgressRow),
    documents: await allDocuments(),
  };
}

export async function exportProfile(): Promise<Blob> {
  return writeProfile(await collect());
}

/** In pieces, a row each: all of it could be longer than a text can be. */
export function writeProfile(profile: Profile): Blob {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, made: new Date().toISOString() });
  const pieces = [head.slice(0, -1)];
  for (const [name, rows] of Object.entries(profile)) {
    pieces.push(`,\n"${name}":[`);
    for (const [index, row] of (rows as readonly unknown[]).entries()) {
      pieces.push(index === 0 ? '\n' : ',\n', JSON.stringify(encode(row)));
    }
    pieces.push(']');
  }
  pieces.push('}\n');
  return new Blob(pieces, { type: 'application/json' });
}

/** @throws {ProfileError} */
export function parseProfile(text: string): Profile {
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new ProfileError('not-a-profile');
  }
  if (typeof fields !== 'object' || fields === null || fields['format'] !== FORMAT) {
    throw new ProfileError('not-a-profile');
  }
  const version = fields['version'];
  if (typeof version !== 'number' || version > VERSION) throw new ProfileError('newer');
  const rows = <T>(name: keyof Profile, parse: (value: unknown) => T | null, since = 1): readonly T[] => {
    const list = fields[name] ?? (version < since ? [] : undefined);
    if (!Array.isArray(list)) throw new ProfileError('damaged');
    return list.map((each: unknown) => {
      const row = parse(safely(() => decode(each)));
      if (row === null) throw new ProfileError('damaged');
      return row;
    });
  };
  return {
    cells: rows('cells', parseCellRow),
    runs: rows('runs', parseRunRow),
    files: rows('files', parseFileRow),
    progress: rows('progress', parseProgressRow, 3),
    documents: rows('documents', parseDocument, 4),
  };
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * @throws {ProfileError} before anything has changed, and the browser's own error when it takes no more, its QuotaExceededError when
 * storage is full: then the documents may be missing, and reading the profile once more brings them.
 */
export async function importProfile(file: Blob): Promise<ProfileCounts> {
  if (file.size > LARGEST_PROFILE) throw new ProfileError('too-large');
  const { cells, runs, files, progress, documents } = parseProfile(await file.text());
  const database = await openStorage();
  if (!database) throw new ProfileError('denied');
  const counts = { cells: 0, runs: 0, files: 0 };
  const transaction = database.transaction(['cells', 'runs', 'files', 'progress'], 'readwrite');
  transaction.done.catch(() => undefined);
  const stores = {
    cells: transaction.objectStore('cells'),
    runs: transaction.objectStore('runs'),
    files: transaction.objectStore('files'),
    progress: transaction.objectStore('progress'),
  };
  for (const row of cells) {
    const known = parseCellRow(await stores.cells.get([row.slug, row.cellId]));
    if (known && known.edited >= row.edited) continue;
    await stores.cells.put(row);
    counts.cells += 1;
  }
  for (const row of runs) {
    const known = parseRunRow(await stores.runs.get([row.slug, row.cellId]));
    if (known && known.finished >= row.finished) continue;
    await stores.runs.put(row);
    counts.runs += 1;
  }
  for (const row of files) {
    const known = parseFileRow(await stores.files.get(row.path));
    if (known && known.modified >= row.modified) continue;
    await stores.files.put(row);
    counts.files += 1;
  }
  for (const row of progress) {
    const known = parseProgressRow(await stores.progress.get(row.slug));
    if (!known || known.changed < row.changed) await stores.progress.put(row);
  }
  await transaction.done;
  return { ...counts, documents: await importDocuments(documents) };
}

export async function countProfile(): Promise<ProfileCounts> {
  const database = await openStorage();
  const cells = (await database?.getAll('cells')) ?? [];
  return {
    cells: cells.filter((row) => parseCellRow(row)?.code !== null).length,
    runs: (await database?.count('runs')) ?? 0,
    files: (await database?.count('files')) ?? 0,
    documents: (await allDocuments()).length,
  };
}
