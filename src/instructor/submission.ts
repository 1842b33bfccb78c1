/**
 * The one file that a student hands in: answers, the time line of attempts, and a hash that shows damage. Scores in it are what the
 * student's own browser claimed, for information only: the score that counts is the instructor's re-grade.
 */
import { sha256 } from '../shared/sha256';
import { FormatError, Strict, parseJson } from '../shared/strict';

export const SUBMISSION_FORMAT = 'torch-playground-submission';
const VERSION = 1;

/** Far above what honest work needs; a file beyond them is refused before anything of it is run. */
export const SUBMISSION_LIMITS = {
  /** Characters of the whole file. */
  file: 2_000_000,
  name: 120,
  answers: 100,
  code: 100_000,
  /** Later attempts push out the earliest. */
  attempts: 200,
  points: 10_000,
} as const;

export interface Score {
  readonly points: number;
  readonly of: number;
}

/** One check of an answer in the student's browser. */
export interface Attempt {
  readonly at: string;
  readonly claimed: Score | null;
}

export interface ExerciseAnswer {
  readonly kind: 'exercise';
  readonly slug: string;
  readonly code: string;
  readonly attempts: readonly Attempt[];
  readonly hints: number;
  readonly sawSolution: boolean;
}

/** How much of a lesson was run; also a claim. */
export interface LessonAnswer {
  readonly kind: 'lesson';
  readonly slug: string;
  readonly ran: number;
  readonly cells: number;
}

export type Answer = ExerciseAnswer | LessonAnswer;

export interface Submission {
  /** Name or id, as the student wrote it. */
  readonly student: string;
  readonly assignment: string;
  readonly made: string;
  readonly language: 'ja' | 'en';
  readonly answers: readonly Answer[];
}

/** Null: this exercise was not asked, or not answered. */
export function exerciseAnswer({ answers }: Submission, slug: string): ExerciseAnswer | null {
  const isAsked = (answer: Answer): answer is ExerciseAnswer => answer.kind === 'exercise' && answer.slug === slug;
  return answers.find(isAsked) ?? null;
}

interface ReadSubmission {
  readonly submission: Submission;
  /** Of the content: two files with the same hash are the same work. */
  readonly hash: string;
}

export async function writeSubmission(submission: Submission): Promise<string> {
  const content = { format: SUBMISSION_FORMAT, version: VERSION, ...canonical(submission) };
  return `${JSON.stringify({ ...content, hash: await sha256(JSON.stringify(content)) }, null, 1)}\n`;
}

/** @throws {FormatError} which names the place, what it expected and what it received */
export async function readSubmission(text: string): Promise<ReadSubmission> {
  const field = new Strict(parseJson(text, SUBMISSION_LIMITS.file)).object([
    'format',
    'version',
    'student',
    'assignment',
    'made',
    'language',
    'answers',
    'hash',
  ]);
  field('format').oneOf([SUBMISSION_FORMAT]);
  field('version').oneOf([VERSION]);
  const submission: Submission = {
    student: field('student').line(SUBMISSION_LIMITS.name).trim(),
    assignment: field('assignment').slug(),
    made: field('made').time(),
    language: field('language').oneOf(['ja', 'en']),
    answers: field('answers').list(SUBMISSION_LIMITS.answers, readAnswer),
  };
  const twice = submission.answers.find(
    ({ kind, slug }, index) =>
      submission.answers.findIndex((other) => other.kind === kind && other.slug === slug) !== index,
  );
  if (twice)
    throw new FormatError('answers', { ja: `${twice.slug} の解答 1 つ`, en: `one answer to ${twice.slug}` }, 2);
  const stated = field('hash').hash();
  const hash = await sha256(JSON.stringify({ format: SUBMISSION_FORMAT, version: VERSION, ...canonical(submission) }));
  if (stated !== hash) throw new FormatError('hash', HASH_EXPECTED, stated);
  return { submission, hash };
}

function readAnswer(value: Strict): Answer {
  const kind = value.object(ANSWER_FIELDS)('kind').oneOf(['exercise', 'lesson']);
  if (kind === 'lesson') {
    const field = value.object(['kind', 'slug', 'ran', 'cells']);
    return {
      kind,
      slug: field('slug').slug(),
      ran: field('ran').count(SUBMISSION_LIMITS.points),
      cells: field('cells').count(SUBMISSION_LIMITS.points),
    };
  }
  const field = value.object(['kind', 'slug', 'code', 'attempts', 'hints', 'sawSolution']);
  return {
    kind,
    slug: field('slug').slug(),
    code: field('code').text(SUBMISSION_LIMITS.code),
    attempts: field('attempts').list(SUBMISSION_LIMITS.attempts, readAttempt),
    hints: field('hints').count(SUBMISSION_LIMITS.points),
    sawSolution: field('sawSolution').flag(),
  };
}

const HASH_EXPECTED = {
  ja: '内容と一致するハッシュ（ファイルは変更されたか、壊れています）',
  en: 'the hash of the content (the file was changed or damaged)',
};

const ANSWER_FIELDS = ['kind', 'slug', 'ran', 'cells', 'code', 'attempts', 'hints', 'sawSolution'];

function readAttempt(value: Strict): Attempt {
  const field = value.object(['at', 'claimed']);
  return { at: field('at').time(), claimed: field('claimed').orNull(readScore) };
}

function readScore(value: Strict): Score {
  const field = value.object(['points', 'of']);
  return {
    points: field('points').number(SUBMISSION_LIMITS.points),
    of: field('of').number(SUBMISSION_LIMITS.points),
  };
}

/** The same fields in the same order, so that equal content has an equal hash. */
function canonical({ student, assignment, made, language, answers }: Submission): Submission {
  return {
    student: student.trim(),
    assignment,
    made,
    language,
    answers: answers.map((answer): Answer => {
      if (answer.kind === 'lesson') {
        const { kind, slug, ran, cells } = answer;
        return { kind, slug, ran, cells };
      }
      const { kind, slug, code, hints, sawSolution } = answer;
      const attempts = answer.attempts
        .slice(-SUBMISSION_LIMITS.attempts)
        .map(({ at, claimed }) => ({ at, claimed: claimed && { points: claimed.points, of: claimed.of } }));
      return { kind, slug, code, attempts, hints, sawSolution };
    }),
  };
}
