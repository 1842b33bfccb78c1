/**
 * The state of one lesson page: its cells' code, their runs and outputs; independent of React.
 *
 * Runs are queued here and handed to the kernel one at a time, because a failed cell must keep the ones behind it from
 * running. What Python does is the kernel's business; where code is saved is saved-work.ts'.
 */
import { createStore } from 'zustand/vanilla';
import type { Kernel } from '../kernel/kernel';
import type { CellId, Output } from '../protocol/messages';
import type { Language } from '../shared/language';
import { isStorageFull } from '../shared/storage/open';
import type { CellRow } from '../shared/storage/schema';
import { runAside } from './aside';
import type { AsideRun } from './aside';
import type { Announcement, CellState, ErrorMark, SessionCell } from './cell-state';
import { freshCell, isActive, phaseAfter } from './cell-state';
import { CodeKeeper } from './code-keeper';
import { OutputLog } from './output-log';
import type { SavedEdit, SavedLesson, SavedWork } from './saved-work';
import { throttled } from './throttled';

export interface SessionState {
  readonly order: readonly string[];
  readonly cells: ReadonlyMap<string, CellState>;
  /** The cell whose editor is open. */
  readonly openCell: string | null;
  /** The cell that is to take the keyboard focus; it clears this when it has. */
  readonly focusCell: string | null;
  readonly announcement: Announcement | null;
  /** Unless `kept`, edits will be lost with the page. */
  readonly storage: 'kept' | 'denied' | 'full';
  /** Saved records that could not be read. */
  readonly damaged: number;
  /** The cell that ran last, also before a restart. */
  readonly lastRun: string | null;
}

export interface SessionOptions {
  readonly slug: string;
  readonly cells: readonly SessionCell[];
  readonly language: Language;
  readonly work: SavedLesson;
  readonly saved: SavedWork;
  /** Resolves with the kernel once its code is loaded; Python may still be starting. */
  readonly kernel: () => Promise<Kernel>;
  /** The name of a cell in tracebacks, in the page's language. */
  readonly label: (number: number) => string;
}

/** Outputs are drawn at most this often; charts and long texts cannot be drawn for every message. */
const FLUSH_MS = 100;

/** A clock that was set back, or a profile from one that is ahead, must not make an edit older than the one that it replaces. */
const nowAfter = ({ edit }: CellState): number => Math.max(Date.now(), (edit?.edited ?? 0) + 1);

export class LessonSession {
  readonly slug: string;
  readonly store;
  private label: SessionOptions['label'];
  private language: Language;
  private readonly kernel: SessionOptions['kernel'];
  private readonly saved: SavedWork;
  private readonly keeper: CodeKeeper;
  private readonly unwatch: () => void;
  private queue: string[] = [];
  private pumping = false;
  private pythonSession: number | null = null;

  constructor(options: SessionOptions) {
    this.slug = options.slug;
    this.label = options.label;
    this.kernel = options.kernel;
    this.language = options.language;
    this.saved = options.saved;
    this.keeper = new CodeKeeper(options.slug, options.saved, {
      onSaved: (id) => {
        if (!this.saved.durable) return;
        this.update(id, { saved: true });
        this.store.setState({ storage: 'kept' });
      },
      onNewer: (id, edit) => this.adopt(id, edit),
      onFailure: (error) => this.store.setState({ storage: isStorageFull(error) ? 'full' : 'denied' }),
    });
    this.unwatch = options.saved.watch(options.slug, (id, edit) => this.adopt(id, edit));
    const { edits, runs, unsaved, damaged } = options.work;
    const cells = options.cells.map((cell, index) => ({
      ...freshCell(cell, index + 1, edits.get(cell.id) ?? null, runs.get(cell.id) ?? null),
      saved: !unsaved.has(cell.id),
    }));
    this.store = createStore<SessionState>(() => ({
      order: cells.map(({ id }) => id),
      cells: new Map(cells.map((cell) => [cell.id, cell])),
      openCell: null,
      focusCell: null,
      announcement: null,
      storage: options.saved.durable ? 'kept' : 'denied',
      damaged,
      lastRun: null,
    }));
    this.keeper.restore(new Map([...edits].filter(([id]) => unsaved.has(id))));
  }

  /** The same lesson in another language: edits and outputs stay, unedited cells change their language. */
  translate(cells: readonly SessionCell[], language: Language, label: SessionOptions['label']): void {
    this.label = label;
    this.language = language;
    for (const { id, code, html } of cells) {
      const known = this.cell(id);
      if (!known || known.original === code) continue;
      const edited = known.code !== known.original;
      this.update(id, { original: code, originalHtml: html, code: edited ? known.code : code });
    }
  }

  // --- code

  edit(id: string, code: string): void {
    const cell = this.cell(id);
    if (!cell || cell.code === code) return;
    // The first key in an untouched cell: from here on the reader's code stands on this text of the lesson.
    const fresh = cell.code === cell.original || cell.edit === null || cell.edit.base === null;
    const base = fresh ? cell.original : cell.edit.base;
    const language = fresh ? this.language : cell.edit.language;
    this.keep(id, { code: code === cell.original ? null : code, edited: nowAfter(cell), base, language }, code);
  }

  /** The lesson's text has changed under an edit, and the reader wants the edit: not asked again. */
  keepMine(id: string): void {
    const cell = this.cell(id);
    if (!cell?.edit) return;
    this.keep(id, { ...cell.edit, edited: nowAfter(cell), base: cell.original, language: this.language }, cell.code);
  }

  /** What the reader had here before another tab changed it. */
  takeBack(id: string): void {
    const { replaced = null } = this.cell(id) ?? {};
    if (replaced !== null) this.edit(id, replaced);
  }

  private keep(id: string, edit: SavedEdit, code: string): void {
    this.update(id, { code, edit, marks: [], saved: false, replaced: null });
    this.keeper.keep(id, edit);
  }

  /** Another tab has edited the cell: the last edit wins, and the reader is told. */
  private adopt(id: string, edit: SavedEdit): void {
    const cell = this.cell(id);
    if (!cell || (cell.edit !== null && cell.edit.edited >= edit.edited)) return;
    const code = edit.code ?? cell.original;
    const replaced = code === cell.code ? cell.replaced : cell.code;
    this.update(id, { code, edit, marks: [], saved: true, replaced });
  }

  /** Edits that exist nowhere but here. */
  unsavedCells(): readonly CellRow[] {
    const { cells } = this.store.getState();
    return [...cells].flatMap(([cellId, { edit, saved }]) =>
      edit === null || saved ? [] : [{ slug: this.slug, cellId, ...edit }],
    );
  }

  reset(id: string): void {
    const cell = this.cell(id);
    if (cell) this.edit(id, cell.original);
  }

  open(id: string | null): void {
    this.store.setState({ openCell: id });
  }

  /** Leaves the editor and moves to the next cell, or stays on the last one. */
  moveOn(id: string): void {
    const { order } = this.store.getState();
    this.store.setState({ openCell: null, focusCell: order[order.indexOf(id) + 1] ?? id });
  }

  /** Shows a cell and gives it the focus. */
  goTo(id: string): void {
    this.store.setState({ focusCell: id });
  }

  focusTaken(): void {
    this.store.setState({ focusCell: null });
  }

  /** Saves what is still unsaved; another lesson takes over. */
  close(): void {
    this.keeper.flush();
    this.unwatch();
  }

  /** Called when the page is hidden, perhaps for good. */
  rescue(): void {
    this.keeper.rescue();
  }

  // --- runs

  run(ids: readonly string[]): void {
    for (const id of ids) {
      const cell = this.cell(id);
      if (!cell || isActive(cell.phase)) continue;
      this.queue.push(id);
      this.update(id, { phase: 'queued' });
    }
    void this.pump();
  }

  runAll(): void {
    this.run(this.store.getState().order);
  }

  /** The cells before the one that ran last: what a fresh Python needs to go on from there. */
  cellsAbove(): readonly string[] {
    const { order, lastRun } = this.store.getState();
    return lastRun === null ? [] : order.slice(0, order.indexOf(lastRun));
  }

  async stop(): Promise<void> {
    // Asking for the kernel would start one.
    if (![...this.store.getState().cells.values()].some(({ phase }) => isActive(phase))) return;
    this.dropQueue();
    (await this.kernel()).interrupt();
  }

  /** After what runs now; rejects when Python cannot be loaded. */
  async runAside(code: string, onOutput: (output: Output) => void = () => undefined): Promise<AsideRun> {
    return runAside(await this.kernel(), code, onOutput);
  }

  /** Stops what runs, a cell or a widget's code. */
  interrupt(): void {
    this.dropQueue();
    this.kernel().then(
      (kernel) => kernel.interrupt(),
      () => undefined,
    );
  }

  async restart(): Promise<void> {
    this.dropQueue();
    await (await this.kernel()).restart();
  }

  /** Called with every change of the kernel's status; a new session number means that variables are gone. */
  onPythonSession(session: number): void {
    // 0: the first Python is still starting.
    if (session === 0) return;
    if (this.pythonSession !== null && this.pythonSession !== session) {
      this.dropQueue();
      for (const [id, cell] of this.store.getState().cells) {
        if (cell.phase === 'running') continue;
        this.update(id, { count: null, phase: 'idle', stale: cell.items.length > 0, marks: [] });
      }
    }
    this.pythonSession = session;
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let id = this.queue.shift(); id !== undefined; id = this.queue.shift()) {
        const finished = await this.runOne(id);
        if (!finished) this.dropQueue();
      }
    } catch {
      // The kernel could not be loaded: kernel-handle.ts tells the reader, the cells can be run again.
      this.dropQueue();
    } finally {
      this.pumping = false;
    }
  }

  private dropQueue(): void {
    this.queue = [];
    for (const [id, { phase }] of this.store.getState().cells) {
      if (phase === 'queued') this.update(id, { phase: 'idle' });
    }
  }

  /** Runs one cell to its end; true when the next one may run. */
  private async runOne(id: string): Promise<boolean> {
    const cell = this.cell(id);
    if (!cell) return true;
    this.store.setState({ lastRun: id });
    const log = new OutputLog();
    const flush = throttled(FLUSH_MS, () => this.update(id, { items: log.snapshot() }));
    let started = false;
    let errorName: string | null = null;
    const kernel = await this.kernel();
    if (this.cell(id)?.phase !== 'queued') return false;
    const result = await kernel.run(
      { cellId: id as CellId, label: this.label(cell.number), code: cell.code },
      {
        onStart: (count) => {
          started = true;
          this.clearMarks(id);
          const startedAt = performance.now();
          this.update(id, {
            phase: 'running',
            count,
            startedAt,
            items: [],
            stale: false,
            lost: false,
            elapsedMs: null,
          });
        },
        onOutput: (output: Output) => {
          log.add(output);
          if (output.kind === 'error') {
            errorName = output.name;
            this.mark(id, output.lines);
          }
          flush.soon();
        },
        onAsk: (prompt) => this.ask(id, prompt),
      },
    );
    log.end();
    flush.now();
    const { outcome, elapsedMs } = result;
    if (!started) {
      this.update(id, { phase: 'idle' });
      return false;
    }
    const phase = phaseAfter(outcome);
    const gone = outcome === 'lost' ? { count: null, stale: true, lost: true } : {};
    this.update(id, { phase, elapsedMs, startedAt: null, question: null, ...gone });
    this.saved.saveRun(this.slug, id, { items: log.snapshot(), elapsedMs }).catch((error: unknown) => {
      if (isStorageFull(error)) this.store.setState({ storage: 'full' });
    });
    this.announce(
      phase === 'ok'
        ? { kind: 'done', number: cell.number, elapsedMs }
        : phase === 'error'
          ? { kind: 'failed', number: cell.number, name: errorName ?? '' }
          : { kind: 'stopped', number: cell.number },
    );
    return phase === 'ok';
  }

  private ask(id: string, prompt: string): Promise<string> {
    const number = this.cell(id)?.number ?? 0;
    return new Promise((resolve) => {
      const answer = (text: string) => {
        this.update(id, { question: null });
        resolve(text);
      };
      this.update(id, { question: { prompt, answer } });
      this.announce({ kind: 'asks', number });
    });
  }

  // --- marks of tracebacks, which may point into other cells

  private mark(raisedBy: string, lines: readonly { readonly cellId: string; readonly line: number }[]): void {
    for (const cellId of new Set(lines.map((each) => each.cellId))) {
      const marks: ErrorMark[] = lines.filter((each) => each.cellId === cellId).map(({ line }) => ({ line, raisedBy }));
      this.update(cellId, { marks });
    }
  }

  private clearMarks(raisedBy: string): void {
    for (const [id, { marks }] of this.store.getState().cells) {
      if (marks.some((mark) => mark.raisedBy === raisedBy)) {
        this.update(id, { marks: marks.filter((mark) => mark.raisedBy !== raisedBy) });
      }
    }
  }

  // --- store

  private cell(id: string): CellState | undefined {
    return this.store.getState().cells.get(id);
  }

  private update(id: string, change: Partial<CellState>): void {
    const { cells } = this.store.getState();
    const cell = cells.get(id);
    if (!cell) return;
    this.store.setState({ cells: new Map(cells).set(id, { ...cell, ...change }) });
  }

  private announce(announcement: Announcement): void {
    this.store.setState({ announcement });
  }
}
