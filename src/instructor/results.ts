/**
 * Grades as lines of a file: what the terminal appends as it goes, skips when it is run again, and merges from shards. A line belongs to
 * the bundle and the submission whose hashes it names; where it was made does not matter.
 */
import { REPORT_STATES, TEST_STATES } from '../grading/types';
import type { GradeReport, TestResult, Translated } from '../grading/types';
import { Strict, parseJson } from '../shared/strict';

export interface GradeRecord {
  /** `bundleKey` */
  readonly bundle: string;
  /** Of the submission. */
  readonly hash: string;
  readonly reports: readonly GradeReport[];
}

const LIMITS = {
  line: 5_000_000,
  reports: 100,
  tests: 200,
  name: 500,
  text: 50_000,
  points: 100_000,
  ms: 100_000_000,
} as const;

export function writeRecord({ bundle, hash, reports }: GradeRecord): string {
  return JSON.stringify({ bundle, hash, reports });
}

/** @throws {FormatError} */
export function readRecord(line: string): GradeRecord {
  const field = new Strict(parseJson(line, LIMITS.line)).object(['bundle', 'hash', 'reports']);
  return {
    bundle: field('bundle').hash(),
    hash: field('hash').hash(),
    reports: readReports(field('reports')),
  };
}

export function readReports(value: Strict): readonly GradeReport[] {
  return value.list(LIMITS.reports, readReport);
}

function readReport(value: Strict): GradeReport {
  const field = value.object(['exercise', 'version', 'seed', 'state', 'reason', 'points', 'of', 'tests', 'elapsedMs']);
  return {
    exercise: field('exercise').slug(),
    version: field('version').text(LIMITS.name),
    seed: field('seed').count(0xffff_ffff),
    state: field('state').oneOf(REPORT_STATES),
    reason: field('reason').orNull(readTranslated),
    points: field('points').number(LIMITS.points),
    of: field('of').number(LIMITS.points),
    tests: field('tests').list(LIMITS.tests, readTest),
    elapsedMs: field('elapsedMs').number(LIMITS.ms),
  };
}

function readTest(value: Strict): TestResult {
  const field = value.object(['name', 'title', 'points', 'of', 'state', 'reason', 'attempt', 'hint', 'hidden']);
  return {
    name: field('name').text(LIMITS.name),
    title: readTranslated(field('title')),
    points: field('points').number(LIMITS.points),
    of: field('of').number(LIMITS.points),
    state: field('state').oneOf(TEST_STATES),
    reason: field('reason').orNull(readTranslated),
    attempt: field('attempt').orNull((name) => name.text(LIMITS.name)),
    hint: field('hint').orNull((hint) => hint.count(100)),
    hidden: field('hidden').flag(),
  };
}

export function readTranslated(value: Strict): Translated {
  const field = value.object(['ja', 'en']);
  return { ja: field('ja').text(LIMITS.text), en: field('en').text(LIMITS.text) };
}

/** Which of `of` shards a submission belongs to, from 1; the same wherever and whenever it is asked. */
export function shardOf(hash: string, of: number): number {
  return (Number.parseInt(hash.slice(0, 8), 16) % of) + 1;
}
