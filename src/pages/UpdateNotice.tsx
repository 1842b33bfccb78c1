/** Offers a new version of the site; it comes only when the reader says so, and never while Python is computing. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useKernelView } from '../cells/kernel-handle';
import { applyUpdate, offline } from '../offline/offline';
import { useText } from '../shared/i18n/text';
import './keep.css';

export function UpdateNotice() {
  const { keep } = useText();
  const { update: text } = keep;
  const update = useStore(offline, (state) => state.update);
  const busy = useKernelView().status?.phase === 'busy';
  const [later, setLater] = useState(false);
  return (
    <div role="status">
      {update !== 'none' && !later && (
        <div className="update-notice" data-testid="update-notice">
          <span>{busy ? text.busy : text[update]}</span>
          <button type="button" className="button primary" disabled={busy} onClick={applyUpdate}>
            {text.apply}
          </button>
          <button type="button" className="quiet" onClick={() => setLater(true)}>
            {text.later}
          </button>
        </div>
      )}
    </div>
  );
}
