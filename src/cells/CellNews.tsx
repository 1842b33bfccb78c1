/** What the reader must know about an edited cell: the lesson's text has changed under it, or another tab has edited it. */
import { useLanguage, useText } from '../shared/i18n/text';
import { WarningIcon } from '../ui/icons';
import { hasNewText } from './cell-state';
import type { CellState } from './cell-state';
import { useSession } from './current-session';
import { lineDiff } from './line-diff';
import './cell-news.css';

const SIGNS = { same: ' ', out: '-', in: '+' } as const;

export function CellNews({ cell }: { readonly cell: CellState }) {
  const session = useSession();
  const language = useLanguage();
  const { keep } = useText();
  const { cell: text } = keep;
  return (
    <>
      {hasNewText(cell, language) && (
        <div className="cell-news" role="group" aria-label={text.newText} data-testid="new-text">
          <WarningIcon />
          <span className="cell-news-text">{text.newText}</span>
          <button type="button" className="button" onClick={() => session.keepMine(cell.id)}>
            {text.keepMine}
          </button>
          <button type="button" className="button" onClick={() => session.reset(cell.id)}>
            {text.takeNew}
          </button>
          <details className="cell-diff">
            <summary>{text.difference}</summary>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
            <pre tabIndex={0} role="group" aria-label={text.difference}>
              {lineDiff(cell.code, cell.original).map(({ at, kind, text: line }) => (
                <span key={at} className={`diff-${kind}`}>
                  {SIGNS[kind]} {line}
                  {'\n'}
                </span>
              ))}
            </pre>
            <p>{text.legend}</p>
          </details>
        </div>
      )}
      <div role="status">
        {cell.replaced !== null && (
          <div className="cell-news" data-testid="edited-elsewhere">
            <WarningIcon />
            <span className="cell-news-text">{text.editedElsewhere}</span>
            <button type="button" className="button" onClick={() => session.takeBack(cell.id)}>
              {text.takeBack}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
