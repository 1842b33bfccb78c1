/** One exercise: its task, the reader's code in a cell of its own, checks, hints, the solution and earlier attempts. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Announcer } from '../cells/Announcer';
import { Cell } from '../cells/Cell';
import { FilesPanel } from '../cells/FilesPanel';
import { KernelPanel } from '../cells/KernelPanel';
import { Notices } from '../cells/Notices';
import { SessionContext, openSession, startPython, useCell, useSession } from '../cells/current-session';
import type { LessonSession } from '../cells/session';
import { exerciseSummaries, hasExercise, loadExercise } from '../content/exercises';
import type { Lesson } from '../content/types';
import { bestOf, changePractice, isSolved, openPractice, putAside } from '../grading/attempts';
import type { PracticeStore } from '../grading/attempts';
import { inLanguage } from '../grading/translated-code';
import type { Exercise, ExerciseTexts } from '../grading/types';
import type { AskedHint } from '../practice/Hints';
import { closeGrader } from '../practice/page-grader';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage, useText } from '../shared/i18n/text';
import type { Language } from '../shared/language';
import { pythonToHtml } from '../shared/python-tokens';
import { LoadFailed } from '../ui/LoadFailed';
import { CheckIcon } from '../ui/icons';
import { ExerciseAttempts } from './ExerciseAttempts';
import { ExerciseCheck } from './ExerciseCheck';
import { ExerciseHelp } from './ExerciseHelp';
import { Loading } from './Loading';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';
import { exerciseHref, exercisesHref } from './routes';
import './exercise.css';
import './prose.css';

const ANSWER = 'answer';

interface Ready {
  readonly exercise: Exercise;
  readonly texts: ExerciseTexts;
  readonly session: LessonSession;
  readonly practice: PracticeStore;
}

export default function ExercisePage({ slug }: { readonly slug: string }) {
  const language = useLanguage();
  const text = useText();
  const [ready, setReady] = useState<Ready | 'loading' | 'failed'>('loading');
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (!hasExercise(slug)) return undefined;
    let current = true;
    open(slug, language).then(
      (opened) => {
        if (!current) return;
        setReady((before) => (typeof before === 'object' ? { ...opened, practice: before.practice } : opened));
        startPython();
      },
      () => {
        if (current) setReady('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [slug, language, tries]);
  // Two kernels are much to keep for a page that is not shown.
  useEffect(() => closeGrader, []);

  if (!hasExercise(slug)) return <NotFoundPage />;
  if (ready === 'loading') return <Loading />;
  if (ready === 'failed') {
    return (
      <Shell title={text.error.loadFailed}>
        <LoadFailed onRetry={() => setTries(tries + 1)} />
      </Shell>
    );
  }
  return (
    <SessionContext value={ready.session}>
      <ExerciseView {...ready} />
    </SessionContext>
  );
}

async function open(slug: string, language: Language): Promise<Ready> {
  const [{ exercise, texts }, practice] = await Promise.all([loadExercise(slug), openPractice(slug)]);
  const session = await openSession(asLesson(exercise, language));
  return { exercise, texts, session, practice };
}

/** The reader's code is a cell: it is kept, run and shared as those of lessons are. */
function asLesson({ slug, order, title, minutes, starter }: Exercise, language: Language): Lesson {
  const code = inLanguage(starter, language).trimEnd();
  return {
    slug: `exercise-${slug}`,
    order,
    language,
    kind: 'lab',
    title: title[language],
    section: String(order),
    minutes,
    headings: [],
    blocks: [{ kind: 'cell', cell: { id: ANSWER, code, html: pythonToHtml(code) } }],
  };
}

function ExerciseView({ exercise, texts, practice }: Ready) {
  const text = usePracticeText();
  const language = useLanguage();
  const session = useSession();
  const { code } = useCell(ANSWER);
  const attempts = useStore(practice, (state) => state.attempts);
  const kept = useStore(practice, (state) => state.kept);
  const [hint, setHint] = useState<AskedHint | null>(null);
  const { slug, order, title, level, minutes } = exercise;
  const best = bestOf(attempts);
  const next = exerciseSummaries.find((each) => each.order > order);
  // The hints before it come along, since each says more than the last.
  const reveal = (number: number) => {
    if (number > practice.getState().hints) void changePractice(slug, practice, { hints: number });
    setHint({ number });
  };
  const replace = (replacement: string) => {
    void putAside(slug, practice, code);
    session.edit(ANSWER, replacement);
    session.goTo(ANSWER);
  };
  return (
    <Shell
      title={title[language]}
      tools={
        <>
          <FilesPanel />
          <KernelPanel />
        </>
      }
    >
      <Announcer />
      <article className="page-column exercise" data-exercise={slug}>
        <header className="exercise-head">
          <p className="exercise-number">{text.number(order)}</p>
          <h1>{title[language]}</h1>
          <p className="exercise-facts">
            {text.levels[level]} · {text.minutes(minutes)}
            {best && <> · {text.best(best.points, best.of)}</>}
            {isSolved(attempts) && (
              <span className="exercise-solved">
                <CheckIcon /> {text.solved}
              </span>
            )}
          </p>
        </header>
        <div className="prose" dangerouslySetInnerHTML={{ __html: texts.task[language] }} />
        <h2 className="exercise-part">{text.answer}</h2>
        <Notices />
        <Cell id={ANSWER} />
        <ExerciseCheck exercise={exercise} code={code} practice={practice} onHint={reveal} />
        {!kept && <p className="exercise-note">{text.notKept}</p>}
        <ExerciseHelp
          exercise={exercise}
          texts={texts}
          practice={practice}
          focused={hint}
          onReveal={reveal}
          onTake={replace}
        />
        <ExerciseAttempts practice={practice} code={code} onBringBack={replace} />
        <nav className="exercise-links" aria-label={text.title}>
          <a href={exercisesHref(language)}>{text.all}</a>
          {next && (
            <a href={exerciseHref(language, next.slug)}>
              {text.next}: {next.title[language]}
            </a>
          )}
        </nav>
      </article>
    </Shell>
  );
}
