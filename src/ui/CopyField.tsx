/** A text to take along, with a button that copies it. */
import { useId, useState } from 'react';
import { useText } from '../shared/i18n/text';
import { CheckIcon, CopyIcon } from './icons';
import './fields.css';

export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const { cell: text } = useText();
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
      <label className="copy-label" htmlFor={field}>
        {label}
      </label>
      <span className="copy-row">
        <input id={field} className="copy-value" readOnly value={value} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={copy}>
          {copied === value ? <CheckIcon /> : <CopyIcon />}
          {copied === value ? text.copied : text.copy}
        </button>
      </span>
    </div>
  );
}
