/** What the assignment page tells a learning management system, whichever standard it speaks. */

export interface LmsReport {
  /** From 0 to 1: points of the exercises, as this browser found them. */
  readonly score: number;
  /** Everything was tried, or everything was handed in. */
  readonly complete: boolean;
  /** Null while it is open whether it is enough. */
  readonly passed: boolean | null;
  /** What the page wants back when the student returns; at most SUSPEND_LIMIT characters. */
  readonly suspend: string;
}

export interface LmsSession {
  readonly standard: 'SCORM 1.2' | 'SCORM 2004' | 'cmi5';
  /** As the system names the student. */
  readonly student: string | null;
  /** The system's own id of the student: names are shared, and change. */
  readonly learner: string | null;
  /** `suspend` of the last visit. */
  readonly suspended: string | null;
  /** True when the system took it. */
  report(report: LmsReport): Promise<boolean>;
  /** The page is closed; nothing may be reported afterwards. */
  end(): void;
}

/** SCORM 1.2 keeps no more (CMIString4096); SCORM 2004 keeps more, but one limit serves both. */
export const SUSPEND_LIMIT = 4096;

/** Two decimals: systems compare scores as text. */
export function asDecimal(value: number): string {
  return String(Math.round(Math.min(1, Math.max(0, value)) * 100) / 100);
}
