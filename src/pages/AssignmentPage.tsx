/** An assignment for students: from a link, from the package of a learning management system, or from a file. */
import { useEffect, useState } from 'react';
import { AssignmentView } from '../instructor/AssignmentView';
import { readAssignment, unpackAssignment } from '../instructor/assignment';
import type { Assignment } from '../instructor/assignment';
import { ASSIGNMENT_FILE } from '../instructor/lms/mastery';
import { IN_PACKAGE } from '../instructor/lms/package';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { FileButton } from '../ui/FileButton';
import { Loading } from './Loading';
import { Shell } from './Shell';
import { lessonHref } from './routes';
import { useTop } from './use-top';
import './prose.css';

type Opened = Assignment | 'opening' | 'none' | 'unreadable';

async function open(packed: string): Promise<Opened> {
  if (packed !== IN_PACKAGE) return (await unpackAssignment(packed)) ?? 'unreadable';
  try {
    const response = await fetch(new URL(ASSIGNMENT_FILE, document.baseURI));
    return readAssignment(await response.text());
  } catch {
    return 'unreadable';
  }
}

/** `packed`: the part of the address behind `assignment/`; null when there is none. */
export default function AssignmentPage({ packed }: { readonly packed: string | null }) {
  const text = useTeachText().assignment;
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened>(packed === null ? 'none' : 'opening');
  useTop();
  useEffect(() => {
    if (packed === null) return undefined;
    let shown = true;
    void open(packed).then((next) => {
      if (shown) setOpened(next);
    });
    return () => {
      shown = false;
    };
  }, [packed]);
  if (opened === 'opening') return <Loading />;
  if (opened === 'none' || opened === 'unreadable') {
    const read = (file: File | undefined) => {
      void file?.text().then((content) => {
        try {
          setOpened(readAssignment(content));
        } catch {
          setOpened('unreadable');
        }
      });
    };
    return (
      <Shell title={text.open}>
        <div className="message-page">
          <h1>{opened === 'none' ? text.open : text.unreadable}</h1>
          {opened === 'unreadable' && <p role="alert">{text.unreadableText}</p>}
          <p>{text.openLead}</p>
          <FileButton label={text.choose} accept=".json,application/json" primary onFiles={([file]) => read(file)} />
        </div>
      </Shell>
    );
  }
  return (
    <Shell title={opened.title}>
      <AssignmentView assignment={opened} lessonHref={(slug) => lessonHref(language, slug)} />
    </Shell>
  );
}
