/** What a lesson's session knows of its cells; plain data that components read. */
import type { RunOutcome } from '../protocol/messages';
import type { Language } from '../shared/language';
import type { OutputItem } from './output-log';
import type { SavedEdit, SavedRun } from './saved-work';

/** A cell as the lesson has it. */
export interface SessionCell {
  readonly id: string;
  readonly code: string;
  readonly html: string;
}

export type CellPhase = 'idle' | 'queued' | 'running' | 'ok' | 'error' | 'interrupted';

export interface CellState {
  readonly id: string;
  /** Its place in the lesson, from 1. */
  readonly number: number;
  readonly original: string;
  readonly originalHtml: string;
  readonly code: string;
  /** The last edit, also one that was taken back; null when there never was one. */
  readonly edit: SavedEdit | null;
  /** The code as it is shown is in storage. */
  readonly saved: boolean;
  /** What stood here before another tab's edit took its place. */
  readonly replaced: string | null;
  readonly phase: CellPhase;
  /** `[n]`; null when it has not run in this Python session. */
  readonly count: number | null;
  readonly items: readonly OutputItem[];
  /** The output is from a Python session that is gone, perhaps in an earlier visit. */
  readonly stale: boolean;
  /** The kernel was replaced while the cell ran. */
  readonly lost: boolean;
  /** performance.now() of the start, while running. */
  readonly startedAt: number | null;
  readonly elapsedMs: number | null;
  /** Lines that a traceback points at, with the cell that raised it. */
  readonly marks: readonly ErrorMark[];
  readonly question: Question | null;
}

export interface ErrorMark {
  readonly line: number;
  readonly raisedBy: string;
}

/** input() waits for a line. */
export interface Question {
  readonly prompt: string;
  answer(text: string): void;
}

/** What a screen reader is told when it happens. */
export type Announcement =
  | { readonly kind: 'done'; readonly number: number; readonly elapsedMs: number }
  | { readonly kind: 'failed'; readonly number: number; readonly name: string }
  | { readonly kind: 'stopped'; readonly number: number }
  | { readonly kind: 'asks'; readonly number: number };

export function phaseAfter(outcome: RunOutcome | 'lost'): CellPhase {
  return outcome === 'lost' ? 'interrupted' : outcome;
}

export function isActive(phase: CellPhase): boolean {
  return phase === 'queued' || phase === 'running';
}

/** The lesson's text has changed since the reader edited the cell. */
export function hasNewText({ edit, code, original }: CellState, language: Language): boolean {
  if (edit === null || edit.base === null || edit.language !== language) return false;
  return edit.base !== original && code !== original;
}

/** A cell when its lesson is opened, with what was kept of it. */
export function freshCell(
  { id, code, html }: SessionCell,
  number: number,
  edit: SavedEdit | null,
  run: SavedRun | null,
): CellState {
  return {
    id,
    number,
    original: code,
    originalHtml: html,
    code: edit?.code ?? code,
    edit,
    saved: true,
    replaced: null,
    phase: 'idle',
    count: null,
    items: run?.items ?? [],
    stale: (run?.items.length ?? 0) > 0,
    lost: false,
    startedAt: null,
    elapsedMs: run?.elapsedMs ?? null,
    marks: [],
    question: null,
  };
}
