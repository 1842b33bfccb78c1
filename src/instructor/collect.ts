/** From the files that an instructor drops to the submissions in them: each read strictly on its own, what cannot be read with its reason. */
import { FormatError } from '../shared/strict';
import { SUBMISSION_LIMITS, readSubmission } from './submission';
import type { Submission } from './submission';
import { isZip, readZip } from './zip';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Entry =
  | { readonly kind: 'read'; readonly file: string; readonly hash: string; readonly submission: Submission }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string };

const LIMITS = { packed: 500_000_000, files: 5_000, file: 4 * SUBMISSION_LIMITS.file, all: 1_000_000_000 } as const;

/** In the order of file names. Equal work handed in twice is one entry. */
export async function collectEntries(files: readonly GivenFile[], assignment: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const seen = new Map<string, string>();
  for (const { name, bytes } of files.flatMap(unpacked).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const entry = await readEntry(name, bytes, assignment);
    const twin = entry.kind === 'read' ? seen.get(entry.hash) : undefined;
    if (twin !== undefined) entries.push({ kind: 'refused', file: name, reason: `the same file as ${twin}` });
    else entries.push(entry);
    if (entry.kind === 'read' && twin === undefined) seen.set(entry.hash, name);
  }
  return entries;
}

/** The files of a zip, or the file itself; a zip that cannot be read stays one file, which is then refused. */
function unpacked(file: GivenFile): readonly GivenFile[] {
  if (!isZip(file.bytes)) return [file];
  try {
    return [...readZip(file.bytes, LIMITS)].map(([path, bytes]) => ({ name: `${file.name}/${path}`, bytes }));
  } catch {
    return [file];
  }
}

async function readEntry(file: string, bytes: Uint8Array, assignment: string): Promise<Entry> {
  try {
    // As a zip inside of a zip, or one that could not be read, would be.
    if (isZip(bytes)) readZip(bytes, LIMITS);
    if (bytes.length > LIMITS.file) throw new FormatError('', `at most ${LIMITS.file} bytes`, bytes.length);
    const { submission, hash } = await readSubmission(decode(bytes));
    if (submission.assignment !== assignment) {
      throw new FormatError('assignment', JSON.stringify(assignment), submission.assignment);
    }
    return { kind: 'read', file, hash, submission };
  } catch (error) {
    return { kind: 'refused', file, reason: error instanceof Error ? error.message : String(error) };
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FormatError('', 'text in UTF-8', 'other bytes');
  }
}

/** Of several submissions of one student the last counts: the files whose work another one replaces. */
export function replacedFiles(entries: readonly Entry[]): ReadonlySet<string> {
  const last = new Map<string, { file: string; made: string }>();
  const replaced = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'read') continue;
    const { student, made } = entry.submission;
    const key = studentKey(student);
    const before = last.get(key);
    if (before && before.made > made) {
      replaced.add(entry.file);
      continue;
    }
    if (before) replaced.add(before.file);
    last.set(key, { file: entry.file, made });
  }
  return replaced;
}

/** Names are typed by hand: width, case and spaces do not tell students apart. */
export function studentKey(student: string): string {
  return student.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
