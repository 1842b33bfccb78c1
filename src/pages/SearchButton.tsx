/** The way into the search: a button in the header, `/`, or Ctrl+K. The dialog and its index come with the first use. */
import { Dialog } from 'radix-ui';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useText } from '../shared/i18n/text';
import { SearchIcon } from '../ui/icons';
import './search.css';

const SearchDialog = lazy(() => import('./SearchDialog'));

export function SearchButton() {
  const { search: text } = useText().learn;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      const asked =
        (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) ||
        (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
      if (!asked) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="quiet search-button" aria-label={text.open} title={text.hint}>
        <SearchIcon />
        <kbd aria-hidden="true">/</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="drawer-shade" />
        <Dialog.Content className="search-dialog" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{text.title}</Dialog.Title>
          <Suspense fallback={<p className="search-message">{text.loading}</p>}>
            <SearchDialog onClose={() => setOpen(false)} />
          </Suspense>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Editors and fields keep their keys. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input:not([type="radio"]), textarea, select, .monaco-editor') !== null)
  );
}
