/** A widget of a lesson: its component is loaded when it comes near the screen; its text stands in until then, and in print. */
import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { useSession } from '../cells/current-session';
import type { LessonWidget } from '../content/types';
import { useLanguage, useText } from '../shared/i18n/text';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { WIDGETS } from '../widgets';
import type { WidgetProps } from '../widgets/types';
import { widgetCells, widgetPython } from './widget-access';
import './widget.css';

/** One lazy component for each widget, made once: a new render does not load it again. */
const COMPONENTS: ReadonlyMap<string, ComponentType<WidgetProps>> = new Map(
  Object.entries(WIDGETS).map(([name, load]) => [name, lazy(load)]),
);

export function WidgetBlock({ widget }: { readonly widget: LessonWidget }) {
  const { name, options, fallback } = widget;
  const { widget: text } = useText().learn;
  const language = useLanguage();
  const session = useSession();
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const Component = COMPONENTS.get(name);
  const access = useMemo(() => ({ python: widgetPython(session), cells: widgetCells(session) }), [session]);
  const words = <p className="widget-words">{fallback}</p>;
  return (
    <div ref={frame} className="widget" data-widget={name}>
      {near && Component ? (
        <>
          <ErrorBoundary
            renderFallback={() => (
              <>
                <p className="widget-failed">{text.failed}</p>
                {words}
              </>
            )}
          >
            <Suspense fallback={words}>
              {/* oxlint-disable-next-line react/static-components -- found in a list that is made once, not created */}
              <Component options={options} fallback={fallback} language={language} lesson={session.slug} {...access} />
            </Suspense>
          </ErrorBoundary>
          <p className="widget-words widget-print">{fallback}</p>
        </>
      ) : (
        words
      )}
    </div>
  );
}

function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || near) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, near]);
  return near;
}
