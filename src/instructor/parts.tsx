/** Small parts that the instructors' pages share: code fields, files to choose, texts to copy, rendered Markdown. */
import { useEffect, useId, useState } from 'react';
import { CodeField } from '../editor/CodeField';
import { useLanguage, useText } from '../shared/i18n/text';
import { useTeachText } from '../shared/i18n/teach';
import { pythonToHtml } from '../shared/python-tokens';
import { CheckIcon, CopyIcon } from '../ui/icons';
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

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileButton({ label, accept, multiple = false, primary = false, onFiles }: FileButtonProps) {
  const field = useId();
  return (
    <span className="teach-file">
      <label className={primary ? 'button file-button teach-primary' : 'button file-button'} htmlFor={field}>
        {label}
      </label>
      <input
        id={field}
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </span>
  );
}

export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const text = useTeachText();
  const field = useId();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () => {
    // Refused where the browser denies the clipboard: the field is there to copy from.
    navigator.clipboard.writeText(value).then(
      () => setCopied(value),
      () => undefined,
    );
  };
  return (
    <div>
      <label className="teach-label" htmlFor={field}>
        {label}
      </label>
      <span className="teach-row">
        <input
          id={field}
          className="teach-input teach-link"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={copy}>
          {copied === value ? <CheckIcon /> : <CopyIcon />}
          {copied === value ? text.copied : text.copy}
        </button>
      </span>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'number' | 'datetime-local';
  readonly lines?: number;
  readonly required?: boolean;
}

export function Field({ label, value, onChange, type = 'text', lines, required = false }: FieldProps) {
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
          required={required}
          min={type === 'number' ? 0 : undefined}
          onChange={(event) => onChange(event.target.value)}
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

/** Markdown that did not come with the site. */
export function Markdown({ source }: { readonly source: string }) {
  const language = useLanguage();
  const [html, setHtml] = useState('');
  useEffect(() => {
    let shown = true;
    void import('../content/markdown').then(({ markdownToHtml }) => {
      if (shown) setHtml(markdownToHtml(source, language));
    });
    return () => {
      shown = false;
    };
  }, [source, language]);
  return <div className="prose teach-prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
