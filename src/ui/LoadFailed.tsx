/** In place of what could not be loaded: says so, and tries again. */
import { useText } from '../shared/i18n/text';

export function LoadFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { error } = useText();
  return (
    <div className="message-page" role="alert">
      <h1>{error.loadFailed}</h1>
      <p>{error.loadFailedText}</p>
      <button type="button" className="button primary" onClick={onRetry}>
        {error.retry}
      </button>
    </div>
  );
}
