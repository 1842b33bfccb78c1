/** A button that lets the reader choose files; the field behind it is the browser's own. */
import { useId } from 'react';
import './fields.css';

interface Props {
  readonly label: string;
  /** As the attribute of the field: `.json,application/json`; any file without it. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileButton({ label, accept, multiple = false, primary = false, onFiles }: Props) {
  const field = useId();
  return (
    <span className="file-field">
      <label className={primary ? 'button file-button primary' : 'button file-button'} htmlFor={field}>
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
