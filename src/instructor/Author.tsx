/** The authoring view: task, code, checks, mistakes and hints of an exercise, proved as it is written. */
import { useEffect, useState } from 'react';
import { LEVELS } from '../grading/types';
import type { Exercise, Translated } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { removeDocument } from '../shared/storage/documents';
import { saveFile } from '../shared/storage/save-file';
import { DownloadIcon, TrashIcon } from '../ui/icons';
import { AuthorWrong } from './AuthorWrong';
import { Proof } from './Proof';
import { BLANK, finishExercise, keepExercise } from './exercise-draft';
import { exerciseSummaries, loadExercise, ownExercises } from './exercise-list';
import { packExercise, unpackExercise } from './exercise-zip';
import { closeGrader } from './page-grader';
import { CodeBox, Field, FileButton, Markdown } from './parts';
import './teach.css';

export function Author() {
  const text = useTeachText().author;
  const language = useLanguage();
  const [draft, setDraft] = useState<Exercise | null>(null);
  const [own, setOwn] = useState<readonly Exercise[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void ownExercises().then(setOwn), [draft]);
  useEffect(() => closeGrader, []);
  const open = (file: File | undefined) => {
    setProblem(null);
    void file
      ?.arrayBuffer()
      .then((bytes) => unpackExercise(new Uint8Array(bytes)))
      .then(setDraft, (error: unknown) => setProblem(`${file.name}: ${String(error)}`));
  };
  if (draft) return <Editing key={draft.version} first={draft} onClose={() => setDraft(null)} />;
  return (
    <article className="page-column teach">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <p className="teach-actions">
        <button type="button" className="button primary" onClick={() => setDraft(BLANK)}>
          {text.blank}
        </button>
        <FileButton label={text.open} accept=".zip,application/zip" onFiles={([file]) => open(file)} />
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      {own.length > 0 && (
        <section aria-labelledby="mine">
          <h2 id="mine">{text.mine}</h2>
          <ul className="teach-list">
            {own.map((exercise) => (
              <li key={exercise.slug}>
                <button type="button" className="link" onClick={() => setDraft(exercise)}>
                  {exercise.title[language]}
                </button>
                <span className="teach-soft teach-grow">{exercise.slug}</span>
                <button
                  type="button"
                  className="quiet"
                  aria-label={text.remove(exercise.title[language])}
                  onClick={() => void removeDocument('exercise', exercise.slug).then(ownExercises).then(setOwn)}
                >
                  <TrashIcon />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="from">
        <h2 id="from">{text.from}</h2>
        <ul className="teach-list">
          {exerciseSummaries.map(({ slug, title }) => (
            <li key={slug}>
              <button
                type="button"
                className="link"
                onClick={() => void loadExercise(slug).then((loaded) => loaded && setDraft(loaded.exercise))}
              >
                {title[language]}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Editing({ first, onClose }: { readonly first: Exercise; readonly onClose: () => void }) {
  const teach = useTeachText();
  const text = teach.author;
  const language = useLanguage();
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const change = (part: Partial<Exercise>) => {
    setDraft((before) => ({ ...before, ...part }));
    setKept(false);
  };
  const translate = (value: Translated, part: Partial<Translated>): Translated => ({ ...value, ...part });
  const finish = async (then: (exercise: Exercise) => void | Promise<void>) => {
    setProblem(null);
    try {
      await then(await finishExercise(draft));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const save = (exercise: Exercise) => {
    saveFile(`${exercise.slug}.exercise.zip`, new Blob([packExercise(exercise)], { type: 'application/zip' }));
  };
  const keep = async (exercise: Exercise) => {
    if (await keepExercise(exercise)) setKept(true);
    else setProblem(teach.notKept);
  };
  const { title, task, check, hints } = draft;
  return (
    <article className="page-column teach" data-testid="author">
      <h1>
        {text.title}: {title[language]}
      </h1>
      <p className="teach-actions">
        <button type="button" className="button" onClick={() => void finish(save)}>
          <DownloadIcon />
          {text.save}
        </button>
        <button type="button" className="button" onClick={() => void finish(keep)}>
          {text.keep}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {teach.gradebook.close}
        </button>
      </p>
      {problem !== null && (
        <p role="alert">
          {text.invalid}: {problem}
        </p>
      )}
      <p role="status">{kept && text.kept}</p>
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
                  {teach.levels[level]}
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
