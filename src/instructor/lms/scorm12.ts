/** A session with a system that speaks SCORM 1.2 (the RTE's `API` object). */
import { SUSPEND_LIMIT } from './lms';
import type { LmsReport, LmsSession } from './lms';

export interface Scorm12Api {
  LMSInitialize(empty: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: ''): unknown;
  LMSFinish(empty: ''): unknown;
}

const done = (answer: unknown): boolean => String(answer) === 'true';

/** Null when the system refuses the session. */
export function openScorm12(api: Scorm12Api): LmsSession | null {
  if (!done(api.LMSInitialize(''))) return null;
  const started = Date.now();
  let open = true;
  const read = (element: string): string | null => {
    const value = api.LMSGetValue(element);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  if (read('cmi.core.lesson_status') === 'not attempted') api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  return {
    standard: 'SCORM 1.2',
    // "Family, Given"
    student: read('cmi.core.student_name') ?? read('cmi.core.student_id'),
    learner: read('cmi.core.student_id'),
    suspended: read('cmi.suspend_data'),
    async report({ score, complete, passed, suspend }: LmsReport) {
      if (!open || suspend.length > SUSPEND_LIMIT) return false;
      const values: readonly (readonly [string, string])[] = [
        ['cmi.core.score.min', '0'],
        ['cmi.core.score.max', '100'],
        ['cmi.core.score.raw', String(Math.round(score * 100))],
        ['cmi.core.lesson_status', statusOf(complete, passed)],
        ['cmi.suspend_data', suspend],
      ];
      const taken = values.map(([element, value]) => done(api.LMSSetValue(element, value)));
      return done(api.LMSCommit('')) && taken.every(Boolean);
    },
    end() {
      if (!open) return;
      open = false;
      api.LMSSetValue('cmi.core.session_time', timespan(Date.now() - started));
      // The next visit goes on with suspend_data.
      api.LMSSetValue('cmi.core.exit', 'suspend');
      api.LMSCommit('');
      api.LMSFinish('');
    },
  };
}

/** SCORM 1.2 has one word for both. */
function statusOf(complete: boolean, passed: boolean | null): string {
  if (passed !== null && complete) return passed ? 'passed' : 'failed';
  return complete ? 'completed' : 'incomplete';
}

/** `HHHH:MM:SS` */
export function timespan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
