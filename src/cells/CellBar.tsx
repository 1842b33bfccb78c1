/** The bar above a cell's code: run or stop, the execution count, how the run goes, copy and reset. */
import { useEffect, useState } from 'react';
import { useText } from '../shared/i18n/text';
import { CheckIcon, CopyIcon, PlayIcon, ResetIcon, StopIcon } from '../ui/icons';
import type { CellState } from './cell-state';
import { isActive } from './cell-state';
import { useSession } from './current-session';
import { ShareButton } from './ShareButton';
import { formatElapsed } from './elapsed';
import { useKernelView } from './kernel-handle';

export function CellBar({ cell }: { readonly cell: CellState }) {
  const session = useSession();
  const text = useText();
  const active = isActive(cell.phase);
  return (
    <div className="cell-bar">
      {active ? (
        <button type="button" className="cell-run cell-stop" onClick={() => void session.stop().catch(() => undefined)}>
          <StopIcon />
          {text.cell.stop}
        </button>
      ) : (
        <button type="button" className="cell-run" title={text.cell.runHint} onClick={() => session.run([cell.id])}>
          <PlayIcon />
          {text.cell.run}
        </button>
      )}
      <span className="cell-count" data-testid="cell-count">
        [{active ? '*' : (cell.count ?? ' ')}]
      </span>
      <CellStatus cell={cell} />
      <span className="cell-tools">
        {cell.code !== cell.original && (
          <button type="button" className="quiet" title={text.cell.resetHint} onClick={() => session.reset(cell.id)}>
            <ResetIcon />
            <span className="label">{text.cell.reset}</span>
          </button>
        )}
        <ShareButton cell={cell} />
        <CopyButton code={cell.code} />
      </span>
    </div>
  );
}

function CellStatus({ cell }: { readonly cell: CellState }) {
  const { cell: text, keep } = useText();
  const { status } = useKernelView();
  switch (cell.phase) {
    case 'queued':
      return (
        <span className="cell-status">
          {status?.phase === 'idle' || status?.phase === 'busy' ? text.queued : text.waiting}
        </span>
      );
    case 'running':
      return (
        <span className="cell-status cell-status-running">
          <span className="spinner" />
          {text.running} <RunningTime startedAt={cell.startedAt} />
        </span>
      );
    case 'ok':
      return (
        <span className="cell-status cell-status-ok">
          <CheckIcon />
          <span className="visually-hidden">{text.ok}</span> {formatElapsed(cell.elapsedMs)}
        </span>
      );
    case 'error':
      return (
        <span className="cell-status cell-status-error">
          {text.failed} <span className="cell-time">{formatElapsed(cell.elapsedMs)}</span>
        </span>
      );
    case 'interrupted':
      return (
        <span className="cell-status">
          {cell.lost ? text.lost : text.interrupted} {formatElapsed(cell.elapsedMs)}
        </span>
      );
    case 'idle':
      return cell.code === cell.original ? null : (
        <span className="cell-status">{cell.saved ? keep.cell.saved : text.changed}</span>
      );
    default:
      return cell.phase satisfies never;
  }
}

function RunningTime({ startedAt }: { readonly startedAt: number | null }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <span className="cell-time">{formatElapsed(startedAt === null ? 0 : Math.max(0, now - startedAt), 1)}</span>;
}

const COPIED_MS = 1_600;

function CopyButton({ code }: { readonly code: string }) {
  const { cell: text } = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    // Refused where the browser denies the clipboard: then the button simply does not confirm.
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <button type="button" className="quiet" title={text.copy} onClick={copy}>
      {copied ? <CheckIcon /> : <CopyIcon />}
      <span className="label">{copied ? text.copied : text.copy}</span>
    </button>
  );
}
