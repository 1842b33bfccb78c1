/** Storage is denied, full or damaged: what that means, and the button that takes the work out. */
import { useState } from 'react';
import { useText } from '../shared/i18n/text';
import { saveProfile } from '../shared/storage/save-profile';
import type { ExportOutcome } from '../shared/storage/save-profile';
import { CloseIcon, WarningIcon } from '../ui/icons';
import { useSession, useSessionState } from './current-session';

export function StorageNotice() {
  const { keep, lesson, notice } = useText();
  const session = useSession();
  const storage = useSessionState((state) => state.storage);
  const damaged = useSessionState((state) => state.damaged);
  const [exported, setExported] = useState<ExportOutcome | null>(null);
  const save = () => void saveProfile().then(setExported);
  return (
    <>
      {storage !== 'kept' && (
        <div className="notice notice-warning" data-testid="storage-notice">
          <WarningIcon />
          <span className="notice-text">{storage === 'full' ? keep.data.full : lesson.storageDenied}</span>
          <button type="button" className="button" onClick={save}>
            {keep.data.export}
          </button>
        </div>
      )}
      {damaged > 0 && (
        <div className="notice notice-warning" data-testid="damage-notice">
          <WarningIcon />
          <span className="notice-text">{keep.data.damaged(damaged)}</span>
          <button type="button" className="button" onClick={save}>
            {keep.data.export}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={notice.dismiss}
            onClick={() => session.store.setState({ damaged: 0 })}
          >
            <CloseIcon />
          </button>
        </div>
      )}
      {exported !== null && exported !== 'saved' && (
        <div className="notice notice-error">
          <WarningIcon />
          <span className="notice-text">{keep.data.exported[exported]}</span>
        </div>
      )}
    </>
  );
}
