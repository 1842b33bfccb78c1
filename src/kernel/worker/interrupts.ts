/**
 * Stops Python without SharedArrayBuffer: the interrupt buffer that CPython polls is an object with a getter, which every
 * 50 ms asks a Python signal handler (kernel_runtime._on_tick) to give the event loop a turn, so that a stop request gets in.
 */

/** The signal number of kernel_runtime._TICK. */
const TICK = 10;
const TICK_MS = 50;

export class Interrupts {
  readonly #now: () => number;
  readonly #onPoll: (now: number) => void;
  readonly #catchUp: () => Promise<unknown> | null;
  readonly #channel = new MessageChannel();
  #resolvePause: (() => void) | null = null;
  #wake: (() => void) | null = null;
  #nextTick = Infinity;
  #paused = false;
  #held = false;
  #stop = false;

  /** `catchUp`: what a pause waits for besides the event loop. */
  constructor(now: () => number, onPoll: (now: number) => void, catchUp: () => Promise<unknown> | null) {
    this.#catchUp = catchUp;
    this.#now = now;
    this.#onPoll = onPoll;
    this.#channel.port1.onmessage = () => {
      const resolve = this.#resolvePause;
      this.#resolvePause = null;
      resolve?.();
    };
  }

  /** What pyodide.setInterruptBuffer takes: CPython reads index 0 and writes 0 back when it has seen a signal. */
  get buffer(): { 0: number } {
    const poll = (): number => this.#poll();
    return {
      get 0() {
        return poll();
      },
      set 0(_seen: number) {
        // Every signal is handed out once.
      },
    };
  }

  begin(): void {
    this.#stop = false;
    this.#nextTick = this.#now() + TICK_MS;
  }

  end(): void {
    this.#nextTick = Infinity;
    this.#stop = false;
    this.#paused = false;
    this.#held = false;
  }

  request(): void {
    this.#stop = true;
    this.#wake?.();
  }

  get stopRequested(): boolean {
    return this.#stop;
  }

  /** Whether a stop was requested; asking takes the request. */
  takeStop(): boolean {
    const stop = this.#stop;
    this.#stop = false;
    return stop;
  }

  /** One turn of the event loop, longer while the GPU is behind; a stop request ends it. */
  async pause(): Promise<void> {
    this.#paused = true;
    const behind = this.#catchUp();
    await new Promise<void>((resolve) => {
      this.#resolvePause = resolve;
      this.#channel.port2.postMessage(null);
    });
    if (behind === null || this.#stop) return;
    await this.#untilWoken((done) => {
      behind.then(done, done);
      return () => {};
    });
  }

  resume(): void {
    this.#paused = false;
    this.#nextTick = this.#now() + TICK_MS;
  }

  /** No ticks until released: for Python code that runs where stacks must not be switched. */
  hold(held: boolean): void {
    this.#held = held;
  }

  sleep(milliseconds: number): Promise<void> {
    return this.#untilWoken((done) => {
      const timer = setTimeout(done, milliseconds);
      return () => clearTimeout(timer);
    });
  }

  /** Resolves when `start` calls its argument, or earlier when a stop is requested. */
  #untilWoken(start: (done: () => void) => () => void): Promise<void> {
    return new Promise((resolve) => {
      const cancel = start(() => {
        this.#wake = null;
        resolve();
      });
      this.#wake = () => {
        this.#wake = null;
        cancel();
        resolve();
      };
    });
  }

  /** For an answer that the page gives: resolves with undefined when a stop comes first. */
  waitFor<T>(subscribe: (deliver: (value: T) => void) => void): Promise<T | undefined> {
    let value: T | undefined;
    return this.#untilWoken((done) => {
      subscribe((delivered) => {
        value = delivered;
        done();
      });
      return () => subscribe(() => {});
    }).then(() => value);
  }

  #poll(): number {
    // Never inside the event-loop glue that a pause itself runs through.
    if (this.#paused || this.#held || this.#nextTick === Infinity) return 0;
    const now = this.#now();
    this.#onPoll(now);
    if (now < this.#nextTick) return 0;
    this.#nextTick = Infinity;
    return TICK;
  }
}
