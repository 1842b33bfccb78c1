/** The authoring view: task, code, checks, mistakes and hints of an exercise, proved as it is written. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { hasExercise } from '../content/exercises';
import { LEVELS } from '../grading/types';
import type { Exercise, Translated } from '../grading/types';
import { Markdown } from '../practice/Markdown';
import { closeGrader } from '../practice/page-grader';
import { usePracticeText } from '../shared/i18n/practice';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { problemText } from '../shared/problem';
import { saveFile } from '../shared/storage/save-file';
import { Confirm } from '../ui/Confirm';
import { DownloadIcon } from '../ui/icons';
import { AuthorList } from './AuthorList';
import { AuthorWrong } from './AuthorWrong';
import { Proof } from './Proof';
import { openDraft, removeDraft } from './draft-store';
import type { DraftStore } from './draft-store';
import { finishExercise, keepExercise } from './exercise-draft';
import { ownExercises } from './exercise-list';
import { packExercise } from './exercise-zip';
import { CodeBox, Field } from './parts';
import './teach.css';

export function Author() {
  const [store, setStore] = useState<DraftStore | null>(null);
  useEffect(() => closeGrader, []);
  if (!store) return <AuthorList onOpen={(draft) => setStore(openDraft(draft))} />;
  const close = () => void store.finished().then(() => setStore(null));
  return <Editing store={store} onClose={close} />;
}

function Editing({ store, onClose }: { readonly store: DraftStore; readonly onClose: () => void }) {
  const teach = useTeachText();
  const text = teach.author;
  const { levels } = usePracticeText();
  const language = useLanguage();
  const draft = useStore(store, (state) => state.exercise);
  const stored = useStore(store, (state) => state.kept);
  const [problem, setProblem] = useState<string | null>(null);
  /** The exercise that was made available, as long as it is as it was then. */
  const [available, setAvailable] = useState<Exercise | null>(null);
  /** One that would take the place of another. */
  const [taking, setTaking] = useState<Exercise | null>(null);
  const change = (part: Partial<Exercise>) => {
    store.setState((state) => ({ exercise: { ...state.exercise, ...part } }));
    setTaking(null);
  };
  const translate = (value: Translated, part: Partial<Translated>): Translated => ({ ...value, ...part });
  const finish = async (then: (exercise: Exercise) => void | Promise<void>) => {
    setProblem(null);
    setTaking(null);
    try {
      await then(await finishExercise(draft));
    } catch (error) {
      setProblem(problemText(error, language));
    }
  };
  const save = (exercise: Exercise) => {
    saveFile(`${exercise.slug}.exercise.zip`, new Blob([packExercise(exercise)], { type: 'application/zip' }));
  };
  const offer = async (exercise: Exercise) => {
    const { slug } = exercise;
    if (hasExercise(slug)) return setProblem(text.slugOfSite(slug));
    const another = slug !== store.getState().replaces && (await ownExercises()).some((each) => each.slug === slug);
    return another ? setTaking(exercise) : keep(exercise);
  };
  const keep = async (exercise: Exercise) => {
    setTaking(null);
    if (!(await keepExercise(exercise))) return setProblem(teach.notKept);
    store.setState({ replaces: exercise.slug });
    setAvailable(draft);
    await store.finished();
    // What is available needs no draft beside it; the next change makes one.
    return removeDraft(store.getState().id);
  };
  const { title, task, check, hints } = draft;
  return (
    <article className="page-column teach" data-testid="author" data-kept={stored}>
      <h1>
        {text.title}: {title[language]}
      </h1>
      <p className="teach-actions">
        <button type="button" className="button" onClick={() => void finish(save)}>
          <DownloadIcon />
          {text.save}
        </button>
        <button type="button" className="button" onClick={() => void finish(offer)}>
          {text.keep}
        </button>
        {stored !== 'failed' ? (
          <button type="button" className="quiet" onClick={onClose}>
            {teach.gradebook.close}
          </button>
        ) : (
          <Confirm question={text.closeQuestion} yes={text.closeYes} onYes={onClose}>
            {teach.gradebook.close}
          </Confirm>
        )}
      </p>
      {stored === 'failed' && <p role="alert">{teach.notKept}</p>}
      {(stored === 'kept' || stored === 'waiting') && <p className="teach-soft">{text.draftKept}</p>}
      {taking && (
        <p role="alert" className="teach-actions">
          <span>{text.slugOfOwn(taking.slug)}</span>
          <button type="button" className="button" onClick={() => void keep(taking)}>
            {text.replace}
          </button>
        </p>
      )}
      {problem !== null && (
        <p role="alert">
          {text.invalid}: {problem}
        </p>
      )}
      <p role="status">{available === draft && text.kept}</p>
      <fieldset className="teach-choices">
        <legend>{text.facts}</legend>
        <div className="teach-grid">
          <Field label={text.titleJa} value={title.ja} onChange={(ja) => change({ title: translate(title, { ja }) })} />
          <Field label={text.titleEn} value={title.en} onChange={(en) => change({ title: translate(title, { en }) })} />
          <Field label={text.slug} value={draft.slug} onChange={(slug) => change({ slug })} />
          <Field
            label={text.order}
            type="number"
            value={String(draft.order)}
            onChange={(order) => change({ order: Math.min(99, Number.parseInt(order, 10) || 0) })}
          />
          <Field
            label={text.minutes}
            type="number"
            value={String(draft.minutes)}
            onChange={(minutes) => change({ minutes: Math.min(600, Number.parseInt(minutes, 10) || 0) })}
          />
          <label className="teach-field">
            <span className="teach-label">{text.level}</span>
            <select
              className="teach-input"
              value={draft.level}
              onChange={(event) =>
                change({ level: LEVELS.find((level) => level === event.target.value) ?? draft.level })
              }
            >
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {levels[level]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      <h2>{text.task}</h2>
      <Field
        label={text.taskJa}
        lines={6}
        value={task.ja}
        onChange={(ja) => change({ task: translate(task, { ja }) })}
      />
      <Field
        label={text.taskEn}
        lines={6}
        value={task.en}
        onChange={(en) => change({ task: translate(task, { en }) })}
      />
      <details className="teach-pair">
        <summary>{text.preview}</summary>
        <Markdown source={task[language]} />
      </details>
      {(['starter', 'solution'] as const).map((name) => (
        <section key={name}>
          <h2>{text[name]}</h2>
          <CodeBox label={text[name]} code={draft[name]} onChange={(code) => change({ [name]: code })} />
        </section>
      ))}
      <section>
        <h2>{text.check}</h2>
        <CodeBox label={text.check} code={check.code} onChange={(code) => change({ check: { ...check, code } })} />
      </section>
      <AuthorWrong wrong={check.wrong} onChange={(wrong) => change({ check: { ...check, wrong } })} />
      <section>
        <h2>{text.hints}</h2>
        {hints.map((hint, index) => {
          const put = (part: Partial<Translated>) =>
            change({ hints: hints.map((each, at) => (at === index ? translate(each, part) : each)) });
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a hint is its place: there are always three
            <div key={index} className="teach-grid">
              <Field label={text.hintJa(index + 1)} lines={3} value={hint.ja} onChange={(ja) => put({ ja })} />
              <Field label={text.hintEn(index + 1)} lines={3} value={hint.en} onChange={(en) => put({ en })} />
            </div>
          );
        })}
      </section>
      <Proof draft={draft} />
    </article>
  );
}
