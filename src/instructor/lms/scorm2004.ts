/** A session with a system that speaks SCORM 2004 (the RTE's `API_1484_11` object). */
import { SUSPEND_LIMIT, asDecimal } from './lms';
import type { LmsReport, LmsSession } from './lms';

export interface Scorm2004Api {
  Initialize(empty: ''): unknown;
  GetValue(element: string): unknown;
  SetValue(element: string, value: string): unknown;
  Commit(empty: ''): unknown;
  Terminate(empty: ''): unknown;
}

const done = (answer: unknown): boolean => String(answer) === 'true';

/** Null when the system refuses the session. */
export function openScorm2004(api: Scorm2004Api): LmsSession | null {
  if (!done(api.Initialize(''))) return null;
  const started = Date.now();
  let open = true;
  const read = (element: string): string | null => {
    const value = api.GetValue(element);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    standard: 'SCORM 2004',
    student: read('cmi.learner_name') ?? read('cmi.learner_id'),
    learner: read('cmi.learner_id'),
    suspended: read('cmi.suspend_data'),
    async report({ score, complete, passed, suspend }: LmsReport) {
      if (!open || suspend.length > SUSPEND_LIMIT) return false;
      const values: readonly (readonly [string, string])[] = [
        ['cmi.score.min', '0'],
        ['cmi.score.max', '100'],
        ['cmi.score.raw', String(Math.round(score * 100))],
        ['cmi.score.scaled', asDecimal(score)],
        ['cmi.completion_status', complete ? 'completed' : 'incomplete'],
        ['cmi.success_status', passed === null ? 'unknown' : passed ? 'passed' : 'failed'],
        ['cmi.suspend_data', suspend],
      ];
      const taken = values.map(([element, value]) => done(api.SetValue(element, value)));
      return done(api.Commit('')) && taken.every(Boolean);
    },
    end() {
      if (!open) return;
      open = false;
      api.SetValue('cmi.session_time', `PT${Math.max(0, Math.floor((Date.now() - started) / 1000))}S`);
      // The next visit goes on with suspend_data.
      api.SetValue('cmi.exit', 'suspend');
      api.Commit('');
      api.Terminate('');
    },
  };
}
