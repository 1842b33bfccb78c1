/** From the files that an instructor drops to the submissions in them: each read strictly on its own, what cannot be read with its reason. */
import { same } from '../shared/language';
import type { Translated } from '../shared/language';
import { problemOf } from '../shared/problem';
import { FormatError, decodeText } from '../shared/strict';
import { SUBMISSION_LIMITS, readSubmission } from './submission';
import type { Submission } from './submission';
import { atMost, isZip, readZip } from './zip';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Entry =
  | { readonly kind: 'read'; readonly file: string; readonly hash: string; readonly submission: Submission }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: Translated };

const LIMITS = { packed: 200_000_000, files: 5_000, file: 4 * SUBMISSION_LIMITS.file, all: 200_000_000 } as const;

const NOT_ZIPPED = {
  ja: '提出ファイル（zip の中の zip ではないもの）',
  en: 'a submission, not a zip file inside of a zip file',
};

/** In the order of file names. Equal work handed in twice is one entry. */
export async function collectEntries(files: readonly GivenFile[], assignment: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const seen = new Map<string, string>();
  for (const given of files.flatMap(unpacked).toSorted((a, b) => compare(nameOf(a), nameOf(b)))) {
    const entry = 'kind' in given ? given : await readEntry(given, assignment);
    const { file: name } = entry;
    const twin = entry.kind === 'read' ? seen.get(entry.hash) : undefined;
    if (twin !== undefined)
      entries.push({
        kind: 'refused',
        file: name,
        reason: { ja: `${twin} と同じファイルです`, en: `the same file as ${twin}` },
      });
    else entries.push(entry);
    if (entry.kind === 'read' && twin === undefined) seen.set(entry.hash, name);
  }
  return entries;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = (given: GivenFile | Entry): string => ('kind' in given ? given.file : given.name);

/** The files of a zip, or the file itself. */
function unpacked(file: GivenFile): readonly (GivenFile | Entry)[] {
  if (!isZip(file.bytes)) return [file];
  try {
    return [...readZip(file.bytes, LIMITS)].map(([path, bytes]) => ({ name: `${file.name}/${path}`, bytes }));
  } catch (error) {
    return [refused(file.name, error)];
  }
}

function refused(file: string, error: unknown): Entry {
  return { kind: 'refused', file, reason: problemOf(error) };
}

async function readEntry({ name: file, bytes }: GivenFile, assignment: string): Promise<Entry> {
  try {
    // Never unpacked: a few bytes inside of a zip can unpack to all that its limits allow, a thousand times over.
    if (isZip(bytes)) throw new FormatError('', NOT_ZIPPED, file);
    if (bytes.length > LIMITS.file) throw new FormatError('', atMost(LIMITS.file), bytes.length);
    const { submission, hash } = await readSubmission(decodeText(bytes));
    if (submission.assignment !== assignment) {
      throw new FormatError('assignment', same(JSON.stringify(assignment)), submission.assignment);
    }
    return { kind: 'read', file, hash, submission };
  } catch (error) {
    return refused(file, error);
  }
}

/** Of several submissions of one student the last counts: the hashes of those that another one replaces. Names of files tell nothing. */
export function replacedHashes(entries: readonly Entry[]): ReadonlySet<string> {
  const last = new Map<string, { hash: string; made: number }>();
  const replaced = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'read') continue;
    const { hash, submission } = entry;
    const made = Date.parse(submission.made);
    const key = studentKey(submission.student);
    const before = last.get(key);
    if (before && before.made > made) {
      replaced.add(hash);
      continue;
    }
    if (before) replaced.add(before.hash);
    last.set(key, { hash, made });
  }
  return replaced;
}

/** Names are typed by hand: width, case and spaces do not tell students apart. */
export function studentKey(student: string): string {
  return student.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
