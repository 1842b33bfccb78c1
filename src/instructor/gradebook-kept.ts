/** What a browser keeps of a gradebook; what two tabs made of it is put together so that neither undoes the other. */
import type { GradeReport } from '../grading/types';
import { same } from '../shared/language';
import type { Translated } from '../shared/language';
import { Strict, readOr } from '../shared/strict';
import { keepDocument } from '../shared/storage/documents';
import type { Judgement, Refusal } from './gradebook';
import { readReports, readTranslated } from './results';

export interface Kept {
  readonly bundle: Uint8Array;
  readonly key: string;
  /** File names by the text of the submission. */
  readonly files: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<string, Refusal>;
  /** By the hash of the submission. */
  readonly reports: ReadonlyMap<string, readonly GradeReport[]>;
  /** By `studentKey`. */
  readonly judgements: ReadonlyMap<string, Judgement>;
}

export const byContent = (refusal: Refusal): readonly [string, Refusal] => [JSON.stringify(refusal), refusal];

const LIMITS = { file: 10_000_000, entries: 10_000, text: 100_000, points: 100_000 } as const;

/** False when this browser cannot keep it. `before` is what this page kept last: what differs from it was changed here. */
export function keep(id: string, before: Kept, mine: Kept): Promise<boolean> {
  return keepDocument('gradebook', id, (stored) =>
    stored === undefined ? write(mine) : write(mergeKept(before, mine, readKept(stored))),
  );
}

export function mergeKept(before: Kept, mine: Kept, stored: Kept): Kept {
  return {
    bundle: mine.bundle,
    key: mine.key,
    files: mergeMaps(before.files, mine.files, stored.files),
    refused: mergeMaps(before.refused, mine.refused, stored.refused),
    // Made with another bundle they are none.
    reports: stored.key === mine.key ? mergeMaps(before.reports, mine.reports, stored.reports) : mine.reports,
    judgements: mergeMaps(before.judgements, mine.judgements, stored.judgements),
  };
}

/** What is stored, with what was added, changed and taken away here. */
function mergeMaps<V>(
  before: ReadonlyMap<string, V>,
  mine: ReadonlyMap<string, V>,
  stored: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  const all = new Map(stored);
  for (const [key, value] of mine) if (before.get(key) !== value) all.set(key, value);
  for (const key of before.keys()) if (!mine.has(key)) all.delete(key);
  return all;
}

function write({ bundle, key, files, refused, reports, judgements }: Kept): unknown {
  return {
    bundle,
    key,
    files: [...files].map(([text, name]) => ({ name, text })),
    refused: [...refused.values()],
    reports: [...reports],
    judgements: [...judgements].map(([student, judgement]) => ({ student, ...judgement })),
  };
}

/** A part that cannot be read does not take the others along. */
export function readKept(content: unknown): Kept {
  const field = readOr(
    () => new Strict(undefined),
    () => new Strict(content).anyObject(),
  );
  const map = <V>(name: string, read: (part: Strict) => readonly [string, V]): ReadonlyMap<string, V> =>
    new Map(
      readOr([], () =>
        field(name)
          .list(LIMITS.entries, (part) => readOr([], () => [read(part)]))
          .flat(),
      ),
    );
  return {
    bundle: new Uint8Array(),
    key: readOr('', () => field('key').text(100)),
    files: map('files', (file) => {
      const part = file.object(['name', 'text']);
      return [part('text').text(LIMITS.file), part('name').text(1000)];
    }),
    refused: map('refused', (file) => {
      const part = file.object(['file', 'reason']);
      return byContent({ file: part('file').text(1000), reason: readReason(part('reason')) });
    }),
    reports: map('reports', (pair) => {
      const [hash, list] = pair.list(2, (part) => part);
      return hash && list
        ? [hash.text(100), readReports(list)]
        : pair.fail({ ja: 'ハッシュと採点結果', en: 'a hash and its reports' });
    }),
    judgements: map('judgements', readJudgement),
  };
}

/** Gradebooks of earlier releases have it in English only. */
function readReason(value: Strict): Translated {
  return value.isText() ? same(value.text(LIMITS.text)) : readTranslated(value);
}

function readJudgement(value: Strict): readonly [string, Judgement] {
  const field = value.object(['student', 'overrides', 'feedback']);
  const overrides: Record<string, { points: number; note: string }> = {};
  field('overrides').entries((slug, override) => {
    const part = override.object(['points', 'note']);
    overrides[slug] = { points: part('points').number(LIMITS.points), note: part('note').text(LIMITS.text) };
  });
  return [field('student').text(1000), { overrides, feedback: field('feedback').text(LIMITS.text) }];
}
