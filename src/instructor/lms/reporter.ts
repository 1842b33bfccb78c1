/** Tells a system what has changed: not with every key, but nothing is left untold when the page goes. */
import type { LmsReport, LmsSession } from './lms';

interface ReporterOptions {
  readonly session: LmsSession;
  readonly content: () => Promise<LmsReport>;
  /** False: the system did not take it. */
  readonly onTold: (taken: boolean) => void;
  readonly delayMs: number;
}

export class Reporter {
  readonly #options: ReporterOptions;
  /** Made with the change, since a page that goes has no time left to pack it. Null when all is told. */
  #latest: LmsReport | null = null;
  #changes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  async changed(): Promise<void> {
    this.#changes += 1;
    const change = this.#changes;
    const content = await this.#options.content();
    if (change !== this.#changes) return;
    this.#latest = content;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#options.delayMs);
  }

  /** What waits is told now, as far as a system can be told without waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    const latest = this.#latest;
    if (!latest) return;
    this.#latest = null;
    void this.#options.session.report(latest).then(this.#options.onTold);
  }
}
