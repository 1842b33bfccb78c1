/** Saves typed code shortly after the last key, and at once when the page goes away. */
import type { SavedCode } from './saved-code';

const DELAY_MS = 250;

export class CodeKeeper {
  private readonly pending = new Map<string, string | null>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly slug: string;
  private readonly saved: SavedCode;
  private readonly onFailure: () => void;

  constructor(slug: string, saved: SavedCode, onFailure: () => void) {
    this.slug = slug;
    this.saved = saved;
    this.onFailure = onFailure;
  }

  /** `null` forgets the edit of a cell. */
  keep(cellId: string, code: string | null): void {
    this.pending.set(cellId, code);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), DELAY_MS);
  }

  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const edits = [...this.pending];
    this.pending.clear();
    for (const [cellId, code] of edits) {
      this.saved.save(this.slug, cellId, code).catch(this.onFailure);
    }
  }
}
