/** The gradebook of one assignment as the page holds it: changes, grading, and what of it this browser keeps. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { GradeReport } from '../grading/types';
import { listDocuments, loadDocument } from '../shared/storage/documents';
import { createSaver } from '../shared/storage/saver';
import { gradeBatch } from './batch';
import { bundleKey, readBundle, writeBundle } from './bundle';
import type { Bundle } from './bundle';
import { collectEntries, studentKey } from './collect';
import type { Entry, GivenFile } from './collect';
import { NO_JUDGEMENT, isGraded, refusalsOf } from './gradebook';
import type { Gradebook, Judgement } from './gradebook';
import { byContent, keep, readKept } from './gradebook-kept';
import type { Kept } from './gradebook-kept';
import { writeSubmission } from './submission';

export interface GradebookState extends Gradebook {
  /** `bundleKey`: grades made with another bundle are not taken over. */
  readonly key: string;
  readonly run: { readonly done: number; readonly of: number } | null;
  readonly cancelled: boolean;
  /** False when this browser cannot keep it. */
  readonly kept: boolean;
}

export type GradebookStore = StoreApi<GradebookState>;

const stops = new WeakMap<GradebookStore, AbortController>();

/** With what this browser has kept of it. */
export async function openGradebook(bundle: Bundle): Promise<GradebookStore> {
  const key = await bundleKey(bundle);
  const { id } = bundle.assignment;
  const store = createStore<GradebookState>(() => ({
    bundle,
    key,
    entries: [],
    reports: new Map(),
    judgements: new Map(),
    run: null,
    cancelled: false,
    kept: true,
  }));
  let kept = readKept(await loadDocument('gradebook', id).catch(() => undefined));
  await take(store, kept).catch(() => undefined);
  const saver = createSaver(async () => {
    const mine = await keptOf(store.getState());
    const inStorage = await keep(id, kept, mine);
    kept = mine;
    store.setState({ kept: inStorage });
  });
  store.subscribe((state, before) => {
    const { entries, reports, judgements } = state;
    if (entries !== before.entries || reports !== before.reports || judgements !== before.judgements) saver.soon();
  });
  return store;
}

export async function storedGradebooks(): Promise<readonly Bundle[]> {
  const rows = await listDocuments('gradebook').catch(() => []);
  return rows.flatMap(({ content }) => {
    try {
      return [readStoredBundle(content)];
    } catch {
      return [];
    }
  });
}

function readStoredBundle(content: unknown): Bundle {
  const bytes = (content as { readonly bundle?: unknown } | null)?.bundle;
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a gradebook without its bundle');
  return readBundle(bytes);
}

/** Of refused files only the reason: what was in them is nobody's work. */
async function keptOf(state: GradebookState): Promise<Kept> {
  const { bundle, key, entries, reports, judgements } = state;
  const files = await Promise.all(
    entries.flatMap((entry) =>
      entry.kind === 'read' ? [writeSubmission(entry.submission).then((text) => [text, entry.file] as const)] : [],
    ),
  );
  const refused = refusalsOf(state).map(byContent);
  return { bundle: writeBundle(bundle), key, files: new Map(files), refused: new Map(refused), reports, judgements };
}

async function take(store: GradebookStore, { key, files, refused, reports, judgements }: Kept): Promise<void> {
  const { bundle } = store.getState();
  const given = [...files].map(([text, name]): GivenFile => ({ name, bytes: new TextEncoder().encode(text) }));
  const refusals = [...refused.values()].map((refusal): Entry => ({ kind: 'refused', ...refusal }));
  const entries = [...(await collectEntries(given, bundle.assignment.id)), ...refusals];
  store.setState({ entries, judgements, ...(key === store.getState().key && { reports }) });
}

/** Adds files to those that are there; equal ones count once. */
export async function addFiles(store: GradebookStore, files: readonly File[]): Promise<void> {
  const given = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const { entries, bundle } = store.getState();
  const fresh = await collectEntries(given, bundle.assignment.id);
  const known = new Set(entries.flatMap((entry) => (entry.kind === 'read' ? [entry.hash] : [])));
  const names = new Set(fresh.map(({ file }) => file));
  store.setState({
    entries: [
      ...entries.filter(({ kind, file }) => kind === 'read' || !names.has(file)),
      ...fresh.filter((entry) => entry.kind === 'refused' || !known.has(entry.hash)),
    ],
  });
}

/** What has no grade, or everything. */
export async function grade(store: GradebookStore, which: 'waiting' | 'all'): Promise<void> {
  const { entries, reports, bundle, run } = store.getState();
  if (run) return;
  const items = entries.flatMap((entry) =>
    entry.kind === 'read' && (which === 'all' || !isGraded(reports.get(entry.hash))) ? [entry] : [],
  );
  const stop = new AbortController();
  stops.set(store, stop);
  store.setState({ run: { done: 0, of: items.length }, cancelled: false });
  try {
    const { createGrader } = await import('../grading/grader');
    await gradeBatch(items, {
      bundle,
      makeGrader: () => createGrader(),
      // Each lane has two kernels.
      lanes: Math.max(1, Math.min(4, Math.floor(navigator.hardwareConcurrency / 2))),
      signal: stop.signal,
      onDone: (hash, list) => addReports(store, hash, list),
    });
  } finally {
    store.setState({ run: null, cancelled: stop.signal.aborted });
  }
}

function addReports(store: GradebookStore, hash: string, list: readonly GradeReport[]): void {
  store.setState(({ reports, run }) => ({
    reports: new Map([...reports, [hash, list]]),
    run: run && { ...run, done: run.done + 1 },
  }));
}

export function cancelGrading(store: GradebookStore): void {
  stops.get(store)?.abort();
}

export function judge(store: GradebookStore, student: string, change: Partial<Judgement>): void {
  const key = studentKey(student);
  store.setState(({ judgements }) => ({
    judgements: new Map([...judgements, [key, { ...(judgements.get(key) ?? NO_JUDGEMENT), ...change }]]),
  }));
}
