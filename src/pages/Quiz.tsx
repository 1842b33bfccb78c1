/** Questions with native radio buttons: to be answered before a cell runs, or at the end. Answers are kept as progress. */
import { useEffect, useId, useRef, useState } from 'react';
import { useSession, useSessionState } from '../cells/current-session';
import type { LessonQuiz, QuizQuestion } from '../content/types';
import { noteAnswer, useAnswers } from '../progress/progress';
import { useText } from '../shared/i18n/text';
import { CheckIcon, CloseIcon, PlayIcon } from '../ui/icons';
import './quiz.css';

export function Quiz({ quiz }: { readonly quiz: LessonQuiz }) {
  const { quiz: text } = useText().learn;
  const { slug } = useSession();
  const answers = useAnswers(slug, quiz.id);
  const { questions, predicts } = quiz;
  const answered = questions.filter((_, index) => (answers[index] ?? null) !== null).length;
  const right = questions.filter(({ options }, index) => options[answers[index] ?? -1]?.right).length;
  return (
    <div className="quiz" id={`quiz-${quiz.id}`} data-kind={predicts === null ? 'check' : 'predict'}>
      <p className="quiz-kind">
        <span>{predicts === null ? text.check : text.predict}</span>
        {questions.length > 1 && answered === questions.length && (
          <span className="quiz-result">{text.result(right, questions.length)}</span>
        )}
      </p>
      {questions.map((question, index) => (
        <Question
          key={question.html}
          question={question}
          name={questions.length > 1 ? text.question(index + 1, questions.length) : null}
          answer={answers[index] ?? null}
          predicts={predicts}
          hinted={index === 0}
          onAnswer={(option) => noteAnswer(slug, quiz.id, index, option)}
        />
      ))}
    </div>
  );
}

interface QuestionProps {
  readonly question: QuizQuestion;
  readonly name: string | null;
  readonly answer: number | null;
  readonly predicts: string | null;
  /** It says what its disabled button waits for; one question of several is enough. */
  readonly hinted: boolean;
  readonly onAnswer: (option: number | null) => void;
}

function Question({ question, name, answer, predicts, hinted, onAnswer }: QuestionProps) {
  const { quiz: text } = useText().learn;
  const [choice, setChoice] = useState<number | null>(null);
  const group = useId();
  const run = useRunOf(predicts);
  const shown = answer ?? choice;
  const decided = answer !== null;

  const ranNow = run.phase === 'ok';
  useEffect(() => {
    // The reader chose and ran the cell by its own button: that settles it too.
    if (ranNow && choice !== null && answer === null) onAnswer(choice);
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of a run settles a choice
  }, [ranNow]);

  // The button that was pressed is gone: the keyboard goes on where the reader does.
  const moved = useRef(false);
  const verdictLine = useRef<HTMLParagraphElement>(null);
  const firstOption = useRef<HTMLInputElement>(null);
  const decide = () => {
    if (choice === null) return;
    moved.current = true;
    onAnswer(choice);
    run.start();
  };
  const again = () => {
    moved.current = true;
    setChoice(null);
    onAnswer(null);
  };
  useEffect(() => {
    if (moved.current) (decided ? verdictLine : firstOption).current?.focus();
    moved.current = false;
  }, [decided]);
  const chosen = answer === null ? undefined : question.options[answer];
  const verdict = !chosen
    ? null
    : predicts === null
      ? chosen.right
        ? text.right
        : text.wrong
      : chosen.right
        ? text.asPredicted
        : text.notAsPredicted;
  return (
    <fieldset className="quiz-question" data-answered={decided}>
      <legend>
        {name && <span className="quiz-number">{name}</span>}
        <span dangerouslySetInnerHTML={{ __html: question.html }} />
      </legend>
      <div className="quiz-options">
        {question.options.map((option, index) => {
          const isChosen = shown === index;
          const mark = decided && (option.right ? 'right' : isChosen ? 'wrong' : undefined);
          return (
            <label key={option.html} className="quiz-option" data-mark={mark || undefined}>
              <input
                ref={index === 0 ? firstOption : null}
                type="radio"
                name={group}
                checked={isChosen}
                disabled={decided}
                onChange={() => setChoice(index)}
              />
              <span>
                <span dangerouslySetInnerHTML={{ __html: option.html }} />
                {mark && (
                  <span className="quiz-mark">
                    {mark === 'right' ? <CheckIcon /> : <CloseIcon />}
                    <span className="visually-hidden">{mark === 'right' ? text.isRight : text.chosen}</span>
                  </span>
                )}
                {decided && option.reason !== null && (isChosen || option.right) && (
                  <span className="quiz-reason" dangerouslySetInnerHTML={{ __html: option.reason }} />
                )}
              </span>
            </label>
          );
        })}
      </div>
      {!decided && (
        <div className="quiz-actions">
          <button type="button" className="button" disabled={choice === null} onClick={decide}>
            {predicts !== null && <PlayIcon />}
            {predicts === null ? text.answer : text.compare}
          </button>
          {choice === null && hinted && <span className="quiz-hint">{text.choose}</span>}
        </div>
      )}
      <div role="status" className="quiz-verdict" hidden={!decided}>
        {verdict && (
          <p ref={verdictLine} tabIndex={-1}>
            <strong>{verdict}</strong>{' '}
            {question.explanation !== null && <span dangerouslySetInnerHTML={{ __html: question.explanation }} />}
          </p>
        )}
        {decided && (
          <button type="button" className="quiet" onClick={again}>
            {text.again}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** The run of the cell that a prediction is about; starting it runs the cells above that this Python has not seen, too. */
function useRunOf(cellId: string | null) {
  const session = useSession();
  const phase = useSessionState(({ cells }) => (cellId === null ? undefined : cells.get(cellId)?.phase));
  const start = () => {
    if (cellId === null) return;
    const { order, cells } = session.store.getState();
    const above = order.slice(0, order.indexOf(cellId)).filter((id) => cells.get(id)?.count === null);
    session.run([...above, cellId]);
  };
  return { phase, start };
}
