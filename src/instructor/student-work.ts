/** A student's work on one assignment, kept in this browser as it is typed; handing in makes a submission of it. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { Strict, readOr } from '../shared/strict';
import { keepDocument, loadDocument } from '../shared/storage/documents';
import { openStorage } from '../shared/storage/open';
import { createSaver } from '../shared/storage/saver';
import { parseRunRow } from '../shared/storage/schema';
import type { Assignment } from './assignment';
import type { SuspendedAnswer } from './lms/suspend';
import { SUBMISSION_LIMITS } from './submission';
import type { Answer, Score } from './submission';
import { NO_WORK, mergeWork, storable, takeOver } from './work';
import type { ExerciseWork, Work } from './work';

export interface StudentWork extends Work {
  /** False when this browser cannot keep it. */
  readonly kept: boolean;
}

export type WorkStore = StoreApi<StudentWork>;

const NOTHING: Work = { student: '', exercises: {} };

/** `learner`: whose, where a learning management system knows; students who share a browser share nothing then. */
export async function openWork(assignment: string, learner: string | null): Promise<WorkStore> {
  const id = learner === null ? assignment : `${assignment}@${learner}`;
  /** As it was kept last: what differs from it was changed here. */
  let kept = readWork(await loadDocument('assignment', id).catch(() => undefined)) ?? NOTHING;
  const store = createStore<StudentWork>(() => ({ ...kept, kept: true }));
  let taking = false;
  const saver = createSaver(async () => {
    const { student, exercises } = store.getState();
    const mine = storable(kept, { student, exercises });
    let all = mine;
    const inStorage = await keepDocument('assignment', id, (stored) => {
      all = mergeWork(kept, mine, readWork(stored));
      return all;
    });
    kept = all;
    // What another tab has done shows here too; what was typed in the meantime stands.
    taking = true;
    store.setState((now) => ({ ...takeOver({ student, exercises }, now, all), kept: inStorage }));
    taking = false;
  });
  store.subscribe(({ student, exercises }, before) => {
    if (!taking && (student !== before.student || exercises !== before.exercises)) saver.soon();
  });
  return store;
}

export function changeWork(store: WorkStore, slug: string, change: Partial<ExerciseWork>): void {
  const { exercises } = store.getState();
  store.setState({ exercises: { ...exercises, [slug]: { ...(exercises[slug] ?? NO_WORK), ...change } } });
}

export function noteAttempt(store: WorkStore, slug: string, claimed: Score | null, now: Date): void {
  const work = store.getState().exercises[slug] ?? NO_WORK;
  const attempts = [...work.attempts, { at: now.toISOString(), claimed }].slice(-SUBMISSION_LIMITS.attempts);
  const better = claimed !== null && (work.best === null || claimed.points > work.best.points);
  changeWork(store, slug, { attempts, checks: work.checks + 1, best: better ? claimed : work.best });
}

/** How many cells of each lesson have been run in this browser. */
export async function lessonRuns(): Promise<ReadonlyMap<string, number>> {
  const rows = (await (await openStorage())?.getAll('runs').catch(() => [])) ?? [];
  const runs = new Map<string, number>();
  for (const row of rows) {
    const slug = parseRunRow(row)?.slug;
    if (slug !== undefined) runs.set(slug, (runs.get(slug) ?? 0) + 1);
  }
  return runs;
}

export interface Lessons {
  readonly runs: ReadonlyMap<string, number>;
  readonly cells: (slug: string) => number;
}

export function answersOf(
  assignment: Assignment,
  work: StudentWork,
  starters: ReadonlyMap<string, string>,
  lessons: Lessons,
): Answer[] {
  return assignment.items.map(({ kind, slug }): Answer => {
    if (kind === 'lesson') {
      const cells = lessons.cells(slug);
      return { kind, slug, ran: Math.min(cells, lessons.runs.get(slug) ?? 0), cells };
    }
    const { code, attempts, hints, sawSolution } = work.exercises[slug] ?? NO_WORK;
    return { kind, slug, code: code ?? starters.get(slug) ?? '', attempts, hints, sawSolution };
  });
}

export function suspendedOf(assignment: Assignment, { exercises }: StudentWork): readonly SuspendedAnswer[] {
  return assignment.items.flatMap(({ kind, slug }) => {
    const work = exercises[slug];
    if (kind !== 'exercise' || !work) return [];
    const { code, checks, hints, best } = work;
    return [{ slug, points: best?.points ?? 0, of: best?.of ?? 0, attempts: checks, hints, code }];
  });
}

/** What a learning management system kept fills in what this browser has not. */
export function resume(store: WorkStore, answers: readonly SuspendedAnswer[]): void {
  for (const { slug, points, of, attempts, hints, code } of answers) {
    const work = store.getState().exercises[slug] ?? NO_WORK;
    const stored = of > 0 ? { points, of } : null;
    changeWork(store, slug, {
      code: work.code ?? code,
      checks: Math.max(work.checks, attempts),
      hints: Math.max(work.hints, hints),
      best: work.best !== null && work.best.points >= points ? work.best : stored,
    });
  }
}

/** Null where nothing is kept, or nothing that can be read; an exercise that cannot be read does not take the others along. */
export function readWork(stored: unknown): Work | null {
  if (stored === undefined) return null;
  return readOr(null, () => {
    const field = new Strict(stored).anyObject();
    const exercises: Record<string, ExerciseWork> = {};
    field('exercises').entries((slug, work) => {
      const read = readOr(null, () => readExerciseWork(work));
      if (read) exercises[slug] = read;
    });
    return { student: readOr('', () => field('student').text(SUBMISSION_LIMITS.name)), exercises };
  });
}

function readExerciseWork(value: Strict): ExerciseWork {
  const field = value.object(['code', 'attempts', 'checks', 'hints', 'sawSolution', 'best']);
  const score = (each: Strict): Score => {
    const points = each.object(['points', 'of']);
    return { points: points('points').number(1e6), of: points('of').number(1e6) };
  };
  return {
    code: readOr(null, () => field('code').orNull((code) => code.text(SUBMISSION_LIMITS.code))),
    attempts: field('attempts').list(SUBMISSION_LIMITS.attempts, (attempt) => {
      const each = attempt.object(['at', 'claimed']);
      return { at: each('at').time(), claimed: each('claimed').orNull(score) };
    }),
    checks: field('checks').count(1e6),
    hints: field('hints').count(1e6),
    sawSolution: field('sawSolution').flag(),
    best: field('best').orNull(score),
  };
}
