/** Opens the session of a lesson and keeps it while the reader looks at other pages; another lesson ends it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Lesson } from '../content/types';
import { messagesFor } from '../shared/i18n/text';
import { alsoExport } from '../shared/storage/profile';
import type { CellState, SessionCell } from './cell-state';
import type { Kernel } from '../kernel/kernel';
import { kernelView, openKernel } from './kernel-handle';
import type { KernelUse } from './kernel-handle';
import { NO_WORK, openSavedWork } from './saved-work';
import type { SavedWork } from './saved-work';
import { LessonSession } from './session';
import type { SessionState } from './session';

let saved: Promise<SavedWork> | null = null;
let current: LessonSession | null = null;
/** Sessions are opened one after the other, so that two requests for a lesson never make two. */
let opening: Promise<unknown> = Promise.resolve();
/** The lesson whose variables Python holds. */
let python: { readonly owner: string; readonly kernel: Kernel } | null = null;

export function openSession(lesson: Lesson, use: KernelUse = 'own'): Promise<LessonSession> {
  const session = opening.then(() => openNext(lesson, use));
  opening = session.catch(() => undefined);
  return session;
}

async function openNext(lesson: Lesson, use: KernelUse): Promise<LessonSession> {
  const cells = lesson.blocks.flatMap((block): SessionCell[] => (block.kind === 'cell' ? [block.cell] : []));
  const label = messagesFor(lesson.language).cell.label;
  if (current?.slug === lesson.slug) {
    current.translate(cells, lesson.language, label);
    return current;
  }
  saved ??= openSavedWork();
  const store = await saved;
  const work = await store.load(lesson.slug).catch(() => NO_WORK);
  void current?.stop().catch(() => undefined);
  current?.close();
  const session = new LessonSession({
    slug: lesson.slug,
    cells,
    language: lesson.language,
    work,
    saved: store,
    label,
    kernel: () => kernelFor(lesson.slug, use),
  });
  current = session;
  return session;
}

/** What is stored has changed under the session: the next lesson page opens one anew. */
export function forgetSession(): void {
  current?.close();
  current = null;
}

/** Python starts while the reader reads; a failure shows in the kernel's view. */
export function startPython(): void {
  openKernel('own').catch(() => undefined);
}

/** A lesson starts without the variables of the one before. */
async function kernelFor(slug: string, use: KernelUse) {
  const kernel = await openKernel(use);
  if (python?.kernel === kernel && python.owner !== slug) {
    await kernel.restart();
    kernel.dismissNotice();
  }
  python = { owner: slug, kernel };
  return kernel;
}

kernelView.subscribe(({ status }) => {
  // Before Python is this lesson's, its restart is no loss: cells that wait for it must run.
  if (status && current !== null && python?.owner === current.slug) current.onPythonSession(status.session);
});

if (typeof window !== 'undefined') {
  const rescue = () => current?.rescue();
  window.addEventListener('pagehide', rescue);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') rescue();
  });
}

alsoExport(() => ({ cells: current?.unsavedCells() ?? [] }));

export const SessionContext = createContext<LessonSession | null>(null);

export function useSession(): LessonSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a cell stands outside the session of a lesson');
  return session;
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select);
}

export function useCell(id: string): CellState {
  const cell = useSessionState(({ cells }) => cells.get(id));
  if (!cell) throw new Error(`cell "${id}" is not in this session`);
  return cell;
}
