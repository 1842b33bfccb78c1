/** The contents of a lesson: beside the text on a wide screen, in a drawer on a narrow one. */
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { Lesson } from '../content/types';
import { useText } from '../shared/i18n/text';
import { CloseIcon, ListIcon } from '../ui/icons';
import { currentHeading } from './reading-place';
import { lessonHref } from './routes';

export function Contents({ lesson }: { readonly lesson: Lesson }) {
  const { nav: text } = useText();
  const [open, setOpen] = useState(false);
  const current = useCurrentHeading();
  const close = () => setOpen(false);
  return (
    <>
      <nav className="contents" aria-label={text.contents}>
        <p className="contents-title">{text.contents}</p>
        <ContentsList lesson={lesson} current={current} onChoose={close} />
      </nav>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className="contents-button" aria-label={text.openContents}>
          <ListIcon />
          <span>{text.contents}</span>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="drawer-shade" />
          <Dialog.Content className="drawer" aria-describedby={undefined}>
            <div className="drawer-head">
              <Dialog.Title className="contents-title">{text.contents}</Dialog.Title>
              <Dialog.Close className="quiet" aria-label={text.close}>
                <CloseIcon />
              </Dialog.Close>
            </div>
            <nav aria-label={text.contents}>
              <ContentsList lesson={lesson} current={current} onChoose={close} />
            </nav>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

interface ListProps {
  readonly lesson: Lesson;
  readonly current: string | null;
  readonly onChoose: () => void;
}

function ContentsList({ lesson, current, onChoose }: ListProps) {
  // Choosing the heading that the address names already is no navigation: the page has to scroll there itself.
  const choose = (id: string) => {
    onChoose();
    requestAnimationFrame(() => {
      const heading = document.getElementById(id);
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    });
  };
  return (
    <ol className="contents-list">
      {lesson.headings.map(({ id, depth, text }) => (
        <li key={id} data-depth={depth}>
          <a
            href={lessonHref(lesson.language, lesson.slug, id)}
            aria-current={id === current ? 'location' : undefined}
            onClick={() => choose(id)}
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}

function useCurrentHeading(): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setCurrent(currentHeading());
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, []);
  return current;
}
