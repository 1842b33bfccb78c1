/** The hints that were opened, each after the one before; the one that was asked for last is brought before the reader. */
import { useEffect, useRef } from 'react';
import type { Translated } from '../grading/types';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';
import { Markdown } from './Markdown';
import './practice.css';

/** A new object each time: the same hint can be asked for twice. */
export interface AskedHint {
  readonly number: number;
}

interface Props {
  readonly hints: readonly Translated[];
  /** As HTML that the build rendered; null for an exercise that is not of the build. */
  readonly rendered: readonly Translated[] | null;
  readonly shown: number;
  /** The hint that was asked for last, here or at a test's result. */
  readonly focused: AskedHint | null;
}

export function Hints({ hints, rendered, shown, focused }: Props) {
  const text = usePracticeText();
  const language = useLanguage();
  const last = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused === null) return;
    last.current?.focus();
    last.current?.scrollIntoView({ block: 'nearest' });
  }, [focused, shown]);
  return (
    <ol className="exercise-hints">
      {hints.slice(0, shown).map((hint, index) => (
        <li key={hint.en} ref={index + 1 === focused?.number ? last : null} tabIndex={-1} data-hint={index + 1}>
          <h3>{text.hint(index + 1)}</h3>
          {rendered ? (
            <div className="prose" dangerouslySetInnerHTML={{ __html: rendered[index]?.[language] ?? '' }} />
          ) : (
            <Markdown source={hint[language]} />
          )}
        </li>
      ))}
    </ol>
  );
}
