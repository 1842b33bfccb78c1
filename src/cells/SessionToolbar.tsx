/** Run all, Stop and Restart for the lesson that is shown. */
import { useText } from '../shared/i18n/text';
import { PlayAllIcon, RestartIcon, StopIcon } from '../ui/icons';
import { isActive } from './cell-state';
import { useSession, useSessionState } from './current-session';
import './kernel.css';

export function SessionToolbar() {
  const session = useSession();
  const { toolbar: text } = useText();
  const active = useSessionState(({ cells }) => [...cells.values()].some(({ phase }) => isActive(phase)));
  return (
    <div className="session-toolbar" role="toolbar" aria-label={text.label}>
      <button type="button" className="button primary" disabled={active} onClick={() => session.runAll()}>
        <PlayAllIcon />
        {text.runAll}
      </button>
      <button
        type="button"
        className="button"
        disabled={!active}
        onClick={() => void session.stop().catch(() => undefined)}
      >
        <StopIcon />
        {text.stop}
      </button>
      <button
        type="button"
        className="button"
        title={text.restartHint}
        onClick={() => void session.restart().catch(() => undefined)}
      >
        <RestartIcon />
        {text.restart}
      </button>
    </div>
  );
}
