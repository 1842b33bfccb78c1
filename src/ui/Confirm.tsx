/** A button for what cannot be taken back: it asks first, in place. What it does is the caller's part. */
import { useEffect, useRef, useState } from 'react';
import { useText } from '../shared/i18n/text';

interface Props {
  /** Its accessible name, where `children` is a picture. */
  readonly name?: string;
  readonly className?: string;
  /** What is lost. */
  readonly question: string;
  /** What pressing it does, in a word: Remove. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly children: React.ReactNode;
}

export function Confirm({ name, className = 'quiet', question, yes, onYes, children }: Props) {
  const { keep } = useText();
  const [asking, setAsking] = useState(false);
  const first = useRef(true);
  const open = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Not when the page is shown for the first time.
    if (first.current && !asking) return;
    first.current = false;
    (asking ? cancel : open).current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button ref={open} type="button" className={className} aria-label={name} onClick={() => setAsking(true)}>
        {children}
      </button>
    );
  }
  return (
    <span role="group" aria-label={question} className="confirm">
      <span className="confirm-question">{question}</span>
      <button
        type="button"
        className="button"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
      <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
        {keep.files.cancel}
      </button>
    </span>
  );
}
