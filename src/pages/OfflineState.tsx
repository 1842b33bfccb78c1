/** One line in the footer: whether the site works without a network, and the way to the page about it. */
import { useStore } from 'zustand';
import { isReadyOffline, offline } from '../offline/offline';
import { useLanguage, useText } from '../shared/i18n/text';
import { CheckIcon } from '../ui/icons';
import { offlineSentence } from './offline-sentence';
import { storageHref } from './routes';
import './keep.css';

export function OfflineState() {
  const { keep } = useText();
  const language = useLanguage();
  const state = useStore(offline);
  return (
    <a className="footer-state" href={storageHref(language)} data-testid="offline-badge">
      {isReadyOffline(state) && <CheckIcon />}
      {state.support === 'ready' ? offlineSentence(keep, state) : keep.title}
    </a>
  );
}
