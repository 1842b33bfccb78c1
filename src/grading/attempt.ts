/** The kernel of the learner's code: loads it, asks it what the checks want to know, and reads the answers as plain data. Nothing it says is trusted. */
import { Strict } from '../shared/strict';
import { REASONS, cleanText } from './reasons';
import { callOf, newMark } from './room';
import type { Room } from './room';
import type { Translated } from './types';
import { readWire } from './wire';

const LIMITS = { answer: 1_000_000, printed: 100_000, message: 1_000, name: 200, line: 1_000_000 } as const;

export type Loaded = { readonly ok: true } | { readonly ok: false; readonly reason: Translated };

export type Answer =
  /** JSON for the kernel of the checks. */
  | { readonly kind: 'answer'; readonly text: string; readonly elapsedMs: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'lost' };

const UNREADABLE = JSON.stringify({ outcome: 'unreadable', printed: '' });

export class Attempt {
  readonly #room: Room;
  readonly #code: string;

  constructor(room: Room, code: string) {
    this.#room = room;
    this.#code = code;
  }

  /** Runs the learner's code, once for each kernel. */
  async load(limitMs: number): Promise<Loaded> {
    if (!hasStatements(this.#code)) return { ok: false, reason: REASONS.empty };
    const { outcome, error } = await this.#room.run(this.#code, limitMs);
    if (outcome === 'ok') return { ok: true };
    if (outcome === 'timeout') return { ok: false, reason: REASONS.loadTime(Math.round(limitMs / 1000)) };
    if (outcome === 'lost') return { ok: false, reason: REASONS.loadLost };
    const line = error?.lines.at(-1)?.line ?? null;
    return { ok: false, reason: REASONS.loadRaised(error?.name ?? 'Error', error?.message ?? '', line) };
  }

  async ask(source: string, given: string, limitMs: number): Promise<Answer> {
    const mark = newMark();
    const { outcome, message, elapsedMs } = await this.#room.run(
      callOf('probe', 'run', source, given, mark),
      limitMs,
      mark,
    );
    if (outcome === 'timeout') return { kind: 'timeout' };
    if (outcome === 'lost') return { kind: 'lost' };
    return { kind: 'answer', text: readAnswer(message) ?? UNREADABLE, elapsedMs };
  }

  /** A new kernel; the code has to be loaded anew. */
  renew(): void {
    this.#room.renew();
  }
}

/** Comments and blank lines alone are nothing to check. */
function hasStatements(code: string): boolean {
  return code.split('\n').some((line) => /^\s*[^\s#]/.test(line));
}

/** Strictly: an answer that is not as probe.py writes it is none. */
function readAnswer(message: string | null): string | null {
  if (message === null || message.length > LIMITS.answer) return null;
  try {
    const read = new Strict(JSON.parse(message)).object(['outcome', 'value', 'error', 'message', 'line', 'printed']);
    const printed = read('printed').text(LIMITS.printed);
    if (read('outcome').oneOf(['ok', 'raised']) === 'ok') {
      const value = readWire(read('value').text(LIMITS.answer));
      return value === null ? null : JSON.stringify({ outcome: 'ok', value, printed });
    }
    return JSON.stringify({
      outcome: 'raised',
      error: cleanText(read('error').text(LIMITS.name)),
      message: cleanText(read('message').text(LIMITS.message)),
      line: read('line').orNull((line) => line.count(LIMITS.line)),
      printed,
    });
  } catch {
    return null;
  }
}
