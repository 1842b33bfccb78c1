/** Collects what a run shows into the list that the cell draws; no React and no timing here. */
import type { Output } from '../protocol/messages';

export interface MetricSeries {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

type Shown<K extends Output['kind']> = Extract<Output, { readonly kind: K }>;

export type OutputItem =
  | { readonly kind: 'text'; readonly key: number; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly kind: 'board';
      readonly key: number;
      readonly board: string;
      /** Tag → points; the arrays grow in place, a new item stands for each change. */
      readonly series: ReadonlyMap<string, MetricSeries>;
      readonly points: number;
    }
  | ({ readonly key: number } & Shown<
      'error' | 'result' | 'figure' | 'table' | 'html' | 'picture' | 'progress' | 'truncated'
    >);

interface GrowingSeries {
  readonly steps: number[];
  readonly values: number[];
}

/** Text is drawn in pieces of about this many characters, so that a long output is not drawn anew for every line. */
const PIECE = 8_000;

export class OutputLog {
  private items: OutputItem[] = [];
  private readonly boards = new Map<string, Map<string, GrowingSeries>>();
  private clearPending = false;
  private nextKey = 0;
  /**
   * Drawings that a clear with `wait` took away. They are shown until what is drawn next takes their places, because a
   * text may come a moment before its figure: an animation must neither flicker nor jump.
   */
  private leaving: Extract<OutputItem, { readonly kind: 'figure' }>[] = [];

  /** The items so far; a new array after every change. */
  snapshot(): readonly OutputItem[] {
    return [...this.items, ...this.leaving];
  }

  /** Nothing more comes. */
  end(): void {
    this.leaving = [];
  }

  add(output: Output): void {
    if (output.kind === 'clear') {
      // With `wait` the old output stays until there is something new: an animation does not flicker.
      if (output.wait) this.clearPending = true;
      else this.clear();
      return;
    }
    if (this.clearPending) {
      const figures = this.items.filter((item) => item.kind === 'figure');
      this.clear();
      this.leaving = figures;
    }
    switch (output.kind) {
      case 'text':
        this.addText(output.stream, output.text);
        break;
      case 'metric':
        this.addMetric(output);
        break;
      case 'figure':
      case 'html':
      case 'progress':
        if (output.kind === 'progress' && output.state === 'removed') this.remove(output.id);
        else this.addOrReplace(output);
        break;
      case 'error':
      case 'result':
      case 'table':
      case 'picture':
      case 'truncated':
        this.items.push({ ...output, key: this.nextKey++ });
        break;
      default:
        output satisfies never;
    }
  }

  private clear(): void {
    this.items = [];
    this.leaving = [];
    this.boards.clear();
    this.clearPending = false;
  }

  private addText(stream: 'stdout' | 'stderr', text: string): void {
    const last = this.items.at(-1);
    const continues = last?.kind === 'text' && last.stream === stream;
    if (!continues) {
      this.items.push({ kind: 'text', key: this.nextKey++, stream, text: applyReturns(text) });
      return;
    }
    // A carriage return may only rewrite the last line, so a piece ends at a line's end.
    if (last.text.length > PIECE && last.text.endsWith('\n')) {
      this.items.push({ kind: 'text', key: this.nextKey++, stream, text: applyReturns(text) });
      return;
    }
    const lineStart = last.text.lastIndexOf('\n') + 1;
    const line = applyReturns(last.text.slice(lineStart) + text);
    this.items[this.items.length - 1] = { ...last, text: last.text.slice(0, lineStart) + line };
  }

  private addMetric({ board, tag, step, value }: Shown<'metric'>): void {
    let series = this.boards.get(board);
    if (!series) {
      series = new Map();
      this.boards.set(board, series);
      this.items.push({ kind: 'board', key: this.nextKey++, board, series, points: 0 });
    }
    let points = series.get(tag);
    if (!points) {
      points = { steps: [], values: [] };
      series.set(tag, points);
    }
    points.steps.push(step);
    points.values.push(value);
    const index = this.items.findIndex((item) => item.kind === 'board' && item.board === board);
    const item = this.items[index];
    if (item?.kind === 'board') this.items[index] = { ...item, points: item.points + 1 };
  }

  private remove(id: string): void {
    this.items = this.items.filter((item) => item.kind !== 'progress' || item.id !== id);
  }

  /** The same id again is a new state of what is shown already. */
  private addOrReplace(output: Shown<'figure' | 'html' | 'progress'>): void {
    const index = this.items.findIndex(
      (item) => item.kind === output.kind && 'id' in item && item.id !== null && item.id === output.id,
    );
    const known = this.items[index];
    if (known) this.items[index] = { ...output, key: known.key };
    else {
      const left = output.kind === 'figure' ? this.leaving.shift() : undefined;
      this.items.push({ ...output, key: left?.key ?? this.nextKey++ });
    }
  }
}

/** Plays carriage returns and backspaces as a terminal does: progress bars overwrite their line. */
export function applyReturns(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (/[\r\b]/.test(line) ? overwrite(line) : line))
    .join('\n');
}

function overwrite(line: string): string {
  const cells: string[] = [];
  let at = 0;
  for (const char of line) {
    if (char === '\r') at = 0;
    else if (char === '\b') at = Math.max(0, at - 1);
    else cells[at++] = char;
  }
  const text = cells.join('');
  // A return that ends the line waits for what will overwrite it.
  return line.endsWith('\r') ? `${text}\r` : text;
}
