/** An assignment as students see it: what is asked, their work, and the file to hand in. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { exampleSummaries, lessonSummaries } from '../content/lessons';
import { inLanguage } from '../grading/translated-code';
import { closeGrader } from '../practice/page-grader';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { problemText } from '../shared/problem';
import { saveFile } from '../shared/storage/save-file';
import { LoadFailed } from '../ui/LoadFailed';
import { withoutUnseen } from '../shared/unseen';
import { DownloadIcon } from '../ui/icons';
import { AssignedExercise } from './AssignedExercise';
import { phaseOf } from './assignment';
import type { Assignment } from './assignment';
import { loadExercise } from './exercise-list';
import type { LoadedExercise } from './exercise-list';
import { connectLms } from './lms/connect';
import type { Connection } from './lms/connect';
import { useLms } from './lms/use-lms';
import { Field } from './parts';
import { answersOf, lessonRuns, openWork } from './student-work';
import type { WorkStore } from './student-work';
import { readSubmission, writeSubmission } from './submission';
import './teach.css';

interface Props {
  readonly assignment: Assignment;
  readonly lessonHref: (slug: string) => string;
}

interface Opened {
  readonly lms: Connection;
  readonly store: WorkStore;
  /** By slug; absent: this site does not have it. */
  readonly exercises: ReadonlyMap<string, LoadedExercise>;
  readonly runs: ReadonlyMap<string, number>;
}

export function AssignmentView({ assignment, lessonHref }: Props) {
  const [opened, setOpened] = useState<Opened | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let shown = true;
    const open = async (): Promise<Opened> => {
      const exercises = new Map<string, LoadedExercise>();
      for (const { kind, slug } of assignment.items) {
        const own = assignment.exercises.find((exercise) => exercise.slug === slug);
        const loaded = own ? { exercise: own, texts: null } : kind === 'exercise' ? await loadExercise(slug) : null;
        if (kind === 'exercise' && loaded) exercises.set(slug, loaded);
      }
      // First: whose work it is, the system says.
      const lms = await connectLms();
      return { lms, store: await openWork(assignment.id, lms.learner), exercises, runs: await lessonRuns() };
    };
    const show = (next: Opened | 'failed' | null) => {
      if (shown) setOpened(next);
    };
    show(null);
    open().then(show, () => show('failed'));
    return () => {
      shown = false;
      closeGrader();
    };
  }, [assignment, tries]);
  if (opened === 'failed') return <LoadFailed onRetry={() => setTries(tries + 1)} />;
  return (
    <article className="page-column teach">
      <Head assignment={assignment} />
      {opened && <Items assignment={assignment} lessonHref={lessonHref} {...opened} />}
    </article>
  );
}

function Head({ assignment }: { readonly assignment: Assignment }) {
  const text = useTeachText().assignment;
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const phase = phaseOf(assignment, now);
  const { title, note, opens, due, attempts, hints } = assignment;
  const time = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const facts = [
    ...(opens === null ? [] : [text.opens(time(opens))]),
    ...(due === null ? [] : [text.due(time(due))]),
    ...(attempts === null ? [] : [text.attempts(attempts)]),
    ...(hints ? [] : [text.noHints]),
  ];
  return (
    <>
      <h1>{title}</h1>
      {facts.length > 0 && <p className="teach-soft">{facts.join(' · ')}</p>}
      {phase !== 'open' && (
        <p className="teach-notice" role="note">
          {text[phase]}
        </p>
      )}
      {note !== '' && <p className="teach-note">{note}</p>}
      <p className="teach-notice" role="note">
        {text.practice}
      </p>
    </>
  );
}

function Items({ assignment, lessonHref, lms, store, exercises, runs }: Props & Opened) {
  const teach = useTeachText();
  const text = teach.assignment;
  const language = useLanguage();
  const kept = useStore(store, (work) => work.kept);
  const numbers = new Map(
    assignment.items.filter(({ kind }) => kind === 'exercise').map(({ slug }, index) => [slug, index + 1]),
  );
  return (
    <>
      {assignment.items.map(({ kind, slug }) => {
        const loaded = exercises.get(slug);
        if (kind === 'lesson') {
          const lesson = findLesson(slug);
          return (
            <section key={`lesson ${slug}`} className="teach-card">
              <h2>
                {text.lesson}: <a href={lessonHref(slug)}>{lesson?.titles[language] ?? slug}</a>
              </h2>
              {lesson && <p className="teach-soft">{text.lessonRan(runs.get(slug) ?? 0, lesson.cells)}</p>}
            </section>
          );
        }
        return loaded ? (
          <AssignedExercise
            key={slug}
            number={numbers.get(slug) ?? 0}
            loaded={loaded}
            assignment={assignment}
            store={store}
          />
        ) : (
          <section key={slug} className="teach-card">
            <h2>{slug}</h2>
            <p role="alert">{text.missing}</p>
          </section>
        );
      })}
      {!kept && <p role="alert">{teach.notKept}</p>}
      <HandIn assignment={assignment} lms={lms} store={store} exercises={exercises} />
    </>
  );
}

const findLesson = (slug: string) => [...lessonSummaries, ...exampleSummaries].find((lesson) => lesson.slug === slug);

function HandIn({
  assignment,
  lms: connection,
  store,
  exercises,
}: { readonly assignment: Assignment } & Omit<Opened, 'runs'>) {
  const text = useTeachText().assignment;
  const language = useLanguage();
  const student = useStore(store, (work) => work.student);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const lms = useLms(assignment, store, connection);
  const handIn = async () => {
    // A pasted name may carry more than is seen.
    const name = withoutUnseen(student).trim();
    if (name === '') {
      setOutcome(null);
      return setProblem(text.nameNeeded);
    }
    setProblem(null);
    const starters = new Map(
      [...exercises].map(([slug, { exercise }]) => [slug, inLanguage(exercise.starter, language)]),
    );
    const lessons = { runs: await lessonRuns(), cells: (slug: string) => findLesson(slug)?.cells ?? 0 };
    const made = new Date().toISOString();
    const answers = answersOf(assignment, store.getState(), starters, lessons);
    const content = await writeSubmission({ student: name, assignment: assignment.id, made, language, answers });
    try {
      // What the gradebook would refuse is told here, while it can be mended.
      await readSubmission(content);
    } catch (error) {
      setOutcome(null);
      return setProblem(problemText(error, language));
    }
    const file = `${assignment.id}-${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)}.submission.json`;
    saveFile(file, new Blob([content], { type: 'application/json' }));
    lms.handedIn();
    return setOutcome(text.done(file));
  };
  return (
    <section className="teach-card" aria-labelledby="hand-in">
      <h2 id="hand-in">{text.submit}</h2>
      {lms.standard !== null && <p role="status">{text.lms(lms.standard, lms.student)}</p>}
      {lms.failed && <p role="alert">{text.lmsFailed}</p>}
      <p>{text.submitLead}</p>
      <Field
        label={text.student}
        value={student}
        onChange={(value) => store.setState({ student: value.slice(0, 120) })}
      />
      <p className="teach-actions">
        <button type="button" className="button primary" onClick={() => void handIn()}>
          <DownloadIcon />
          {text.download}
        </button>
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      <p role="status">{outcome}</p>
    </section>
  );
}
