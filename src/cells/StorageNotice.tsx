/** Storage is denied, full or damaged: what that means, and the button that takes the work out. */
import { useText } from '../shared/i18n/text';
import { exportProfile } from '../shared/storage/profile';
import { profileName, saveFile } from '../shared/storage/save-file';
import { CloseIcon, WarningIcon } from '../ui/icons';
import { useSession, useSessionState } from './current-session';

export function StorageNotice() {
  const { keep, lesson, notice } = useText();
  const session = useSession();
  const storage = useSessionState((state) => state.storage);
  const damaged = useSessionState((state) => state.damaged);
  const save = () => {
    void exportProfile().then((profile) => saveFile(profileName(), profile));
  };
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
    </>
  );
}
