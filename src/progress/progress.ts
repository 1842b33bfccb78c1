/** How far the reader is in every lesson: which were opened, which cells ran, what was answered. Kept in the site's database. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { openStorage } from '../shared/storage/open';
import { parseProgressRow } from '../shared/storage/schema';
import type { ProgressRow } from '../shared/storage/schema';

type Answers = readonly (number | null)[];

export interface LessonProgress {
  readonly ran: readonly string[];
  readonly answers: Readonly<Record<string, Answers>>;
}

const NONE: LessonProgress = { ran: [], answers: {} };

/** Lessons that were opened, by slug. */
export const progress = createStore<ReadonlyMap<string, ProgressRow>>(() => new Map());

let loading: Promise<void> | null = null;

/** Reads what was kept, once; what happened meanwhile in this page stands. */
export function loadProgress(): Promise<void> {
  loading ??= readRows().then((rows) => {
    const known = new Map(rows.map((row) => [row.slug, row]));
    progress.setState(new Map([...known, ...progress.getState()]), true);
  });
  return loading;
}

/** What is stored has changed under the page: read it anew. */
export function forgetProgress(): void {
  loading = null;
  progress.setState(new Map(), true);
}

async function readRows(): Promise<readonly ProgressRow[]> {
  const database = await openStorage();
  const rows = (await database?.getAll('progress').catch(() => [])) ?? [];
  return rows.flatMap((row) => parseProgressRow(row) ?? []);
}

export function noteVisit(slug: string): void {
  change(slug, (row) => (progress.getState().has(slug) ? row : { ...row }));
}

export function noteRun(slug: string, cellId: string): void {
  change(slug, (row) => (row.ran.includes(cellId) ? row : { ...row, ran: [...row.ran, cellId] }));
}

/** `null` takes the answer back. */
export function noteAnswer(slug: string, quizId: string, question: number, option: number | null): void {
  change(slug, (row) => {
    const options = [...(row.answers[quizId] ?? [])];
    while (options.length <= question) options.push(null);
    options[question] = option;
    return { ...row, answers: { ...row.answers, [quizId]: options } };
  });
}

function change(slug: string, next: (row: LessonProgress) => LessonProgress): void {
  void loadProgress().then(() => {
    const before = progress.getState().get(slug) ?? NONE;
    const after = next(before);
    if (after === before) return;
    const row: ProgressRow = { ...after, slug, changed: Date.now() };
    progress.setState(new Map(progress.getState()).set(slug, row), true);
    // Where storage is denied or full, progress lasts as long as the page.
    void openStorage().then((database) => database?.put('progress', row).catch(() => undefined));
  });
}

export function useProgress(): ReadonlyMap<string, ProgressRow> {
  return useStore(progress);
}

export function useAnswers(slug: string, quizId: string): Answers {
  return useStore(progress, (rows) => rows.get(slug)?.answers[quizId]) ?? NO_ANSWERS;
}

const NO_ANSWERS: Answers = [];

export interface Share {
  readonly ran: number;
  readonly cells: number;
  readonly answered: number;
  readonly quizzes: number;
  /** Of all that there is to do, from 0 to 1. */
  readonly part: number;
}

/** Null when the lesson was not opened yet. A text may have lost cells and quizzes since: these do not count. */
export function shareOf(
  row: LessonProgress | undefined,
  lesson: { readonly cells: number; readonly quizzes: readonly string[] },
): Share | null {
  if (!row) return null;
  const ran = Math.min(row.ran.length, lesson.cells);
  const answered = lesson.quizzes.filter((id) => row.answers[id]?.some((option) => option !== null)).length;
  const total = lesson.cells + lesson.quizzes.length;
  return {
    ran,
    cells: lesson.cells,
    answered,
    quizzes: lesson.quizzes.length,
    part: total === 0 ? 1 : (ran + answered) / total,
  };
}
