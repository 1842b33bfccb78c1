/** Makes an assignment: exercises, lessons and rules become a link, a file, the instructor's bundle and packages for an LMS. */
import { useEffect, useState } from 'react';
import { lessonSummaries } from '../content/lessons';
import type { Exercise, ExerciseSummary } from '../grading/types';
import { closeGrader } from '../practice/page-grader';
import { usePracticeText } from '../shared/i18n/practice';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage, useText } from '../shared/i18n/text';
import { removeDocument, storeDocument } from '../shared/storage/documents';
import { DownloadIcon } from '../ui/icons';
import { HiddenProof } from './HiddenProof';
import { MadeAssignment } from './MadeAssignment';
import { saveBundle, storedBundles } from './assigned';
import { newAssignmentId } from './assignment';
import { newSeed, writeBundle } from './bundle';
import type { Bundle } from './bundle';
import { exerciseSummaries, loadExercise, ownExercises } from './exercise-list';
import { CodeBox, Field, RemoveButton } from './parts';
import './teach.css';

interface Draft {
  readonly title: string;
  readonly note: string;
  /** `exercise slug`, in the order of choosing. */
  readonly chosen: readonly string[];
  readonly opens: string;
  readonly due: string;
  readonly attempts: string;
  readonly hints: boolean;
  readonly hidden: Readonly<Record<string, string>>;
}

interface Made {
  readonly bundle: Bundle;
  /** False when this browser cannot keep it. */
  readonly kept: boolean;
}

const EMPTY: Draft = { title: '', note: '', chosen: [], opens: '', due: '', attempts: '', hints: true, hidden: {} };

export function Assign({ gradebookHref }: { readonly gradebookHref: (id: string) => string }) {
  const text = useTeachText().assign;
  const { lesson, error } = useText();
  const language = useLanguage();
  const [draft, setDraft] = useState(EMPTY);
  const [own, setOwn] = useState<readonly Exercise[]>([]);
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void ownExercises().then(setOwn), []);
  // Shared by all that try hidden checks here: one that goes must not end it for the others.
  useEffect(() => closeGrader, []);
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setMade(null);
  };
  const make = async () => {
    if (draft.title.trim() === '' || draft.chosen.length === 0) return setProblem(text.missing);
    setProblem(null);
    const bundle = await bundleOf(draft, own).catch(() => null);
    if (!bundle) return setProblem(error.loadFailedText);
    const kept = await storeDocument('assigned', bundle.assignment.id, writeBundle(bundle));
    return setMade({ bundle, kept });
  };
  const choice = { draft, change };
  return (
    <article className="page-column teach">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <Field label={text.name} value={draft.title} onChange={(title) => change({ title: title.slice(0, 120) })} />
      <Field
        label={text.note}
        lines={3}
        value={draft.note}
        onChange={(note) => change({ note: note.slice(0, 2000) })}
      />
      <fieldset className="teach-choices">
        <legend>{text.exercises}</legend>
        {exerciseSummaries
          .filter(({ slug }) => !own.some((mine) => mine.slug === slug))
          .map((exercise) => (
            <ExerciseChoice
              key={exercise.slug}
              exercise={exercise}
              load={async () => (await loadExercise(exercise.slug))?.exercise ?? null}
              {...choice}
            />
          ))}
        {own.length > 0 && <p className="teach-label">{text.own}</p>}
        {own.map((exercise) => (
          <ExerciseChoice key={exercise.slug} exercise={exercise} load={async () => exercise} {...choice} />
        ))}
      </fieldset>
      <fieldset className="teach-choices">
        <legend>{text.lessons}</legend>
        {lessonSummaries.map(({ slug, kind, section, titles }) => (
          <Choice
            key={slug}
            name={`lesson ${slug}`}
            label={`${lesson.number(kind, section)} ${titles[language]}`}
            {...choice}
          />
        ))}
      </fieldset>
      <fieldset className="teach-choices">
        <legend>{text.rules}</legend>
        <div className="teach-grid">
          <Field label={text.opens} type="datetime-local" value={draft.opens} onChange={(opens) => change({ opens })} />
          <Field label={text.due} type="datetime-local" value={draft.due} onChange={(due) => change({ due })} />
          <Field
            label={text.attempts}
            type="number"
            value={draft.attempts}
            onChange={(attempts) => change({ attempts })}
          />
        </div>
        <label className="teach-choice">
          <input type="checkbox" checked={draft.hints} onChange={(event) => change({ hints: event.target.checked })} />
          {text.hints}
        </label>
      </fieldset>
      <p className="teach-actions">
        <button type="button" className="button primary" onClick={() => void make()}>
          {text.make}
        </button>
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      {made && <MadeAssignment {...made} gradebookHref={gradebookHref(made.bundle.assignment.id)} />}
      <Before made={made} gradebookHref={gradebookHref} />
    </article>
  );
}

interface ChoiceProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function Choice({ name, label, draft, change }: ChoiceProps & { readonly name: string; readonly label: string }) {
  const checked = draft.chosen.includes(name);
  const toggle = () =>
    change({ chosen: checked ? draft.chosen.filter((each) => each !== name) : [...draft.chosen, name] });
  return (
    <label className="teach-choice">
      <input type="checkbox" checked={checked} onChange={toggle} />
      {label}
    </label>
  );
}

interface ExerciseChoiceProps extends ChoiceProps {
  readonly exercise: ExerciseSummary;
  readonly load: () => Promise<Exercise | null>;
}

function ExerciseChoice({ exercise, load, draft, change }: ExerciseChoiceProps) {
  const { levels } = usePracticeText();
  const teach = useTeachText();
  const language = useLanguage();
  const { slug, title, level } = exercise;
  const name = `exercise ${slug}`;
  return (
    <div data-choice={slug}>
      <Choice name={name} label={`${title[language]} (${levels[level]})`} draft={draft} change={change} />
      {draft.chosen.includes(name) && (
        <details className="teach-hidden">
          <summary>
            {teach.assign.hidden}
            {teach.optional}
          </summary>
          <p className="teach-soft">{teach.assign.hiddenHint}</p>
          <CodeBox
            label={`${teach.assign.hidden} – ${title[language]}`}
            code={draft.hidden[slug] ?? ''}
            onChange={(code) => change({ hidden: { ...draft.hidden, [slug]: code } })}
          />
          <HiddenProof hidden={draft.hidden[slug] ?? ''} load={load} />
        </details>
      )}
    </div>
  );
}

async function bundleOf(draft: Draft, own: readonly Exercise[]): Promise<Bundle> {
  const items = draft.chosen.map((name) => {
    const [kind = '', slug = ''] = name.split(' ');
    return { kind: kind === 'exercise' ? ('exercise' as const) : ('lesson' as const), slug };
  });
  const exercises: Exercise[] = [];
  const foreign: Exercise[] = [];
  for (const { kind, slug } of items) {
    if (kind === 'lesson') continue;
    const mine = own.find((exercise) => exercise.slug === slug);
    const exercise = mine ?? (await loadExercise(slug))?.exercise;
    if (exercise) exercises.push(exercise);
    if (mine) foreign.push(mine);
  }
  const time = (local: string) => (local === '' ? null : new Date(local).toISOString());
  const attempts = Number.parseInt(draft.attempts, 10);
  return {
    assignment: {
      id: newAssignmentId(draft.title),
      title: draft.title.trim().replaceAll(/\s+/g, ' '),
      note: draft.note.trim(),
      items,
      opens: time(draft.opens),
      due: time(draft.due),
      attempts: attempts > 0 ? Math.min(attempts, 1000) : null,
      hints: draft.hints,
      exercises: foreign,
    },
    exercises,
    hidden: new Map(Object.entries(draft.hidden).filter(([slug]) => draft.chosen.includes(`exercise ${slug}`))),
    seed: newSeed(),
  };
}

/** What this browser has handed out, with its bundle. */
function Before({
  made,
  gradebookHref,
}: {
  readonly made: Made | null;
  readonly gradebookHref: (id: string) => string;
}) {
  const text = useTeachText().assign;
  const [bundles, setBundles] = useState<readonly Bundle[]>([]);
  useEffect(() => void storedBundles().then(setBundles), [made]);
  if (bundles.length === 0) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before">{text.before}</h2>
      <ul className="teach-list">
        {bundles.map((bundle) => {
          const { id, title } = bundle.assignment;
          const remove = () => void removeDocument('assigned', id).then(storedBundles).then(setBundles);
          return (
            <li key={id}>
              <span className="teach-grow">
                {title} <span className="teach-soft">{id}</span>
              </span>
              <button type="button" className="quiet" onClick={() => saveBundle(bundle)}>
                <DownloadIcon />
                {text.bundle}
              </button>
              <a className="quiet" href={gradebookHref(id)}>
                {text.toGradebook}
              </a>
              <RemoveButton title={title} text={text} onRemove={remove} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
