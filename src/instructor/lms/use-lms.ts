/** Tells the learning management system around the page, if there is one, about a student's work. */
import { useEffect, useRef, useState } from 'react';
import type { Assignment } from '../assignment';
import { resume, suspendedOf } from '../student-work';
import type { StudentWork, WorkStore } from '../student-work';
import { sayAtEnd } from './connect';
import type { Connection } from './connect';
import type { LmsReport, LmsSession } from './lms';
import { readMastery } from './mastery';
import { Reporter } from './reporter';
import { packSuspended, unpackSuspended } from './suspend';

interface Lms {
  readonly standard: LmsSession['standard'] | null;
  readonly student: string | null;
  /** The system refused, or cannot be reached. */
  readonly failed: boolean;
  readonly handedIn: () => void;
}

const REPORT_MS = 1_000;

/** `store`: the work of the connection's learner. */
export function useLms(assignment: Assignment, store: WorkStore, { session, failed }: Connection): Lms {
  const [refused, setRefused] = useState(failed);
  const complete = useRef(false);
  const reporter = useRef<Reporter | null>(null);
  useEffect(() => {
    if (!session) return undefined;
    let shown = true;
    let stop = (): void => undefined;
    const begin = async (): Promise<void> => {
      const suspended = await unpackSuspended(session.suspended ?? '');
      const mastery = await readMastery();
      if (!shown) return;
      if (suspended) resume(store, suspended);
      const { student } = session;
      if (store.getState().student === '' && student !== null) store.setState({ student: student.slice(0, 120) });
      const current = new Reporter({
        session,
        content: () => reportOf(assignment, store.getState(), complete.current, mastery),
        onTold: (taken) => setRefused(!taken),
        delayMs: REPORT_MS,
      });
      reporter.current = current;
      const unsubscribe = store.subscribe(() => void current.changed());
      sayAtEnd(() => current.flush());
      stop = () => {
        unsubscribe();
        current.flush();
      };
      await current.changed();
    };
    void begin();
    return () => {
      shown = false;
      stop();
    };
  }, [assignment, store, session]);
  return {
    standard: session?.standard ?? null,
    student: session?.student ?? null,
    failed: refused,
    handedIn: () => {
      complete.current = true;
      void reporter.current?.changed();
    },
  };
}

/** Complete: handed in, or every exercise has been checked. The score is the mean over the exercises, each of equal weight. */
async function reportOf(
  assignment: Assignment,
  work: StudentWork,
  handedIn: boolean,
  mastery: number,
): Promise<LmsReport> {
  const slugs = assignment.items.flatMap(({ kind, slug }) => (kind === 'exercise' ? [slug] : []));
  const shares = slugs.map((slug) => {
    const best = work.exercises[slug]?.best;
    return best && best.of > 0 ? best.points / best.of : 0;
  });
  const tried = slugs.every((slug) => (work.exercises[slug]?.checks ?? 0) > 0);
  const complete = handedIn || (slugs.length > 0 && tried);
  const score =
    shares.length === 0 ? (complete ? 1 : 0) : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const suspend = await packSuspended(suspendedOf(assignment, work));
  return { score, complete, passed: complete || score >= mastery ? score >= mastery : null, suspend };
}
