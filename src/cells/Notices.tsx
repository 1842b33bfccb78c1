/** What the reader must know about Python, in the reader's language, with the way out beside it. */
import type { KernelNotice } from '../kernel/kernel';
import { useText } from '../shared/i18n/text';
import type { Messages } from '../shared/i18n/text';
import { CloseIcon, WarningIcon } from '../ui/icons';
import { useSession, useSessionState } from './current-session';
import { StorageNotice } from './StorageNotice';
import { openKernel, useKernelView, withKernel } from './kernel-handle';
import './kernel.css';

export function Notices() {
  const text = useText();
  const { status, loadError } = useKernelView();
  return (
    <div className="notices" role="status">
      <StorageNotice />
      {loadError && (
        <div className="notice notice-error">
          <WarningIcon />
          <span className="notice-text">{text.notice.bootFailed}</span>
          <Detail text={loadError} />
          <button type="button" className="button" onClick={() => void openKernel().catch(() => undefined)}>
            {text.notice.retry}
          </button>
        </div>
      )}
      {status?.notice && <Notice notice={status.notice} />}
    </div>
  );
}

function Notice({ notice }: { readonly notice: KernelNotice }) {
  const text = useText();
  const session = useSession();
  // Read anew with every notice: a restart clears counts but not what ran last.
  useSessionState(({ lastRun }) => lastRun);
  const above = session.cellsAbove();
  const dismiss = () => withKernel((kernel) => kernel.dismissNotice());
  const retry = () =>
    withKernel(async (kernel) => {
      kernel.dismissNotice();
      await kernel.restart();
      kernel.dismissNotice();
    });
  const failed = notice.kind === 'asset-failed' || notice.kind === 'boot-failed';
  return (
    <div className={failed ? 'notice notice-error' : 'notice'}>
      <WarningIcon />
      <span className="notice-text">{sentence(text, notice)}</span>
      {failed && <Detail text={notice.detail} />}
      {failed && (
        <button type="button" className="button" onClick={retry}>
          {text.notice.retry}
        </button>
      )}
      {notice.kind === 'restarted' && above.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => {
            dismiss();
            session.run(above);
          }}
        >
          {text.notice.runAbove}
        </button>
      )}
      <button type="button" className="quiet" aria-label={text.notice.dismiss} onClick={dismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}

function Detail({ text: detail }: { readonly text: string }) {
  const text = useText();
  return (
    <details className="notice-detail">
      <summary>{text.notice.detail}</summary>
      <code>{detail}</code>
    </details>
  );
}

function sentence(text: Messages, notice: KernelNotice): string {
  switch (notice.kind) {
    case 'restarted':
      return text.join(text.notice.restarted[notice.cause], text.notice.variablesGone);
    case 'asset-failed':
      return text.notice.assetFailed(notice.asset);
    case 'boot-failed':
      return text.notice.bootFailed;
    case 'gpu-lost':
      return text.notice.gpuLost;
    default:
      return notice satisfies never;
  }
}
