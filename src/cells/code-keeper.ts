/** Saves typed code shortly after the last key, and rescues what is still on its way when the page goes away. */
import type { SavedCode } from './saved-code';

const DELAY_MS = 250;

export class CodeKeeper {
  /** Edits that no save has confirmed yet; `null` forgets the edit of a cell. */
  private readonly unsaved = new Map<string, string | null>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private rescued = false;
  private readonly slug: string;
  private readonly saved: SavedCode;
  private readonly onFailure: () => void;

  constructor(slug: string, saved: SavedCode, onFailure: () => void) {
    this.slug = slug;
    this.saved = saved;
    this.onFailure = onFailure;
  }

  keep(cellId: string, code: string | null): void {
    this.unsaved.set(cellId, code);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), DELAY_MS);
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
    for (const [cellId, code] of this.unsaved) {
      this.saved.save(this.slug, cellId, code).then(() => this.confirm(cellId, code), this.onFailure);
    }
  }

  private confirm(cellId: string, code: string | null): void {
    // A newer edit of the cell may be waiting already.
    if (this.unsaved.get(cellId) === code) this.unsaved.delete(cellId);
    if (!this.rescued || this.unsaved.size > 0) return;
    // The page lived on: what was rescued is older than what the database has.
    this.saved.rescue(this.slug, this.unsaved);
    this.rescued = false;
  }
}
