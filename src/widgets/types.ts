/** What a widget of a lesson is given; the page makes it (pages/WidgetBlock.tsx). */
import type { Output } from '../protocol/messages';
import type { Language } from '../shared/language';

export interface WidgetProps {
  /** The `key: value` lines of its block, equal in all languages. */
  readonly options: Readonly<Record<string, string>>;
  /** What its block says to readers without it. */
  readonly fallback: string;
  readonly language: Language;
  /** The slug of the lesson that it stands in. */
  readonly lesson: string;
  readonly python: WidgetPython;
  readonly cells: WidgetCells;
}

/** The cells of the lesson, for widgets that write into one: readers see what a switch or a drawing becomes. */
export interface WidgetCells {
  /** Null when the lesson has no such cell. */
  get(id: string): WidgetCell | null;
  readonly subscribe: (listener: () => void) => () => void;
  edit(id: string, code: string): void;
  run(id: string): void;
}

export interface WidgetCell {
  readonly code: string;
  /** It runs, or waits for its turn. */
  readonly active: boolean;
  /** How its last run in this Python ended. */
  readonly ended: 'ok' | 'error' | null;
}

/** The lesson's own Python: a widget sees the names that cells made, and cells see the widget's. */
export interface WidgetPython {
  /** Runs after what is running now; rejects when Python cannot be loaded. `onOutput` hears each output as it comes. */
  run(code: string, onOutput?: (output: Output) => void): Promise<WidgetRun>;
  /** Stops what is running. */
  stop(): void;
}

export interface WidgetRun {
  /** `lost`: Python was replaced meanwhile. */
  readonly outcome: 'ok' | 'error' | 'interrupted' | 'lost';
  /** All that was printed to stdout. */
  readonly text: string;
  readonly outputs: readonly Output[];
}
