/** The kernel of the checks, where check.py runs: what it asks and what it decides, read from its messages. Only trusted code runs there. */
import { Strict } from '../shared/strict';
import { cleanReason, joined } from './reasons';
import { callOf, newMark } from './room';
import type { Room } from './room';
import type { ExerciseCheck, TestResult, Translated } from './types';
import { TEST_STATES } from './types';

const LIMITS = { text: 2_000_000, tests: 100, points: 1000, name: 200, reason: 20_000 } as const;

/** A test as check.py declares it, not run yet. */
export interface DeclaredTest {
  readonly result: TestResult;
  /** It wants a kernel in which no test has run. */
  readonly fresh: boolean;
}

export type Step =
  | { readonly kind: 'run'; readonly source: string; readonly given: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'verdict'; readonly verdict: Pick<TestResult, 'state' | 'reason' | 'attempt' | 'points'> }
  | { readonly kind: 'timeout' };

/** check.py, or what came of it, is not as it should be: an author's concern. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

export class Checks {
  readonly #room: Room;
  readonly #check: ExerciseCheck;
  readonly #hidden: string;
  readonly #seed: number;

  constructor(room: Room, check: ExerciseCheck, hidden: string, seed: number) {
    this.#room = room;
    this.#check = check;
    this.#hidden = hidden;
    this.#seed = seed;
  }

  /** @throws {CheckError} */
  async load(limitMs: number): Promise<readonly DeclaredTest[]> {
    const message = await this.#call(limitMs, 'load', this.#check.code, this.#hidden, this.#seed);
    if (message === null) throw new CheckError('check.py did not finish loading');
    const read = message.object(['problem', 'tests']);
    const problem = read('problem').orNull((text) => text.text(LIMITS.text));
    if (problem !== null) throw new CheckError(problem);
    return read('tests').list(LIMITS.tests, readTest);
  }

  start(index: number, limitMs: number): Promise<Step> {
    return this.#step(limitMs, 'start', index);
  }

  /** `answer` as JSON. */
  answer(answer: string, limitMs: number): Promise<Step> {
    return this.#step(limitMs, 'answer', answer);
  }

  async #step(limitMs: number, name: string, given: string | number): Promise<Step> {
    const message = await this.#call(limitMs, name, given);
    if (message === null) {
      // The kernel of the checks is a new one and knows nothing yet.
      await this.load(limitMs);
      return { kind: 'timeout' };
    }
    const read = message.object(['ask', 'source', 'given', 'verdict']);
    const verdict = read('verdict').orNull((value) => this.#readVerdict(value));
    if (verdict !== null) return { kind: 'verdict', verdict };
    if (read('ask').oneOf(['run', 'restart']) === 'restart') return { kind: 'restart' };
    return { kind: 'run', source: read('source').text(LIMITS.text), given: read('given').text(LIMITS.text) };
  }

  /** Null: it took too long. */
  async #call(limitMs: number, name: string, ...given: readonly (string | number)[]): Promise<Strict | null> {
    const mark = newMark();
    const { outcome, message, error } = await this.#room.run(callOf('drive', name, ...given, mark), limitMs, mark);
    if (outcome === 'timeout' || outcome === 'lost') return null;
    if (message === null) throw new CheckError(error?.traceback ?? 'the kernel of the checks did not answer');
    return new Strict(JSON.parse(message));
  }

  #readVerdict(value: Strict): Pick<TestResult, 'state' | 'reason' | 'attempt' | 'points'> {
    const read = value.object(['state', 'reason', 'attempt', 'points']);
    const reason = read('reason').orNull(readTranslated);
    const attempt = read('attempt').orNull((name) => name.text(LIMITS.name));
    return {
      state: read('state').oneOf(TEST_STATES),
      reason: attempt === null ? reason : this.#messageOf(attempt, reason ?? { ja: '', en: '' }),
      attempt,
      points: read('points').number(LIMITS.points),
    };
  }

  #messageOf(attempt: string, reason: Translated): Translated {
    const known = this.#check.wrong.find(({ name }) => name === attempt);
    if (!known) throw new CheckError(`check.py names a wrong attempt without a file: wrong/${attempt}.py`);
    return joined(known.message, reason);
  }
}

function readTest(value: Strict): DeclaredTest {
  const read = value.object(['name', 'title', 'points', 'hint', 'fresh', 'hidden']);
  const result: TestResult = {
    name: read('name').text(LIMITS.name),
    title: readTranslated(read('title')),
    points: 0,
    of: read('points').number(LIMITS.points),
    state: 'not-run',
    reason: null,
    attempt: null,
    hint: read('hint').orNull((hint) => hint.count(20)),
    hidden: read('hidden').flag(),
  };
  return { result, fresh: read('fresh').flag() };
}

function readTranslated(value: Strict): Translated {
  const read = value.object(['ja', 'en']);
  return cleanReason({ ja: read('ja').text(LIMITS.reason), en: read('en').text(LIMITS.reason) });
}
