/** What a reader has done with an exercise, kept in this browser: attempts, the hints that were opened, whether the solution was. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { keepDocument, listDocuments, loadDocument } from '../shared/storage/documents';
import { Strict, readOr } from '../shared/strict';
import { REPORT_STATES } from './types';
import type { GradeReport, ReportState } from './types';

export interface Attempt {
  /** Date.now() */
  readonly time: number;
  readonly code: string;
  /** `unchecked`: code that was put aside for an earlier one. */
  readonly state: ReportState | 'unchecked';
  readonly points: number;
  readonly of: number;
}

export interface Practice {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly hints: number;
  readonly solution: boolean;
}

export interface PracticeState extends Practice {
  /** False: the browser denies storage, or it is full. */
  readonly kept: boolean;
}

export type PracticeStore = StoreApi<PracticeState>;

const NOTHING: Practice = { attempts: [], hints: 0, solution: false };
const MOST_ATTEMPTS = 50;
const LIMITS = { code: 500_000, points: 100_000, hints: 10, attempts: 1_000 } as const;

export async function openPractice(slug: string): Promise<PracticeStore> {
  const practice = await loadDocument('attempts', slug).then(parsePractice, () => NOTHING);
  return createStore<PracticeState>(() => ({ ...practice, kept: true }));
}

export async function changePractice(slug: string, store: PracticeStore, change: Partial<Practice>): Promise<void> {
  store.setState(change);
  let all = NOTHING;
  const kept = await keepDocument('attempts', slug, (stored) => {
    all = merged(parsePractice(stored), store.getState());
    return all;
  });
  store.setState({ ...merged(all, store.getState()), kept });
}

/** What was done in this tab and what in another one; hints and the solution stay open once they are. */
export function merged(a: Practice, b: Practice): Practice {
  const attempts = new Map(
    [...a.attempts, ...b.attempts].map((attempt) => [`${attempt.time} ${attempt.code}`, attempt]),
  );
  return {
    attempts: shortened([...attempts.values()].toSorted((one, other) => one.time - other.time)),
    hints: Math.max(a.hints, b.hints),
    solution: a.solution || b.solution,
  };
}

export function noteReport(slug: string, store: PracticeStore, code: string, report: GradeReport): Promise<void> {
  const { state, points, of } = report;
  return note(slug, store, { time: Date.now(), code, state, points, of });
}

/** Keeps code that is about to be replaced, unless it is kept already. */
export async function putAside(slug: string, store: PracticeStore, code: string): Promise<void> {
  if (store.getState().attempts.some((attempt) => attempt.code === code)) return;
  await note(slug, store, { time: Date.now(), code, state: 'unchecked', points: 0, of: 0 });
}

function note(slug: string, store: PracticeStore, attempt: Attempt): Promise<void> {
  const attempts = [...store.getState().attempts, attempt];
  return changePractice(slug, store, { attempts: shortened(attempts) });
}

/** The oldest go first, but never the best one. */
function shortened(attempts: readonly Attempt[]): readonly Attempt[] {
  const best = bestOf(attempts);
  const latest = attempts.filter((attempt) => attempt !== best).slice(-(MOST_ATTEMPTS - (best ? 1 : 0)));
  return attempts.filter((attempt) => attempt === best || latest.includes(attempt));
}

/** The attempt with the largest share of the points; the latest of equal ones. */
export function bestOf(attempts: readonly Attempt[]): Attempt | null {
  let best: Attempt | null = null;
  for (const attempt of attempts) {
    if (attempt.of > 0 && (best === null || attempt.points / attempt.of >= best.points / best.of)) best = attempt;
  }
  return best;
}

export function isSolved(attempts: readonly Attempt[]): boolean {
  return attempts.some(({ state, points, of }) => state === 'graded' && of > 0 && points === of);
}

/** The best attempts at all exercises, by their slug. */
export async function bestAttempts(): Promise<ReadonlyMap<string, Attempt>> {
  const rows = await listDocuments('attempts').catch(() => []);
  return new Map(
    rows.flatMap(({ id, content }) => {
      const best = bestOf(parsePractice(content).attempts);
      return best ? [[id, best] as const] : [];
    }),
  );
}

/** What cannot be read is nothing, and takes nothing else along: it must not keep anybody from practising. */
export function parsePractice(content: unknown): Practice {
  return readOr(NOTHING, () => {
    const read = new Strict(content).anyObject();
    const attempts = readOr([], () =>
      read('attempts').list(LIMITS.attempts, (attempt) => readOr([], () => [readAttempt(attempt)])),
    );
    return {
      attempts: shortened(attempts.flat()),
      hints: readOr(0, () => read('hints').count(LIMITS.hints)),
      solution: readOr(false, () => read('solution').flag()),
    };
  });
}

function readAttempt(value: Strict): Attempt {
  const read = value.object(['time', 'code', 'state', 'points', 'of']);
  return {
    time: read('time').count(Number.MAX_SAFE_INTEGER),
    code: read('code').text(LIMITS.code),
    state: read('state').oneOf([...REPORT_STATES, 'unchecked']),
    points: read('points').number(LIMITS.points),
    of: read('of').number(LIMITS.points),
  };
}
