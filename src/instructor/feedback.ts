/** What a student gets back: one Markdown file with the points, each check's reason and the instructor's words. */
import type { TestResult } from '../grading/types';
import type { Language } from '../shared/language';
import { exercisesOf } from './batch';
import { rowsOf } from './gradebook';
import type { Gradebook, Row } from './gradebook';
import { writeZip } from './zip';

const WORDS = {
  ja: {
    points: '得点',
    waiting: '採点前',
    changed: '教員による変更',
    answer: '提出されたコード',
    feedback: '教員より',
    hidden: '非公開のテスト',
    states: { passed: '合格', failed: '不合格', error: 'エラー', 'not-run': '未実行' },
  },
  en: {
    points: 'Points',
    waiting: 'not graded yet',
    changed: 'changed by the instructor',
    answer: 'The code that was handed in',
    feedback: 'From the instructor',
    hidden: 'hidden check',
    states: { passed: 'passed', failed: 'failed', error: 'error', 'not-run': 'not run' },
  },
} as const;

/** A zip with one file for each submission that counts. */
export function feedbackZip(gradebook: Gradebook, language: Language): Uint8Array<ArrayBuffer> {
  const rows = rowsOf(gradebook).filter(({ replaced }) => !replaced);
  return writeZip(rows.map((row) => [fileName(row), feedbackOf(row, gradebook, language)] as const));
}

/** Any name becomes a file's name on any system; the hash keeps equal names apart. */
function fileName({ student, hash }: Row): string {
  const plain = student
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'student' : plain}-${hash.slice(0, 8)}.md`;
}

export function feedbackOf(row: Row, { bundle, entries }: Gradebook, language: Language): string {
  const words = WORDS[language];
  const score = (points: number | null, of: number | null) =>
    points === null ? words.waiting : `${points}${of === null ? '' : ` / ${of}`}`;
  const entry = entries.find((each) => each.kind === 'read' && each.hash === row.hash);
  const parts = [
    `# ${bundle.assignment.title}`,
    `${plainText(row.student)}\n\n${words.points}: **${score(row.points, row.of)}**`,
  ];
  if (row.feedback.trim() !== '') parts.push(`## ${words.feedback}`, row.feedback.trim());
  for (const { slug, report, override, points, of } of row.cells) {
    const title = exercisesOf(bundle).find((exercise) => exercise.slug === slug)?.title[language] ?? slug;
    parts.push(`## ${title}: ${score(points, of)}`);
    if (override) parts.push(`${words.changed}${override.note.trim() === '' ? '' : `: ${override.note.trim()}`}`);
    if (report?.reason) parts.push(plainText(report.reason[language]));
    if (report && report.tests.length > 0) parts.push(report.tests.map((test) => testLine(test, language)).join('\n'));
    const answer =
      entry?.kind === 'read' && entry.submission.answers.find((each) => each.kind === 'exercise' && each.slug === slug);
    if (answer && answer.kind === 'exercise') parts.push(`${words.answer}:`, fenced(answer.code));
  }
  return `${parts.join('\n\n')}\n`;
}

function testLine({ title, points, of, state, reason, hidden }: TestResult, language: Language): string {
  const words = WORDS[language];
  const mark = hidden ? ` (${words.hidden})` : '';
  const why = reason === null ? '' : `\n  ${plainText(reason[language]).replaceAll('\n', '\n  ')}`;
  return `- **${words.states[state]}** ${title[language]}${mark}: ${points} / ${of}${why}`;
}

/** Words that came from a student's Python stay words, not Markdown or HTML. */
function plainText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, (char) => `\\${char}`);
}

/** A fence longer than any run of backticks in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${code.trimEnd()}\n${fence}`;
}
