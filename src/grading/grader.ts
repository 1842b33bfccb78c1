/**
 * Grades code: loads it in a fresh kernel, has check.py ask it questions from a second kernel, and reports test by test.
 *
 * The learner's kernel is asked and never believed: inputs come from a seed it does not know in advance, answers cross as plain data,
 * and whether they are right is decided where the learner's code has no say. Ending a kernel is the only way of stopping used here.
 */
import { Attempt } from './attempt';
import { CheckError, Checks } from './checks';
import type { Step } from './checks';
import { REASONS } from './reasons';
import { NoKernelError, Room } from './room';
import type { GradeOptions, GradedExercise, GradeReport, Grader, ReportState, TestResult, Translated } from './types';

/** For each test, and for loading the code. */
const TEST_LIMIT_MS = 10_000;
/** For one step of check.py, whose own work is small. */
const CHECK_LIMIT_MS = 20_000;

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

class TwoRoomGrader implements Grader {
  #attempts: Room | null = null;
  #checks: Room | null = null;
  #used = false;
  #last: Promise<unknown> = Promise.resolve();

  grade(exercise: GradedExercise, code: string, options: GradeOptions = {}): Promise<GradeReport> {
    const report = this.#last.then(() => this.#grade(exercise, code, options));
    this.#last = report;
    return report;
  }

  dispose(): void {
    this.#attempts?.dispose();
    this.#checks?.dispose();
    this.#attempts = this.#checks = null;
  }

  async #grade(exercise: GradedExercise, code: string, options: GradeOptions): Promise<GradeReport> {
    const seed = options.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const begun = performance.now();
    const grading = new Grading(options);
    const report = (state: ReportState, reason: Translated | null): GradeReport => {
      const tests = grading.results();
      const sum = (key: 'points' | 'of'): number => tests.reduce((total, test) => total + test[key], 0);
      const elapsedMs = Math.round(performance.now() - begun);
      const { slug, version } = exercise;
      return { exercise: slug, version, seed, state, reason, points: sum('points'), of: sum('of'), tests, elapsedMs };
    };
    let stop = (): void => undefined;
    try {
      options.signal?.throwIfAborted();
      const rooms = await orAbort(this.#openRooms(), options.signal);
      stop = (): void => rooms.attempts.renew();
      options.signal?.addEventListener('abort', stop);
      const attempt = new Attempt(rooms.attempts, code);
      const checks = new Checks(rooms.checks, exercise.check, options.hiddenChecks ?? '', seed);
      const reason = await grading.run(attempt, checks);
      return reason === null ? report('graded', null) : report('nothing-ran', reason);
    } catch (error) {
      if (options.signal?.aborted) return report('cancelled', REASONS.cancelled);
      // Perhaps the network is back when the reader tries again.
      if (error instanceof NoKernelError) this.dispose();
      if (error instanceof CheckError) return report('failed', REASONS.check(error.message));
      return report('failed', REASONS.failed(error instanceof Error ? error.message : String(error)));
    } finally {
      options.signal?.removeEventListener('abort', stop);
      // The next code finds a kernel that has never seen this one.
      if (this.#used) this.#attempts?.renew();
      this.#used = false;
    }
  }

  async #openRooms(): Promise<{ readonly attempts: Room; readonly checks: Room }> {
    // The first kernel leaves a snapshot from which all others start.
    const attempts = (this.#attempts ??= new Room('answer', { snapshotFirst: true }));
    await attempts.ready();
    const checks = (this.#checks ??= new Room('checks', { snapshotFirst: false }));
    await checks.ready();
    this.#used = true;
    return { attempts, checks };
  }
}

/** Starting Python can take long: a reader who stops a check does not wait for it. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Cancelled('cancelled'));
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** One code against one exercise. */
class Grading {
  readonly #options: GradeOptions;
  readonly #limitMs: number;
  #results: readonly TestResult[] = [];

  constructor(options: GradeOptions) {
    this.#options = options;
    this.#limitMs = options.testLimitMs ?? TEST_LIMIT_MS;
  }

  results(): readonly TestResult[] {
    return this.#results;
  }

  /** Null when there was something to judge, else why there was not. */
  async run(attempt: Attempt, checks: Checks): Promise<Translated | null> {
    const [tests, first] = await Promise.all([checks.load(CHECK_LIMIT_MS), attempt.load(this.#limitMs)]);
    this.#results = tests.map(({ result }) => result);
    this.#progress(null);
    if (!first.ok) return first.reason;
    let loaded = true;
    for (const [index, { fresh }] of tests.entries()) {
      this.#progress(index);
      if (fresh && index > 0) {
        attempt.renew();
        loaded = false;
      }
      // A test that ended its kernel has taken the code along.
      if (!loaded) loaded = (await attempt.load(this.#limitMs)).ok;
      if (!loaded) {
        this.#settle(index, { state: 'error', reason: REASONS.notReloaded });
        attempt.renew();
        continue;
      }
      loaded = await this.#judge(index, attempt, checks);
    }
    this.#progress(null);
    return null;
  }

  /** Runs one test; false when the code is not loaded any more. */
  async #judge(index: number, attempt: Attempt, checks: Checks): Promise<boolean> {
    let left = this.#limitMs;
    let step: Step = await checks.start(index, CHECK_LIMIT_MS);
    for (;;) {
      this.#refuseIfCancelled();
      if (step.kind === 'verdict') {
        this.#settle(index, step.verdict);
        return true;
      }
      if (step.kind === 'timeout') {
        this.#settle(index, { state: 'error', reason: REASONS.checkTime });
        return true;
      }
      if (step.kind === 'restart') {
        attempt.renew();
        const again = await attempt.load(this.#limitMs);
        if (!again.ok) {
          this.#settle(index, { state: 'error', reason: REASONS.notReloaded });
          return false;
        }
        step = await checks.answer('{"outcome":"ok"}', CHECK_LIMIT_MS);
        continue;
      }
      const answer = await attempt.ask(step.source, step.given, left);
      this.#refuseIfCancelled();
      if (answer.kind === 'answer') left -= answer.elapsedMs;
      if (answer.kind === 'timeout' || left <= 0) {
        this.#settle(index, { state: 'error', reason: REASONS.testTime(Math.round(this.#limitMs / 1000)) });
        if (answer.kind === 'timeout') return false;
        return true;
      }
      if (answer.kind === 'lost') {
        this.#settle(index, { state: 'error', reason: REASONS.testLost });
        return false;
      }
      step = await checks.answer(answer.text, CHECK_LIMIT_MS);
    }
  }

  #settle(index: number, result: Pick<TestResult, 'state' | 'reason'> & Partial<TestResult>): void {
    this.#results = this.#results.map((test, at) => (at === index ? { ...test, ...result } : test));
  }

  #progress(running: number | null): void {
    this.#refuseIfCancelled();
    this.#options.onProgress?.(this.results(), running);
  }

  #refuseIfCancelled(): void {
    if (this.#options.signal?.aborted) throw new Cancelled('cancelled');
  }
}

/** Nothing starts before the first call of `grade`. */
export function createGrader(): Grader {
  return new TwoRoomGrader();
}
