/** What a student gets back: one Markdown file with the points, each check's reason and the instructor's words. */
import type { TestResult } from '../grading/types';
import { practiceTextFor } from '../shared/i18n/practice';
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
  },
  en: {
    points: 'Points',
    waiting: 'not graded yet',
    changed: 'changed by the instructor',
    answer: 'The code that was handed in',
    feedback: 'From the instructor',
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

export function feedbackOf(row: Row, { bundle }: Pick<Gradebook, 'bundle'>, language: Language): string {
  const words = WORDS[language];
  const score = (points: number | null, of: number | null) =>
    points === null ? words.waiting : `${points}${of === null ? '' : ` / ${of}`}`;
  const parts = [
    `# ${bundle.assignment.title}`,
    `${plainText(row.student)}\n\n${words.points}: **${score(row.points, row.of)}**`,
  ];
  if (row.feedback.trim() !== '') parts.push(`## ${words.feedback}`, row.feedback.trim());
  for (const { slug, report, override, points, of, answer } of row.cells) {
    const title = exercisesOf(bundle).find((exercise) => exercise.slug === slug)?.title[language] ?? slug;
    parts.push(`## ${title}: ${score(points, of)}`);
    if (override) parts.push(`${words.changed}${override.note.trim() === '' ? '' : `: ${override.note.trim()}`}`);
    if (report?.reason) parts.push(plainText(report.reason[language]));
    if (report && report.tests.length > 0) parts.push(report.tests.map((test) => testLine(test, language)).join('\n'));
    if (answer) parts.push(`${words.answer}:`, fenced(answer.code));
  }
  return `${parts.join('\n\n')}\n`;
}

function testLine({ title, points, of, state, reason, hidden }: TestResult, language: Language): string {
  const text = practiceTextFor(language);
  const mark = hidden ? ` (${text.hidden})` : '';
  const why = reason === null ? '' : `\n  ${plainText(reason[language]).replaceAll('\n', '\n  ')}`;
  return `- **${text.states[state]}** ${title[language]}${mark}: ${points} / ${of}${why}`;
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
