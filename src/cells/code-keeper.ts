/** Saves typed code shortly after the last key, and rescues what is still on its way when the page goes away. */
import type { SavedEdit, SavedWork } from './saved-work';

/** After the last key, but never longer than this after the first one: typing without a pause is saved too. */
const DELAY_MS = 250;
const LONGEST_MS = 700;
const RETRY_MS = 5_000;

export interface KeeperEvents {
  onSaved(cellId: string): void;
  /** Another tab has a newer edit of the cell. */
  onNewer(cellId: string, edit: SavedEdit): void;
  onFailure(error: unknown): void;
}

export class CodeKeeper {
  /** Edits that no save has confirmed yet. */
  private readonly unsaved = new Map<string, SavedEdit>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waitingSince: number | null = null;
  private rescued = false;
  private readonly slug: string;
  private readonly saved: SavedWork;
  private readonly events: KeeperEvents;

  constructor(slug: string, saved: SavedWork, events: KeeperEvents) {
    this.slug = slug;
    this.saved = saved;
    this.events = events;
  }

  keep(cellId: string, edit: SavedEdit): void {
    this.unsaved.set(cellId, edit);
    const now = Date.now();
    this.waitingSince ??= now;
    this.flushIn(Math.max(0, Math.min(DELAY_MS, this.waitingSince + LONGEST_MS - now)));
  }

  /** Edits that an earlier visit rescued, and that storage has not taken since. */
  restore(edits: ReadonlyMap<string, SavedEdit>): void {
    if (edits.size === 0) return;
    for (const [cellId, edit] of edits) this.unsaved.set(cellId, edit);
    this.rescued = true;
    this.flush();
  }

  /** The page may be gone in a moment. */
  rescue(): void {
    if (this.unsaved.size === 0) return;
    this.saved.rescue(this.slug, this.unsaved);
    this.rescued = true;
    this.flush();
  }

  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waitingSince = null;
    for (const [cellId, edit] of this.unsaved) {
      this.saved.save(this.slug, cellId, edit).then(
        (newer) => this.confirm(cellId, edit, newer),
        (error: unknown) => this.fail(error),
      );
    }
  }

  private flushIn(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private fail(error: unknown): void {
    this.events.onFailure(error);
    // Space may be freed; what waits is still here.
    if (this.timer === null && this.saved.durable) this.flushIn(RETRY_MS);
  }

  private confirm(cellId: string, edit: SavedEdit, newer: SavedEdit | null): void {
    // A newer edit of the cell may be waiting already.
    if (this.unsaved.get(cellId) === edit) {
      this.unsaved.delete(cellId);
      if (newer) this.events.onNewer(cellId, newer);
      else this.events.onSaved(cellId);
    }
    if (!this.rescued || this.unsaved.size > 0) return;
    // The page lived on: what was rescued is older than what the database has.
    this.saved.rescue(this.slug, this.unsaved);
    this.rescued = false;
  }
}
