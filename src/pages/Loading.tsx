/** Stands in while a page's code or text is on its way; silent for the first moment, so that fast loads do not flash. */
import { useText } from '../shared/i18n/text';
import { Shell } from './Shell';

export function Loading() {
  const text = useText();
  return (
    <Shell title={null}>
      <p className="loading" role="status">
        <span className="spinner" /> {text.loading}
      </p>
    </Shell>
  );
}
