/**
 * Exercises that are being written, kept in this browser as they are typed: also what is unfinished and could not be saved as a folder
 * of files. What a finished exercise is, exercise-draft.ts says.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { LEVELS } from '../grading/types';
import type { Exercise, Translated, WrongAttempt } from '../grading/types';
import { fields, finite } from '../protocol/primitives';
import { listDocuments, removeDocument, storeDocument } from '../shared/storage/documents';

export interface Draft {
  readonly id: string;
  readonly exercise: Exercise;
  /** The slug of the author's own exercise that it began as, which it may take the place of. */
  readonly replaces: string | null;
}

export interface DraftState extends Draft {
  /** Whether this browser has the last change; `failed`: it cannot keep it. */
  readonly kept: 'unchanged' | 'waiting' | 'kept' | 'failed';
}

/** `finished`: when all changes are kept, or could not be. */
export type DraftStore = StoreApi<DraftState> & { readonly finished: () => Promise<void> };

export function newDraft(exercise: Exercise, replaces: string | null): Draft {
  const [id = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { id: id.toString(36), exercise, replaces };
}

/** The first change makes a record of it; opening it makes none. */
export function openDraft(draft: Draft): DraftStore {
  const store = createStore<DraftState>(() => ({ ...draft, kept: 'unchanged' }));
  let last = Promise.resolve();
  let waiting = false;
  store.subscribe(({ exercise }, before) => {
    if (exercise === before.exercise || waiting) return;
    waiting = true;
    if (store.getState().kept !== 'failed') store.setState({ kept: 'waiting' });
    // While one change is written the next ones gather: no timer, so that hardly anything is lost with a page that is closed.
    last = last.then(async () => {
      waiting = false;
      const { id, exercise: latest, replaces } = store.getState();
      const kept = await storeDocument('draft', id, { exercise: latest, replaces });
      if (!waiting) store.setState({ kept: kept ? 'kept' : 'failed' });
    });
  });
  return Object.assign(store, { finished: () => last });
}

export async function removeDraft(id: string): Promise<void> {
  await removeDocument('draft', id);
}

/** Newest first. */
export async function storedDrafts(): Promise<readonly Draft[]> {
  const rows = await listDocuments('draft').catch(() => []);
  return rows.flatMap(({ id, content }) => {
    const row = fields(content);
    const exercise = row && fields(row['exercise']);
    const replaces = row?.['replaces'];
    return exercise ? [{ id, exercise: asExercise(exercise), replaces: textOf(replaces) || null }] : [];
  });
}

/** Whatever was typed is taken as it is; only its shape is made sure of. */
function asExercise(row: Readonly<Record<string, unknown>>): Exercise {
  const check = fields(row['check']) ?? {};
  return {
    slug: textOf(row['slug']),
    order: finite(row['order']) ?? 0,
    version: textOf(row['version']),
    title: bothOf(row['title']),
    level: LEVELS.find((level) => level === row['level']) ?? 'easy',
    minutes: finite(row['minutes']) ?? 0,
    task: bothOf(row['task']),
    starter: textOf(row['starter']),
    solution: textOf(row['solution']),
    check: { code: textOf(check['code']), wrong: listOf(check['wrong']).map(wrongOf) },
    hints: listOf(row['hints']).map(bothOf),
  };
}

function wrongOf(value: unknown): WrongAttempt {
  const row = fields(value) ?? {};
  return { name: textOf(row['name']), code: textOf(row['code']), message: bothOf(row['message']) };
}

function bothOf(value: unknown): Translated {
  const row = fields(value) ?? {};
  return { ja: textOf(row['ja']), en: textOf(row['en']) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
