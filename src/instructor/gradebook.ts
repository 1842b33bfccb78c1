/** The gradebook as data: what was handed in, what the re-grade found, what the instructor decided; and the tables made of it. */
import type { GradeReport } from '../grading/types';
import type { Translated } from '../shared/language';
import { exercisesOf } from './batch';
import type { Bundle } from './bundle';
import { replacedHashes, studentKey } from './collect';
import type { Entry } from './collect';
import { toCsv } from './csv';
import { exerciseAnswer } from './submission';
import type { ExerciseAnswer } from './submission';

/** The instructor's points for one exercise, instead of the grader's. */
export interface Override {
  readonly points: number;
  readonly note: string;
}

/** What the instructor adds about one student; kept by student, so that it outlives re-runs and new submissions. */
export interface Judgement {
  readonly overrides: Readonly<Record<string, Override>>;
  readonly feedback: string;
}

export const NO_JUDGEMENT: Judgement = { overrides: {}, feedback: '' };

export interface Gradebook {
  readonly bundle: Bundle;
  readonly entries: readonly Entry[];
  /** By the hash of the submission. */
  readonly reports: ReadonlyMap<string, readonly GradeReport[]>;
  /** By `studentKey`. */
  readonly judgements: ReadonlyMap<string, Judgement>;
}

export interface Cell {
  readonly slug: string;
  readonly report: GradeReport | null;
  readonly override: Override | null;
  /** What counts; null before grading, and where the grader itself failed. */
  readonly points: number | null;
  readonly of: number | null;
  /** As it was handed in; null where there is none. */
  readonly answer: ExerciseAnswer | null;
}

export interface Row {
  readonly file: string;
  readonly hash: string;
  readonly student: string;
  readonly made: string;
  readonly late: boolean;
  /** A later submission of the same student counts instead. */
  readonly replaced: boolean;
  readonly cells: readonly Cell[];
  readonly points: number | null;
  readonly of: number | null;
  /** Cells of lessons that were run, as the student's browser says. */
  readonly lessons: readonly { readonly slug: string; readonly ran: number; readonly cells: number }[];
  readonly feedback: string;
}

export interface Refusal {
  readonly file: string;
  readonly reason: Translated;
}

/** False also where the grader itself failed: that is not the student's doing, so it is tried again. */
export function isGraded(reports: readonly GradeReport[] | undefined): boolean {
  return reports !== undefined && reports.every(({ state }) => state !== 'failed');
}

export function rowsOf({ bundle, entries, reports, judgements }: Gradebook): readonly Row[] {
  const replaced = replacedHashes(entries);
  return entries.flatMap((entry): readonly Row[] => {
    if (entry.kind !== 'read') return [];
    const { file, hash, submission } = entry;
    const judgement = judgements.get(studentKey(submission.student)) ?? NO_JUDGEMENT;
    const cells = exercisesOf(bundle).map(({ slug }): Cell => {
      const report = reports.get(hash)?.find(({ exercise }) => exercise === slug) ?? null;
      const override = judgement.overrides[slug] ?? null;
      const failed = report === null || report.state === 'failed';
      return {
        slug,
        report,
        override,
        points: override?.points ?? (failed ? null : report.points),
        of: failed ? null : report.of,
        answer: exerciseAnswer(submission, slug),
      };
    });
    const { due } = bundle.assignment;
    return [
      {
        file,
        hash,
        student: submission.student,
        made: submission.made,
        late: due !== null && Date.parse(submission.made) > Date.parse(due),
        replaced: replaced.has(hash),
        cells,
        points: sum(cells.map(({ points }) => points)),
        of: sum(cells.map(({ of }) => of)),
        lessons: submission.answers.flatMap((answer) => (answer.kind === 'lesson' ? [answer] : [])),
        feedback: judgement.feedback,
      },
    ];
  });
}

export function refusalsOf({ entries }: Gradebook): readonly Refusal[] {
  return entries.flatMap((entry) => (entry.kind === 'refused' ? [{ file: entry.file, reason: entry.reason }] : []));
}

/** Null unless all are known. */
function sum(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (total, value) => (total === null || value === null ? null : round(total + value)),
    0 as number | null,
  );
}

/** Points may be parts: sums of them are shown without the noise of binary fractions. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** One line for each file, those that were refused last; names of columns are the same in all languages. */
export function gradebookCsv(gradebook: Gradebook): string {
  const slugs = exercisesOf(gradebook.bundle).map(({ slug }) => slug);
  const perExercise = slugs.flatMap((slug) => [`${slug} points`, `${slug} of`, `${slug} state`]);
  const header = [
    'student',
    'points',
    'of',
    ...perExercise,
    'submitted',
    'late',
    'counts',
    'feedback',
    'file',
    'hash',
    'problem',
  ];
  const rows = rowsOf(gradebook).map((row) => [
    row.student,
    row.points ?? '',
    row.of ?? '',
    ...row.cells.flatMap(({ points, of, report, override }) => [points ?? '', of ?? '', stateOf(report, override)]),
    row.made,
    row.late ? 'late' : '',
    row.replaced ? 'replaced' : 'yes',
    row.feedback,
    row.file,
    row.hash,
    row.cells.flatMap(({ slug, report }) => (report?.reason ? [`${slug}: ${report.reason.en}`] : [])).join('; '),
  ]);
  const blank = slugs.flatMap(() => ['', '', '']);
  const refused = refusalsOf(gradebook).map(({ file, reason }) => [
    '',
    '',
    '',
    ...blank,
    '',
    '',
    'refused',
    '',
    file,
    '',
    reason.en,
  ]);
  return toCsv([header, ...rows, ...refused]);
}

function stateOf(report: GradeReport | null, override: Override | null): string {
  if (override) return 'overridden';
  return report?.state ?? 'not graded';
}
