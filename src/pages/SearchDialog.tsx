/** The inside of the search dialog: a field, and the passages that were found as a list to choose from by keyboard. */
import { Dialog } from 'radix-ui';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Passage } from '../search/passages';
import { openSearch } from '../search/open-search';
import type { Hit, Search } from '../search/search';
import { useLanguage, useText } from '../shared/i18n/text';
import { CloseIcon, SearchIcon } from '../ui/icons';
import { lessonHref } from './routes';

type Opened = { readonly state: 'loading' | 'failed' } | { readonly state: 'ready'; readonly search: Search };

export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { search: text } = useText().learn;
  const { nav } = useText();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened>({ state: 'loading' });
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const options = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // The dialog gave the focus away before this part was loaded.
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    let current = true;
    openSearch(language).then(
      (search) => {
        if (current) setOpened({ state: 'ready', search });
      },
      () => {
        if (current) setOpened({ state: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [language]);

  const asked = query.trim();
  const hits = useMemo(
    () => (opened.state === 'ready' && asked !== '' ? opened.search.find(asked) : []),
    [opened, asked],
  );
  const at = Math.min(chosen, hits.length - 1);
  useEffect(() => {
    options.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    const { slug, anchor } = hit.passage;
    onClose();
    location.hash = lessonHref(language, slug, anchor ?? undefined).slice(1);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it is at work.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((at + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(hits[at]);
    }
  };
  return (
    <>
      <div className="search-head">
        <SearchIcon />
        <input
          ref={field}
          className="search-field"
          type="text"
          role="combobox"
          aria-label={text.title}
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${list}-${at}` : undefined}
          placeholder={text.placeholder}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Dialog.Close className="quiet" aria-label={nav.close}>
          <CloseIcon />
        </Dialog.Close>
      </div>
      <p role="status" className="visually-hidden">
        {asked !== '' && opened.state === 'ready' ? text.count(hits.length) : ''}
      </p>
      {opened.state === 'failed' && <p className="search-message">{text.failed}</p>}
      {opened.state === 'loading' && asked !== '' && <p className="search-message">{text.loading}</p>}
      {opened.state === 'ready' && asked !== '' && hits.length === 0 && (
        <p className="search-message">
          <strong>{text.nothing(asked)}</strong>
          <br />
          {text.advice}
        </p>
      )}
      <div
        ref={options}
        id={list}
        role="listbox"
        aria-label={text.results}
        className="search-list"
        hidden={hits.length === 0}
      >
        {hits.map((hit, index) => (
          // The keyboard chooses in the field, which says which option is active.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={hit.passage.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => go(hit)}
            onPointerMove={() => setChosen(index)}
          >
            <span className="search-place">
              <Place passage={hit.passage} />
            </span>
            <span className="search-heading">{hit.passage.heading || hit.passage.title}</span>
            <span className="search-excerpt">
              {hit.excerpt.map(({ text: piece, found }) => (found ? <mark key="found">{piece}</mark> : piece))}
            </span>
          </div>
        ))}
      </div>
      <p className="search-keys">{text.keys}</p>
    </>
  );
}

function Place({ passage }: { readonly passage: Passage }) {
  const { lesson, learn } = useText();
  const { lessonKind, section, title } = passage;
  const number = lessonKind ? lesson.number(lessonKind, section) : learn.search.example;
  return passage.heading ? `${number} ${title}` : number;
}
