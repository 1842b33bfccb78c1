/** The mistakes that an exercise knows: an example of each and what its author is told. */
import type { WrongAttempt } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { TrashIcon } from '../ui/icons';
import { CodeBox, Field } from './parts';

interface Props {
  readonly wrong: readonly WrongAttempt[];
  readonly onChange: (wrong: readonly WrongAttempt[]) => void;
}

/** The folder's files begin with the messages, as comments; here they have fields of their own. */
const MESSAGE = /^# (?:ja|en):.*\n?/gm;

export function AuthorWrong({ wrong, onChange }: Props) {
  const text = useTeachText().author;
  const put = (index: number, part: Partial<WrongAttempt>) =>
    onChange(
      wrong.map((each, at) => (at === index ? { ...each, code: each.code.replaceAll(MESSAGE, ''), ...part } : each)),
    );
  const name = `mistake-${wrong.length + 1}`;
  const added: WrongAttempt = { name, code: 'def …\n', message: { ja: '', en: '' } };
  return (
    <section>
      <h2>{text.wrong}</h2>
      {wrong.map((attempt, index) => {
        const { message } = attempt;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the name is edited here
          <div key={index} className="teach-card">
            <div className="teach-grid">
              <Field label={text.wrongName} value={attempt.name} onChange={(value) => put(index, { name: value })} />
              <Field
                label={text.wrongJa}
                value={message.ja}
                onChange={(ja) => put(index, { message: { ...message, ja } })}
              />
              <Field
                label={text.wrongEn}
                value={message.en}
                onChange={(en) => put(index, { message: { ...message, en } })}
              />
            </div>
            <CodeBox
              label={`wrong/${attempt.name}.py`}
              code={attempt.code.replaceAll(MESSAGE, '')}
              onChange={(code) => put(index, { code })}
            />
            <p className="teach-actions">
              <button type="button" className="quiet" onClick={() => onChange(wrong.filter((_, at) => at !== index))}>
                <TrashIcon />
                {text.removeWrong(attempt.name)}
              </button>
            </p>
          </div>
        );
      })}
      <p className="teach-actions">
        <button type="button" className="button" onClick={() => onChange([...wrong, added])}>
          {text.addWrong}
        </button>
      </p>
    </section>
  );
}
