/** Where an author begins: a new exercise, a file, one that is not finished, one of their own, or one of the site's. */
import { useEffect, useState } from 'react';
import { hasExercise } from '../content/exercises';
import type { Exercise } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage, useText } from '../shared/i18n/text';
import { problemText } from '../shared/problem';
import { removeDocument } from '../shared/storage/documents';
import { FileButton } from '../ui/FileButton';
import { newDraft, removeDraft, storedDrafts } from './draft-store';
import type { Draft } from './draft-store';
import { BLANK, freeSlug } from './exercise-draft';
import { exerciseSummaries, loadExercise, ownExercises } from './exercise-list';
import { unpackExercise } from './exercise-zip';
import { RemoveButton } from './parts';

export function AuthorList({ onOpen }: { readonly onOpen: (draft: Draft) => void }) {
  const teach = useTeachText();
  const text = teach.author;
  const { error } = useText();
  const language = useLanguage();
  const [own, setOwn] = useState<readonly Exercise[]>([]);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void ownExercises().then(setOwn), []);
  useEffect(() => void storedDrafts().then(setDrafts), []);
  const begin = (exercise: Exercise) => {
    const known = [...own, ...drafts.map((draft) => draft.exercise)];
    const slug = freeSlug(exercise.slug, (each) => hasExercise(each) || known.some((other) => other.slug === each));
    onOpen(newDraft({ ...exercise, slug }, null));
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      onOpen(newDraft(await unpackExercise(new Uint8Array(await file.arrayBuffer())), null));
    } catch (reason) {
      setProblem(teach.place(file.name, problemText(reason, language)));
    }
  };
  const beginAs = async (slug: string) => {
    setProblem(null);
    try {
      const loaded = await loadExercise(slug);
      if (loaded) begin(loaded.exercise);
    } catch {
      setProblem(error.loadFailedText);
    }
  };
  const titleOf = ({ title, slug }: Exercise) => title[language].trim() || slug || text.untitled;
  return (
    <article className="page-column teach">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <p className="teach-actions">
        <button type="button" className="button primary" onClick={() => begin(BLANK)}>
          {text.blank}
        </button>
        <FileButton label={text.open} accept=".zip,application/zip" onFiles={([file]) => void open(file)} />
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      <Saved
        id="drafts"
        title={text.drafts}
        items={drafts.map((draft) => ({ id: draft.id, exercise: draft.exercise, title: titleOf(draft.exercise) }))}
        onOpen={(id) => drafts.filter((draft) => draft.id === id).forEach(onOpen)}
        onRemove={(id) => void removeDraft(id).then(storedDrafts).then(setDrafts)}
      />
      <Saved
        id="mine"
        title={text.mine}
        items={own.map((exercise) => ({ id: exercise.slug, exercise, title: titleOf(exercise) }))}
        onOpen={(slug) => own.filter((each) => each.slug === slug).forEach((each) => onOpen(newDraft(each, slug)))}
        onRemove={(slug) => void removeDocument('exercise', slug).then(ownExercises).then(setOwn)}
      />
      <section aria-labelledby="from">
        <h2 id="from">{text.from}</h2>
        <ul className="teach-list">
          {exerciseSummaries.map(({ slug, title }) => (
            <li key={slug}>
              <button type="button" className="link" onClick={() => void beginAs(slug)}>
                {title[language]}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

interface SavedProps {
  readonly id: string;
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly exercise: Exercise; readonly title: string }[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

function Saved({ id: section, title: heading, items, onOpen, onRemove }: SavedProps) {
  const text = useTeachText().author;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={section}>
      <h2 id={section}>{heading}</h2>
      <ul className="teach-list">
        {items.map(({ id, exercise: { slug }, title }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => onOpen(id)}>
              {title}
            </button>
            <span className="teach-soft teach-grow">{slug}</span>
            <RemoveButton title={title} text={text} onRemove={() => onRemove(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
