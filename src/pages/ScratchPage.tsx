/** An imported notebook: untrusted text and code, in a kernel without the reader's files. Nothing runs until the reader presses Run. */
import { useEffect, useState } from 'react';
import { Announcer } from '../cells/Announcer';
import { Cell } from '../cells/Cell';
import { KernelPanel } from '../cells/KernelPanel';
import { Notices } from '../cells/Notices';
import { SessionToolbar } from '../cells/SessionToolbar';
import { SessionContext, openSession } from '../cells/current-session';
import type { LessonSession } from '../cells/session';
import type { Lesson } from '../content/types';
import { saveNotebook } from '../instructor/Notebooks';
import { asLesson, loadScratch } from '../notebook/scratch';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { DownloadIcon, WarningIcon } from '../ui/icons';
import { Loading } from './Loading';
import { Shell } from './Shell';
import { useTop } from './use-top';
import '../cells/share.css';
import './lesson.css';
import './prose.css';

interface Opened {
  readonly lesson: Lesson;
  readonly session: LessonSession;
}

export default function ScratchPage({ id }: { readonly id: string }) {
  const language = useLanguage();
  const text = useTeachText().notebooks;
  const [opened, setOpened] = useState<Opened | 'opening' | 'missing'>('opening');
  useTop();
  useEffect(() => {
    let shown = true;
    const open = async (): Promise<Opened | 'missing'> => {
      const notebook = await loadScratch(id);
      if (!notebook) return 'missing';
      const lesson = await asLesson(id, notebook, language);
      return { lesson, session: await openSession(lesson, 'shared') };
    };
    void open().then((next) => {
      if (shown) setOpened(next);
    });
    return () => {
      shown = false;
    };
  }, [id, language]);
  if (opened === 'opening') return <Loading />;
  if (opened === 'missing') {
    return (
      <Shell title={text.title}>
        <div className="message-page" role="alert">
          <h1>{text.missing}</h1>
        </div>
      </Shell>
    );
  }
  const { lesson, session } = opened;
  /** With the reader's changes. */
  const save = () => {
    const { cells } = session.store.getState();
    const code = (cellId: string, original: string) => cells.get(cellId)?.code ?? original;
    void loadScratch(id).then((notebook) => {
      if (!notebook) return;
      const changed = notebook.cells.map((cell, index) =>
        cell.kind === 'code' ? { ...cell, source: code(`cell-${index + 1}`, cell.source) } : cell,
      );
      saveNotebook(lesson.title.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'), { ...notebook, cells: changed });
    });
  };
  return (
    <SessionContext value={session}>
      <Shell title={lesson.title} tools={<KernelPanel />}>
        <Announcer />
        <article className="page-column">
          <h1>{lesson.title}</h1>
          <div className="shared-warning" role="note">
            <WarningIcon />
            <div>
              <p>{text.warning}</p>
              <p>{text.safety}</p>
            </div>
          </div>
          <p>
            <button type="button" className="button" onClick={save}>
              <DownloadIcon />
              {text.exportThis}
            </button>
          </p>
          <SessionToolbar />
          <Notices />
          {lesson.blocks.map((block, index) => {
            if (block.kind === 'cell') return <Cell key={block.cell.id} id={block.cell.id} />;
            if (block.kind !== 'prose') return null;
            // oxlint-disable-next-line react/no-array-index-key -- the blocks of a notebook never move
            return <div key={index} className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
          })}
        </article>
      </Shell>
    </SessionContext>
  );
}
