/** Collects what a cell shows, in order, and sends it in batches; cuts a cell that shows too much. What the outputs mean is left to Python and the page. */
import type { KernelEvent, Output, RunId } from '../../protocol/messages';

export const OUTPUT_LIMIT = 1_000_000;
const BATCH_MS = 33;

type Text = Extract<Output, { kind: 'text' }>;

export class OutputBuffer {
  readonly #send: (event: KernelEvent) => void;
  readonly #now: () => number;
  #runId: RunId | null = null;
  #pending: Output[] = [];
  #text: { stream: Text['stream']; parts: string[] } | null = null;
  #shown = 0;
  #cut = false;
  #lastFlush = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(send: (event: KernelEvent) => void, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  begin(runId: RunId): void {
    this.flush();
    this.#runId = runId;
    this.#shown = 0;
    this.#cut = false;
  }

  write(stream: Text['stream'], text: string): void {
    if (text.length === 0 || this.#cut) return;
    const room = OUTPUT_LIMIT - this.#shown;
    const kept = text.length > room ? text.slice(0, room) : text;
    this.#shown += kept.length;
    if (this.#text?.stream !== stream) {
      this.#endText();
      this.#text = { stream, parts: [] };
    }
    this.#text.parts.push(kept);
    if (kept.length < text.length) this.#truncate();
    this.#schedule();
  }

  emit(output: Output): void {
    // A traceback must be readable even after a cell that printed too much.
    if (this.#cut && output.kind !== 'error') return;
    this.#endText();
    const size = estimateSize(output);
    if (output.kind !== 'error' && this.#shown + size > OUTPUT_LIMIT * (isDrawing(output) ? 32 : 1)) {
      this.#truncate();
    } else {
      if (!isDrawing(output) && output.kind !== 'metric' && output.kind !== 'progress') this.#shown += size;
      if (output.kind === 'figure' || output.kind === 'progress') this.#dropOlder(output.kind, output.id);
      if (output.kind === 'clear') this.#dropCleared(output.wait);
      this.#pending.push(output);
    }
    this.#schedule();
  }

  /** Sends what is waiting once it has waited long enough; cheap enough for every poll of a busy loop. */
  flushIfDue(now: number): void {
    if (now - this.#lastFlush >= BATCH_MS && (this.#text !== null || this.#pending.length > 0)) this.flush();
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#lastFlush = this.#now();
    this.#endText();
    if (this.#pending.length === 0) return;
    const outputs = this.#pending;
    this.#pending = [];
    if (this.#runId !== null) this.#send({ type: 'output', runId: this.#runId, outputs });
  }

  #schedule(): void {
    this.flushIfDue(this.#now());
    // For code that waits (sleep, a GPU read): nothing polls then, but timers run.
    this.#timer ??= setTimeout(() => this.flush(), BATCH_MS);
  }

  #endText(): void {
    if (this.#text === null) return;
    this.#pending.push({ kind: 'text', stream: this.#text.stream, text: this.#text.parts.join('') });
    this.#text = null;
  }

  #truncate(): void {
    this.#endText();
    this.#cut = true;
    this.#pending.push({ kind: 'truncated', limit: OUTPUT_LIMIT });
  }

  /** A figure drawn many times a second, a progress bar: only the newest state of a batch is worth sending. */
  #dropOlder(kind: 'figure' | 'progress', id: string): void {
    const index = this.#pending.findIndex((output) => output.kind === kind && output.id === id);
    const isReplaceable = index >= 0 && this.#pending.slice(index).every((output) => output.kind !== 'clear');
    if (isReplaceable) this.#pending.splice(index, 1);
  }

  /** What will be cleared before anybody has seen it is not sent: a chart drawn in every step costs what can be seen. */
  #dropCleared(wait: boolean): void {
    // With `wait` the output before stays until something follows, which a second clear proves to have happened.
    const until = wait ? this.#pending.findLastIndex((output) => output.kind === 'clear') : this.#pending.length;
    this.#pending = this.#pending.filter(
      ({ kind }, index) => index >= until || kind === 'error' || kind === 'truncated',
    );
  }
}

function isDrawing(output: Output): boolean {
  return output.kind === 'figure' || output.kind === 'picture';
}

function estimateSize(output: Output): number {
  switch (output.kind) {
    case 'text':
    case 'result':
      return output.text.length;
    case 'error':
      return output.traceback.length;
    case 'table':
      return output.rows.reduce((sum, row) => row.reduce((inner, cell) => inner + cell.length + 1, sum), 0);
    case 'figure':
      return output.figure.axes.reduce((sum, axes) => axes.series.reduce((inner, s) => inner + seriesSize(s), sum), 0);
    case 'html':
      return output.html.length;
    case 'picture':
      return output.bytes.length;
    case 'progress':
    case 'metric':
    case 'clear':
    case 'truncated':
      return 16;
    default:
      return output satisfies never;
  }
}

/** Coordinates come packed as bytes or as lists of numbers; text and flags do not count. */
function seriesSize(series: object): number {
  return Object.values(series).reduce<number>((sum, value) => {
    if (value instanceof Uint8Array) return sum + value.length;
    return Array.isArray(value) ? sum + 8 * value.length : sum;
  }, 0);
}
