/** The gradebook of one assignment as the page holds it: changes, grading, and what of it this browser keeps. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { GradeReport } from '../grading/types';
import { Strict } from '../shared/strict';
import { listDocuments, loadDocument, storeDocument } from '../shared/storage/documents';
import { gradeBatch } from './batch';
import { bundleKey, readBundle, writeBundle } from './bundle';
import type { Bundle } from './bundle';
import { collectEntries, studentKey } from './collect';
import type { Entry, GivenFile } from './collect';
import { NO_JUDGEMENT, isGraded, refusalsOf } from './gradebook';
import type { Gradebook, Judgement } from './gradebook';
import { readReports } from './results';
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

const SAVE_MS = 600;
const LIMITS = { file: 10_000_000, entries: 10_000, text: 100_000, points: 100_000 } as const;
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
  const stored = await loadDocument('gradebook', id).catch(() => undefined);
  if (stored !== undefined) await takeStored(store, stored).catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state, before) => {
    const { entries, reports, judgements } = state;
    if (entries === before.entries && reports === before.reports && judgements === before.judgements) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(store).then((kept) => store.setState({ kept })), SAVE_MS);
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
async function save(store: GradebookStore): Promise<boolean> {
  const { bundle, key, entries, reports, judgements } = store.getState();
  const files = await Promise.all(
    entries.flatMap((entry) =>
      entry.kind === 'read' ? [writeSubmission(entry.submission).then((text) => ({ name: entry.file, text }))] : [],
    ),
  );
  return storeDocument('gradebook', bundle.assignment.id, {
    bundle: writeBundle(bundle),
    key,
    files,
    refused: refusalsOf(store.getState()),
    reports: [...reports],
    judgements: [...judgements].map(([student, judgement]) => ({ student, ...judgement })),
  });
}

async function takeStored(store: GradebookStore, content: unknown): Promise<void> {
  const { key, bundle } = store.getState();
  const field = new Strict(content).object(['bundle', 'key', 'files', 'refused', 'reports', 'judgements']);
  const judgements = field('judgements').list(LIMITS.entries, readJudgement);
  store.setState({ judgements: new Map(judgements) });
  const files = field('files').list(LIMITS.entries, (file): GivenFile => {
    const part = file.object(['name', 'text']);
    return { name: part('name').text(1000), bytes: new TextEncoder().encode(part('text').text(LIMITS.file)) };
  });
  const refused = field('refused').list(LIMITS.entries, (file): Entry => {
    const part = file.object(['file', 'reason']);
    return { kind: 'refused', file: part('file').text(1000), reason: part('reason').text(LIMITS.text) };
  });
  store.setState({ entries: [...(await collectEntries(files, bundle.assignment.id)), ...refused] });
  if (field('key').text(100) !== key) return;
  const reports = field('reports').list(LIMITS.entries, (pair) => {
    const [hash, list] = pair.list(2, (part) => part);
    if (!hash || !list) return pair.fail('a hash and its reports');
    return [hash.text(100), readReports(list)] as const;
  });
  store.setState({ reports: new Map(reports) });
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
