/** The page behind regrade.html: reading and grading submissions as the gradebook page does, for scripts/grade.mjs to drive as `window.regrade`. */
import { createGrader } from '../grading/grader';
import type { GradeReport } from '../grading/types';
import { isLanguage } from '../shared/language';
import { fromBase64, toBase64 } from '../shared/base64';
import { problemText } from '../shared/problem';
import { gradeBatch } from './batch';
import { bundleKey, readBundle } from './bundle';
import type { Bundle } from './bundle';
import { collectEntries } from './collect';
import type { Entry, GivenFile } from './collect';
import { feedbackZip } from './feedback';
import { gradebookCsv, isGraded, refusalsOf } from './gradebook';
import type { Gradebook } from './gradebook';
import { readRecord, shardOf, writeRecord } from './results';

interface EncodedFile {
  readonly name: string;
  readonly base64: string;
}

export interface Regrade {
  /** Rejects with the reason when it is no bundle. */
  open(bundle: string): Promise<{ readonly key: string; readonly title: string }>;
  /** May be called several times, with a part of the files each. */
  add(files: readonly EncodedFile[]): void;
  read(): Promise<{ readonly read: number; readonly refused: readonly { file: string; reason: string }[] }>;
  /** Takes grades of an earlier run; returns null, or why the line says nothing here. */
  know(line: string): string | null;
  /** How many of a shard are still to be graded. */
  left(shard: number, of: number): number;
  grade(lanes: number, shard: number, of: number, onRecord: (student: string, line: string) => void): Promise<void>;
  csv(): string;
  feedback(language: string): string;
}

let bundle: Bundle | null = null;
let key = '';
let given: GivenFile[] = [];
let entries: readonly Entry[] = [];
const reports = new Map<string, readonly GradeReport[]>();

function opened(): Bundle {
  if (!bundle) throw new Error('open a bundle first');
  return bundle;
}

function gradebook(): Gradebook {
  return { bundle: opened(), entries, reports, judgements: new Map() };
}

function waiting(shard: number, of: number) {
  return entries.flatMap((entry) =>
    entry.kind === 'read' && !isGraded(reports.get(entry.hash)) && shardOf(entry.hash, of) === shard ? [entry] : [],
  );
}

const regrade: Regrade = {
  async open(base64) {
    bundle = readBundle(fromBase64(base64));
    key = await bundleKey(bundle);
    return { key, title: bundle.assignment.title };
  },
  add(files) {
    given.push(...files.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) })));
  },
  async read() {
    entries = await collectEntries(given, opened().assignment.id);
    given = [];
    const refused = refusalsOf(gradebook()).map(({ file, reason }) => ({ file, reason: reason.en }));
    return { read: entries.length - refused.length, refused };
  },
  know(line) {
    try {
      const record = readRecord(line);
      if (record.bundle !== key) return 'it was made with another bundle';
      if (!isGraded(record.reports)) return 'the grader could not work then';
      reports.set(record.hash, record.reports);
      return null;
    } catch (error) {
      return problemText(error, 'en');
    }
  },
  left: (shard, of) => waiting(shard, of).length,
  async grade(lanes, shard, of, onRecord) {
    const items = waiting(shard, of);
    await gradeBatch(items, {
      bundle: opened(),
      makeGrader: () => createGrader(),
      lanes,
      signal: new AbortController().signal,
      onDone: (hash, list) => {
        reports.set(hash, list);
        const student = items.find((item) => item.hash === hash)?.submission.student ?? '';
        onRecord(student, writeRecord({ bundle: key, hash, reports: list }));
      },
    });
  },
  csv: () => gradebookCsv(gradebook()),
  feedback: (language) => toBase64(feedbackZip(gradebook(), isLanguage(language) ? language : 'en')),
};

declare global {
  interface Window {
    regrade: Regrade;
  }
}

window.regrade = regrade;
