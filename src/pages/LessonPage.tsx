/** One lesson: loads its text and its session, then shows text, cells and diagrams beside the contents. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Announcer } from '../cells/Announcer';
import { Cell } from '../cells/Cell';
import { FilesPanel } from '../cells/FilesPanel';
import { KernelPanel } from '../cells/KernelPanel';
import { Notices } from '../cells/Notices';
import { SessionToolbar } from '../cells/SessionToolbar';
import { SessionContext, openSession, startPython } from '../cells/current-session';
import type { LessonSession } from '../cells/session';
import { hasLesson, loadLesson } from '../content/lessons';
import type { Block, Lesson } from '../content/types';
import { useLanguage, useText } from '../shared/i18n/text';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { LoadFailed } from '../ui/LoadFailed';
import { Contents } from './Contents';
import { Diagram } from './Diagram';
import { LessonNeighbours } from './LessonNeighbours';
import { ProgressKeeper } from './LessonProgress';
import { Loading } from './Loading';
import { NotFoundPage } from './NotFoundPage';
import { Quiz } from './Quiz';
import { Shell } from './Shell';
import { WidgetBlock } from './WidgetBlock';
import { currentPlace, restorePlace } from './reading-place';
import type { Place } from './reading-place';
import 'katex/dist/katex.min.css';
import './lesson.css';
import './prose.css';

interface Props {
  readonly slug: string;
  readonly anchor: string | null;
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly lesson: Lesson; readonly session: LessonSession };

export default function LessonPage({ slug, anchor }: Props) {
  const language = useLanguage();
  const text = useText();
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!hasLesson(slug)) return undefined;
    let current = true;
    loadLesson(slug, language)
      .then(async (lesson) => ({ lesson, session: await openSession(lesson) }))
      .then(
        ({ lesson, session }) => {
          if (!current) return;
          setLoaded({ state: 'ready', lesson, session });
          startPython();
        },
        () => {
          if (current) setLoaded({ state: 'failed' });
        },
      );
    return () => {
      current = false;
    };
  }, [slug, language, attempt]);

  if (!hasLesson(slug)) return <NotFoundPage />;
  switch (loaded.state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <Shell title={text.error.loadFailed}>
          <LoadFailed onRetry={() => setAttempt(attempt + 1)} />
        </Shell>
      );
    case 'ready':
      return (
        <SessionContext value={loaded.session}>
          <LessonView lesson={loaded.lesson} anchor={anchor} />
        </SessionContext>
      );
    default:
      return loaded satisfies never;
  }
}

interface ViewProps {
  readonly lesson: Lesson;
  readonly anchor: string | null;
}

function LessonView({ lesson, anchor }: ViewProps) {
  const text = useText();
  const number = text.lesson.number(lesson.kind, lesson.section);
  /** Where the reader was when the language was switched; this component stays while the other text loads. */
  const place = useRef<Place | null>(null);
  const anchorsSeen = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (place.current) {
      restorePlace(place.current);
      place.current = null;
      anchorsSeen.current = anchor;
      return;
    }
    if (anchorsSeen.current === anchor && anchor !== null) return;
    anchorsSeen.current = anchor;
    if (anchor) document.getElementById(anchor)?.scrollIntoView({ behavior: 'instant' });
    else scrollTo({ top: 0, behavior: 'instant' });
  }, [lesson, anchor]);

  const rememberPlace = useCallback(() => {
    place.current = currentPlace();
  }, []);

  return (
    <Shell
      title={`${number} ${lesson.title}`}
      onLanguageSwitch={rememberPlace}
      tools={
        <>
          <SessionToolbar />
          <FilesPanel />
          <KernelPanel />
        </>
      }
    >
      <Announcer />
      <ProgressKeeper />
      <div className="lesson">
        <Contents lesson={lesson} />
        <article className="lesson-text" lang={lesson.language}>
          <header className="lesson-head">
            <p className="lesson-section">{number}</p>
            <h1>{lesson.title}</h1>
            <p className="lesson-facts">{text.lesson.minutes(lesson.minutes)}</p>
          </header>
          <Notices />
          {lesson.blocks.map((block, index) => (
            <ErrorBoundary
              key={blockKey(block, index)}
              renderFallback={() => <p className="block-failed">{text.error.partFailed}</p>}
            >
              <BlockView block={block} />
            </ErrorBoundary>
          ))}
          <LessonNeighbours slug={lesson.slug} />
        </article>
      </div>
    </Shell>
  );
}

function blockKey(block: Block, index: number): string {
  if (block.kind === 'cell') return `cell-${block.cell.id}`;
  if (block.kind === 'quiz') return `quiz-${block.quiz.id}`;
  return `${block.kind}-${index}`;
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'prose':
      return <div className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
    case 'cell':
      return <Cell id={block.cell.id} />;
    case 'quiz':
      return <Quiz quiz={block.quiz} />;
    case 'widget':
      return <WidgetBlock widget={block.widget} />;
    case 'diagram':
      return <Diagram source={block.source} label={block.label} />;
    default:
      return block satisfies never;
  }
}
