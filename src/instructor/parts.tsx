/** Small parts that the instructors' pages share: fields for code, text, numbers and times, and the button that removes. */
import { useId, useState } from 'react';
import { CodeField } from '../editor/CodeField';
import { useText } from '../shared/i18n/text';
import { pythonToHtml } from '../shared/python-tokens';
import { Confirm } from '../ui/Confirm';
import { TrashIcon } from '../ui/icons';
import './teach.css';

interface CodeBoxProps {
  readonly label: string;
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly onRun?: () => void;
}

/** The editor of the lessons' cells, opened by itself. */
export function CodeBox({ label, code, onChange, onRun }: CodeBoxProps) {
  const { cell } = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="teach-code">
      <CodeField
        code={code}
        originalCode={code}
        originalHtml={pythonToHtml(code)}
        label={label}
        editHint={cell.editHint}
        leaveHint={cell.leaveHint}
        marks={[]}
        open={open}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onChange={onChange}
        onRun={() => onRun?.()}
      />
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'number' | 'datetime-local';
  readonly lines?: number;
  readonly onBlur?: () => void;
}

export function Field({ label, value, onChange, type = 'text', lines, onBlur }: FieldProps) {
  const field = useId();
  return (
    <div className="teach-field">
      <label className="teach-label" htmlFor={field}>
        {label}
      </label>
      {lines === undefined ? (
        <input
          id={field}
          className="teach-input"
          type={type}
          value={value}
          min={type === 'number' ? 0 : undefined}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      ) : (
        <textarea
          id={field}
          className="teach-input"
          rows={lines}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

interface RemoveButtonProps {
  readonly title: string;
  readonly text: {
    readonly remove: (title: string) => string;
    readonly removeQuestion: (title: string) => string;
    readonly removeYes: string;
  };
  readonly onRemove: () => void;
}

/** Takes an entry out of a list after asking; `text` says what is lost with it. */
export function RemoveButton({ title, text, onRemove }: RemoveButtonProps) {
  return (
    <Confirm name={text.remove(title)} question={text.removeQuestion(title)} yes={text.removeYes} onYes={onRemove}>
      <TrashIcon />
    </Confirm>
  );
}
