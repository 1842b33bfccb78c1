/** Zip files of unknown origin, read under caps that hold whatever the file claims; and written. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Translated } from '../shared/language';
import { FormatError, decodeText } from '../shared/strict';

interface ZipLimits {
  /** Bytes of the zip file. */
  readonly packed: number;
  readonly files: number;
  /** Bytes of one file. */
  readonly file: number;
  /** Bytes of all files. */
  readonly all: number;
}

export type ZipFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export function atMost(bytes: number): Translated {
  return { ja: `${bytes} バイトまでのファイル`, en: `at most ${bytes} bytes` };
}

/** The first bytes of every zip file with something in it. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** @throws {FormatError} */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipFiles {
  if (bytes.length > limits.packed) throw new FormatError('', atMost(limits.packed), bytes.length);
  let files = 0;
  let all = 0;
  const names = new Set<string>();
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (name.endsWith('/') || isClutter(name)) return false;
    if (!isPlainPath(name))
      throw new FormatError(name.slice(0, 200), { ja: 'zip の中のパス', en: 'a path inside of the zip file' }, name);
    if (names.has(name)) throw new FormatError(name, { ja: 'この名前のファイル 1 つ', en: 'one file of this name' }, 2);
    names.add(name);
    files += 1;
    all += originalSize;
    if (files > limits.files)
      throw new FormatError('', { ja: `${limits.files} 個までのファイル`, en: `at most ${limits.files} files` }, files);
    if (originalSize > limits.file) throw new FormatError(name, atMost(limits.file), originalSize);
    if (all > limits.all) {
      const expected = {
        ja: `合わせて ${limits.all} バイトまでのファイル`,
        en: `at most ${limits.all} bytes together`,
      };
      throw new FormatError('', expected, all);
    }
    return true;
  };
  try {
    // A file that unpacks to more than it claims is cut at what it claims, and its content then fails to parse.
    return new Map(Object.entries(unzipSync(bytes, { filter })) as [string, Uint8Array<ArrayBuffer>][]);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(
      '',
      { ja: 'zip ファイル', en: 'a zip file' },
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** What archivers of some systems add. */
function isClutter(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/.test(name);
}

function isPlainPath(name: string): boolean {
  return !/[\\\0]|^\/|^[a-z]:/i.test(name) && name.length <= 300 && !name.split('/').includes('..');
}

export function writeZip(files: Iterable<readonly [string, string | Uint8Array]>): Uint8Array<ArrayBuffer> {
  const parts = [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]);
  // A fixed time: equal content gives an equal file.
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>, {
    mtime: '1980-01-01T12:00:00',
  }) as Uint8Array<ArrayBuffer>;
}

/** @throws {FormatError} when it is no UTF-8 */
export function textOf(files: ZipFiles, name: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new FormatError(name, { ja: 'このファイル', en: 'this file' }, undefined);
  return decodeText(bytes, name);
}
