/** One file that holds many: a length, a JSON table of [path, size], then the bytes. Written by the build, read by the worker. */

export interface ArchiveEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export function packArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const table = new TextEncoder().encode(JSON.stringify(entries.map(({ path, bytes }) => [path, bytes.length])));
  const size = entries.reduce((sum, { bytes }) => sum + bytes.length, 4 + table.length);
  const archive = new Uint8Array(size);
  new DataView(archive.buffer).setUint32(0, table.length, true);
  archive.set(table, 4);
  let offset = 4 + table.length;
  for (const { bytes } of entries) {
    archive.set(bytes, offset);
    offset += bytes.length;
  }
  return archive;
}

export function unpackArchive(buffer: ArrayBuffer): ArchiveEntry[] {
  const tableLength = new DataView(buffer).getUint32(0, true);
  const table = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, tableLength))) as [string, number][];
  let offset = 4 + tableLength;
  return table.map(([path, size]) => {
    const bytes = new Uint8Array(buffer, offset, size);
    offset += size;
    return { path, bytes };
  });
}
