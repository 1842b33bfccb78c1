/** The live proof of an exercise that is being written: each claim, whether it holds, and what the checks said. */
import { useEffect, useRef, useState } from 'react';
import type { Exercise } from '../grading/types';
import { openGrader } from '../practice/page-grader';
import { ReportView } from '../practice/ReportView';
import { useTeachText } from '../shared/i18n/teach';
import { useText } from '../shared/i18n/text';
import { PlayIcon, StopIcon } from '../ui/icons';
import { claimsOf, prove } from './proof';
import type { Claim, Proven } from './proof';

interface Run {
  readonly draft: Exercise;
  readonly running: boolean;
  readonly proven: readonly Proven[];
  /** The claim at work. */
  readonly at: Claim | null;
}

export function Proof({ draft }: { readonly draft: Exercise }) {
  const text = useTeachText().author;
  const [run, setRun] = useState<Run | null>(null);
  const [failed, setFailed] = useState(false);
  const { error } = useText();
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const begin = async () => {
    const abort = new AbortController();
    stop.current = abort;
    setRun({ draft, running: true, proven: [], at: null });
    const proven: Proven[] = [];
    const grader = await openGrader().catch(() => null);
    setFailed(grader === null);
    for (const claim of grader ? claimsOf(draft) : []) {
      if (!grader || abort.signal.aborted) break;
      setRun({ draft, running: true, proven: [...proven], at: claim });
      const next = await prove(draft, claim, grader, abort.signal);
      if (abort.signal.aborted) break;
      proven.push(next);
    }
    setRun({ draft, running: false, proven, at: null });
  };
  const words = ({ kind, name }: Claim) => {
    if (kind === 'solution') return text.expectSolution;
    return kind === 'starter' ? text.expectStarter : text.expectWrong(name);
  };
  return (
    <section aria-labelledby="proof" data-testid="proof" data-running={run?.running ?? false}>
      <h2 id="proof">{text.proof}</h2>
      <p>{text.proofLead}</p>
      <p className="teach-actions">
        {run?.running ? (
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            <StopIcon />
            {text.stop}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={() => void begin()}>
            <PlayIcon />
            {text.prove}
          </button>
        )}
        {run?.running && (
          <span className="teach-soft">
            <span className="spinner" /> {text.proving}
            {run.at && `: ${words(run.at)}`}
          </span>
        )}
      </p>
      {failed && <p role="alert">{error.loadFailedText}</p>}
      {run && run.draft !== draft && <p role="status">{text.stale}</p>}
      <ul className="teach-list teach-proof">
        {run?.proven.map(({ claim, holds, report }) => (
          <li key={`${claim.kind} ${claim.name}`} data-holds={holds} data-claim={`${claim.kind} ${claim.name}`.trim()}>
            <span className="teach-mark">{holds ? text.holds : text.breaks}</span> {words(claim)}
            <details className="teach-pair" open={!holds}>
              <summary>
                {report.points} / {report.of}
              </summary>
              <ReportView report={report} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
