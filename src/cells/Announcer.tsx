/** Tells screen readers how runs end; outputs themselves are not live, so that a training loop does not talk for minutes. */
import { useText } from '../shared/i18n/text';
import type { Messages } from '../shared/i18n/text';
import type { Announcement } from './cell-state';
import { useSessionState } from './current-session';
import { formatElapsed } from './elapsed';

export function Announcer() {
  const text = useText();
  const announcement = useSessionState((state) => state.announcement);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement && sentence(text, announcement)}
    </p>
  );
}

function sentence({ cell }: Messages, announcement: Announcement): string {
  switch (announcement.kind) {
    case 'done':
      return cell.announceDone(announcement.number, formatElapsed(announcement.elapsedMs));
    case 'failed':
      return cell.announceFailed(announcement.number, announcement.name);
    case 'stopped':
      return cell.announceStopped(announcement.number);
    case 'asks':
      return cell.announceAsk(announcement.number);
    default:
      return announcement satisfies never;
  }
}
