/**
 * The reader's whole work as one file: edits, outputs, Python's files and progress, to keep elsewhere or to take to another browser.
 * Reading a profile changes nothing unless all of it can be read; then the newer of two edits stands.
 */
import { decode, encode } from './codec';
import { openStorage } from './open';
import { parseCellRow, parseFileRow, parseProgressRow, parseRunRow, VERSION } from './schema';
import type { CellRow, FileRow, ProgressRow, RunRow } from './schema';

const FORMAT = 'torch-playground-profile';
/** Larger than all that a browser would let the site keep in practice; reading more would only freeze the page. */
const LARGEST = 512 * 1024 * 1024;

export interface ProfileCounts {
  readonly cells: number;
  readonly runs: number;
  readonly files: number;
}

export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly reason: 'not-a-profile' | 'newer' | 'damaged' | 'denied';

  constructor(reason: ProfileError['reason']) {
    super(`the profile cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** Edits that the database has not, because it is denied or full. */
export type UnsavedCells = () => readonly CellRow[];
const unsavedSources = new Set<UnsavedCells>();

/** What a page holds only in memory belongs into an export too; returns the function that takes the source back. */
export function alsoExport(source: UnsavedCells): () => void {
  unsavedSources.add(source);
  return () => unsavedSources.delete(source);
}

export async function exportProfile(): Promise<Blob> {
  const database = await openStorage();
  const [cells, runs, files, progress] = database
    ? await Promise.all([
        database.getAll('cells'),
        database.getAll('runs'),
        database.getAll('files'),
        database.getAll('progress'),
      ])
    : [[], [], [], []];
  const unsaved = [...unsavedSources].flatMap((source) => source());
  const profile = {
    format: FORMAT,
    version: VERSION,
    made: new Date().toISOString(),
    cells: encode([...cells, ...unsaved]),
    runs: encode(runs),
    files: encode(files),
    progress,
  };
  return new Blob([JSON.stringify(profile)], { type: 'application/json' });
}

interface Profile {
  readonly cells: readonly CellRow[];
  readonly runs: readonly RunRow[];
  readonly files: readonly FileRow[];
  readonly progress: readonly ProgressRow[];
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
  const rows = <T>(name: keyof Profile, parse: (value: unknown) => T | null): readonly T[] => {
    // Profiles before version 3 have no progress.
    const list = fields[name] ?? (name === 'progress' ? [] : undefined);
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
    progress: rows('progress', parseProgressRow),
  };
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

/** @throws {ProfileError} and, when the browser's storage is full, its QuotaExceededError; either way nothing has changed */
export async function importProfile(file: Blob): Promise<ProfileCounts> {
  if (file.size > LARGEST) throw new ProfileError('not-a-profile');
  const { cells, runs, files, progress } = parseProfile(await file.text());
  const database = await openStorage();
  if (!database) throw new ProfileError('denied');
  const counts = { cells: 0, runs: 0, files: 0 };
  const transaction = database.transaction(['cells', 'runs', 'files', 'progress'], 'readwrite');
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
  return counts;
}

export async function countProfile(): Promise<ProfileCounts> {
  const database = await openStorage();
  if (!database) return { cells: 0, runs: 0, files: 0 };
  const cells = await database.getAll('cells');
  return {
    cells: cells.filter((row) => parseCellRow(row)?.code !== null).length,
    runs: await database.count('runs'),
    files: await database.count('files'),
  };
}
