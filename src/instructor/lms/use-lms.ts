/** Connects a student's work to the learning management system around the page, if there is one. */
import { useEffect, useRef, useState } from 'react';
import type { Assignment } from '../assignment';
import { resume, suspendedOf } from '../student-work';
import type { StudentWork, WorkStore } from '../student-work';
import { openCmi5, readLaunch } from './cmi5';
import { findScorm } from './find';
import type { LmsReport, LmsSession } from './lms';
import { readMastery } from './mastery';
import { packSuspended, unpackSuspended } from './suspend';

interface Lms {
  readonly standard: LmsSession['standard'] | null;
  readonly student: string | null;
  /** The system refused, or cannot be reached. */
  readonly failed: boolean;
  readonly handedIn: () => void;
}

const REPORT_MS = 1_000;

/** A page has one session with its system, whichever components come and go. */
let session: Promise<LmsSession | null> | null = null;

async function connect(): Promise<LmsSession | null> {
  const launch = readLaunch(location.search);
  return launch ? await openCmi5(launch) : findScorm(window);
}

export function useLms(assignment: Assignment, store: WorkStore): Lms {
  const [state, setState] = useState<Omit<Lms, 'handedIn'>>({ standard: null, student: null, failed: false });
  const complete = useRef(false);
  const report = useRef<() => void>(() => undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unsubscribe = (): void => undefined;
    let shown = true;
    const begin = async (lms: LmsSession | null): Promise<void> => {
      if (!lms || !shown) return;
      setState({ standard: lms.standard, student: lms.student, failed: false });
      const suspended = await unpackSuspended(lms.suspended ?? '');
      if (suspended) resume(store, suspended);
      if (store.getState().student === '' && lms.student !== null)
        store.setState({ student: lms.student.slice(0, 120) });
      const mastery = await readMastery();
      report.current = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          void reportOf(assignment, store.getState(), complete.current, mastery)
            .then((content) => lms.report(content))
            .then((taken) => setState((before) => ({ ...before, failed: !taken })));
        }, REPORT_MS);
      };
      unsubscribe = store.subscribe(() => report.current());
      report.current();
      addEventListener('pagehide', () => lms.end(), { once: true });
    };
    session ??= connect();
    session.then(begin).catch(() => setState({ standard: null, student: null, failed: true }));
    return () => {
      shown = false;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [assignment, store]);
  return {
    ...state,
    handedIn: () => {
      complete.current = true;
      report.current();
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
