/** input(): the prompt and a field to answer in, where the output has stopped. */
import { useEffect, useRef } from 'react';
import { useText } from '../shared/i18n/text';
import type { Question as QuestionState } from './cell-state';

export function Question({ question }: { readonly question: QuestionState }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), [question]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    question.answer(field.current?.value ?? '');
  };
  return (
    <form className="output-question" onSubmit={submit}>
      <label>
        <span className="question-prompt">{question.prompt}</span>
        <input
          ref={field}
          type="text"
          {...(question.prompt.trim() === '' && { 'aria-label': text.cell.inputLabel })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </label>
      <button type="submit" className="button">
        {text.cell.send}
      </button>
    </form>
  );
}
