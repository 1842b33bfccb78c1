/** Python's files in the database: the sandbox has no storage of its own, so the page keeps them for it. */
import { openStorage } from './open';
import { parseFileRow } from './schema';
import type { FileRow } from './schema';

export async function loadFiles(): Promise<readonly FileRow[]> {
  const database = await openStorage();
  const rows = (await database?.getAll('files').catch(() => [])) ?? [];
  return rows.flatMap((row) => parseFileRow(row) ?? []);
}

/** `null` removes the file. False without storage: the file lives as long as the page. Rejects when storage is full. */
export async function storeFile(path: string, file: FileRow | null): Promise<boolean> {
  const database = await openStorage();
  if (file) await database?.put('files', file);
  else await database?.delete('files', path);
  return database !== null;
}

/** Both or neither: a file whose new name cannot be kept stays under its old one. As `storeFile` otherwise. */
export async function renameFile(from: string, file: FileRow): Promise<boolean> {
  const transaction = (await openStorage())?.transaction('files', 'readwrite');
  if (!transaction) return false;
  await Promise.all([transaction.store.put(file), transaction.store.delete(from), transaction.done]);
  return true;
}
