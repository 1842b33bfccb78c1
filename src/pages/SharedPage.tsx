/** Code that came in a link: shown as untrusted text with its origin. Nothing runs until the reader presses Run. */
import { useEffect, useState } from 'react';
import { Announcer } from '../cells/Announcer';
import { Cell } from '../cells/Cell';
import { KernelPanel } from '../cells/KernelPanel';
import { Notices } from '../cells/Notices';
import { SessionContext, openSession } from '../cells/current-session';
import type { LessonSession } from '../cells/session';
import { sharedSlug, unpackShared } from '../cells/share-link';
import type { SharedCode } from '../cells/share-link';
import { lessonSummaries } from '../content/lessons';
import type { Lesson } from '../content/types';
import { useLanguage, useText } from '../shared/i18n/text';
import type { Language } from '../shared/language';
import { pythonToHtml } from '../shared/python-tokens';
import { WarningIcon } from '../ui/icons';
import { Loading } from './Loading';
import { Shell } from './Shell';
import { lessonHref } from './routes';
import '../cells/share.css';
import './prose.css';

const CELL = 'shared';

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'open'; readonly shared: SharedCode; readonly session: LessonSession };

function asLesson(packed: string, { code }: SharedCode, title: string, language: Language): Lesson {
  return {
    slug: sharedSlug(packed),
    order: 0,
    language,
    kind: 'section',
    title,
    section: '',
    minutes: 0,
    headings: [],
    blocks: [{ kind: 'cell', cell: { id: CELL, code, html: pythonToHtml(code) } }],
  };
}

export default function SharedPage({ packed }: { readonly packed: string }) {
  const language = useLanguage();
  const { keep } = useText();
  const { share: text } = keep;
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  useEffect(() => {
    let current = true;
    const open = async (): Promise<Opened> => {
      const shared = await unpackShared(packed);
      if (!shared) return { state: 'unreadable' };
      const session = await openSession(asLesson(packed, shared, text.title, language), 'shared');
      return { state: 'open', shared, session };
    };
    void open().then((next) => {
      if (current) setOpened(next);
    });
    return () => {
      current = false;
    };
  }, [packed, language, text.title]);
  switch (opened.state) {
    case 'opening':
      return <Loading />;
    case 'unreadable':
      return (
        <Shell title={text.unreadable}>
          <div className="message-page" role="alert">
            <h1>{text.unreadable}</h1>
            <p>{text.unreadableText}</p>
          </div>
        </Shell>
      );
    case 'open':
      return (
        <SessionContext value={opened.session}>
          <Shell title={text.title} tools={<KernelPanel />}>
            <Announcer />
            <article className="page-column">
              <h1>{text.title}</h1>
              <div className="shared-warning" role="note">
                <WarningIcon />
                <div>
                  <p>{text.warning}</p>
                  <p>{text.safety}</p>
                  <Origin shared={opened.shared} />
                </div>
              </div>
              <Notices />
              <Cell id={CELL} />
            </article>
          </Shell>
        </SessionContext>
      );
    default:
      return opened satisfies never;
  }
}

/** Where the link says that it comes from, as a claim. */
function Origin({ shared: { from } }: { readonly shared: SharedCode }) {
  const language = useLanguage();
  const { keep } = useText();
  const lesson = lessonSummaries.find(({ slug }) => slug === from?.slug);
  return (
    <p className="shared-origin" data-testid="shared-origin">
      {keep.share.origin(location.origin)}{' '}
      {from && lesson && (
        <>
          {keep.share.claims}{' '}
          <a href={lessonHref(language, lesson.slug)}>{keep.share.cell(lesson.titles[language], from.cell)}</a>
        </>
      )}
    </p>
  );
}
