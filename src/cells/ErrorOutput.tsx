/** An exception: its message first, the traceback below it, with links to the cell lines it passes through. */
import { useText } from '../shared/i18n/text';
import { parseAnsi } from './ansi';
import { useSession, useSessionState } from './current-session';
import type { OutputItem } from './output-log';

type ErrorItem = Extract<OutputItem, { readonly kind: 'error' }>;

export function ErrorOutput({ error }: { readonly error: ErrorItem }) {
  const text = useText();
  const session = useSession();
  const cells = useSessionState((state) => state.cells);
  const plain = parseAnsi(error.traceback)
    .map((run) => run.text)
    .join('')
    .trimEnd();
  const places = error.lines.filter(({ cellId }) => cells.has(cellId));
  return (
    <div className="output-error">
      <p className="error-head">
        <strong>{error.name}</strong>
        {error.message && <span className="error-message">{error.message}</span>}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
      <pre className="output-text error-traceback" tabIndex={0} role="group" aria-label={text.cell.stderr}>
        {plain}
      </pre>
      {places.length > 0 && (
        <p className="error-places">
          {places.map(({ cellId, line }, index) => (
            <button
              // oxlint-disable-next-line react/no-array-index-key -- a recursion passes the same line again
              key={index}
              type="button"
              className="link"
              onClick={() => session.goTo(cellId)}
            >
              {text.cell.jump(cells.get(cellId)?.number ?? 0, line)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
