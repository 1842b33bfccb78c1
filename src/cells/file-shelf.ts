/** The files of the reader's Python as the page knows them: kept in storage, given to every fresh kernel, changed by either side. */
import { createStore } from 'zustand/vanilla';
import type { Kernel } from '../kernel/kernel';
import { loadFiles, renameFile, storeFile } from '../shared/storage/files';
import { isStorageFull } from '../shared/storage/open';
import { alsoExport } from '../shared/storage/profile';
import { HOME, isFilePath } from '../shared/storage/schema';
import type { FileRow } from '../shared/storage/schema';

/** What the kernel takes as one file; see the protocol's limits. */
const LARGEST_FILE = 256 * 1024 * 1024;
/** Code that writes files without end must not fill the reader's disk with them. */
const MOST_FILES = 2_000;

export type FileProblem = 'full' | 'denied' | 'too-large' | 'too-many' | 'name' | null;

export interface Shelf {
  readonly files: ReadonlyMap<string, FileRow>;
  readonly problem: FileProblem;
}

export const shelf = createStore<Shelf>(() => ({ files: new Map(), problem: null }));

let loading: Promise<void> | null = null;
/** Files that only the page has, because storage is denied or full. */
const unkept = new Set<string>();
alsoExport(() => ({ files: [...shelf.getState().files.values()].filter(({ path }) => unkept.has(path)) }));

let kernel: Kernel | null = null;

/** The files of earlier visits, for the first kernel. */
export async function openShelf(): Promise<ReadonlyMap<string, FileRow>> {
  loading ??= loadFiles().then((rows) => {
    const held = [...shelf.getState().files].filter(([path]) => unkept.has(path));
    shelf.setState({ files: new Map([...rows.map((row) => [row.path, row] as const), ...held]) });
  });
  await loading;
  return shelf.getState().files;
}

/** What is stored has changed under the page: Python gets what is new. */
export async function reloadShelf(): Promise<void> {
  const before = await openShelf();
  loading = null;
  for (const [path, row] of await openShelf()) {
    if (before.get(path)?.modified !== row.modified) kernel?.putFile(path, row.bytes);
  }
}

/** From here on what the reader changes reaches Python too. */
export function connectShelf(to: Kernel | null): void {
  kernel = to;
}

/** Python wrote a file, or removed it. */
export function keepPythonFile(path: string, bytes: Uint8Array | null): void {
  // What a worker says is not trusted: only paths below the home folder are files here.
  if (isFilePath(path)) void keep(path, bytes);
}

async function keep(path: string, bytes: Uint8Array | null): Promise<void> {
  const files = new Map(shelf.getState().files);
  const row: FileRow | null = bytes && { path, bytes: bytes as Uint8Array<ArrayBuffer>, modified: Date.now() };
  if (row && !files.has(path) && files.size >= MOST_FILES) {
    shelf.setState({ problem: 'too-many' });
    return;
  }
  if (row) files.set(path, row);
  else files.delete(path);
  shelf.setState({ files, problem: null });
  try {
    if (await storeFile(path, row)) unkept.delete(path);
    else if (row) missing(path, 'denied');
  } catch (error) {
    missing(path, problemOf(error));
  }
}

function missing(path: string, problem: FileProblem): void {
  unkept.add(path);
  shelf.setState({ problem });
}

const problemOf = (error: unknown): FileProblem => (isStorageFull(error) ? 'full' : 'denied');

export async function upload(list: Iterable<File>): Promise<void> {
  for (const file of list) {
    const path = HOME + file.name;
    if (file.size > LARGEST_FILE) shelf.setState({ problem: 'too-large' });
    else if (!isFree(path)) shelf.setState({ problem: 'name' });
    else await change(path, new Uint8Array(await file.arrayBuffer()));
  }
}

/** A name for a file: below the home folder, no folder of other files, and in no folder that is a file. */
function isFree(path: string, except?: string): boolean {
  const others = [...shelf.getState().files.keys()].filter((other) => other !== except);
  return isFilePath(path) && !others.some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
}

export async function remove(path: string): Promise<void> {
  await change(path, null);
}

/** Resolves with why the file keeps its old name, or with null. */
export async function rename(path: string, name: string): Promise<FileProblem> {
  const to = HOME + name.trim();
  const row = shelf.getState().files.get(path);
  if (to === path) return null;
  if (!row || !isFree(to, path) || shelf.getState().files.has(to)) return 'name';
  const moved: FileRow = { ...row, path: to, modified: Date.now() };
  let kept: boolean;
  try {
    kept = await renameFile(path, moved);
  } catch (error) {
    return problemOf(error);
  }
  const files = new Map(shelf.getState().files).set(to, moved);
  files.delete(path);
  unkept.delete(path);
  if (!kept) unkept.add(to);
  shelf.setState({ files, problem: kept ? null : 'denied' });
  // The old one first: a file `runs` may become `runs/a`.
  kernel?.putFile(path, null);
  kernel?.putFile(to, moved.bytes);
  return null;
}

async function change(path: string, bytes: Uint8Array | null): Promise<void> {
  kernel?.putFile(path, bytes);
  await keep(path, bytes);
}

/** The path as Python's code writes it. */
export function shortPath(path: string): string {
  return path.slice(HOME.length);
}
