/**
 * A mermaid diagram, loaded when it comes near the screen; its source text stands in until then, and when it fails. One that runs from left
 * to right is turned to run downwards where it could be read only through a magnifying glass.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../shared/i18n/text';
import { token, useShownTheme } from '../shared/theme';
import type { ShownTheme } from '../shared/theme';
import './diagram.css';

interface Props {
  readonly source: string;
  readonly label: string;
}

const SIDEWAYS = /^(\s*(?:graph|flowchart)) LR\b/;
/** How much smaller than drawn a diagram may be shown: its letters are 14 pixels high. */
const LEGIBLE = 0.75;

function widthOf(svg: string): number {
  return Number(/viewBox="\S+ \S+ (\S+) /.exec(svg)?.[1] ?? 0);
}

/** Whether a diagram that is so wide when it runs to the right should run downwards in this room. */
function runsDownwards(source: string, natural: number, room: number): boolean {
  return room < natural * LEGIBLE && SIDEWAYS.test(source);
}

/** Mermaid keeps its configuration to itself: drawings wait for each other, so that none takes another's theme. */
let drawing: Promise<unknown> = Promise.resolve();

function draw(id: string, source: string, theme: ShownTheme): Promise<string> {
  const result = drawing.then(async () => {
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: 'base',
      fontFamily: token('--font-text'),
      themeVariables: themeVariables(theme),
      flowchart: { curve: 'basis', padding: 12, useMaxWidth: true },
    });
    return (await mermaid.render(id, source)).svg;
  });
  drawing = result.catch(() => undefined);
  return result;
}

function themeVariables(theme: ShownTheme): Record<string, string | boolean> {
  return {
    darkMode: theme === 'dark',
    background: token('--bg'),
    primaryColor: token('--diagram-node'),
    primaryBorderColor: token('--diagram-border'),
    primaryTextColor: token('--ink'),
    secondaryColor: token('--surface-sunken'),
    tertiaryColor: token('--surface-sunken'),
    tertiaryBorderColor: token('--line-strong'),
    tertiaryTextColor: token('--ink'),
    clusterBkg: token('--surface-sunken'),
    clusterBorder: token('--line-strong'),
    lineColor: token('--ink-soft'),
    textColor: token('--ink'),
    edgeLabelBackground: token('--bg'),
    fontSize: '14px',
  };
}

export function Diagram({ source, label }: Props) {
  const { lesson: text } = useText();
  const theme = useShownTheme();
  const id = `diagram-${useId().replace(/[^\w-]/g, '')}`;
  const frame = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  const [svg, setSvg] = useState<string | null>(null);
  const [room, setRoom] = useState(0);
  /** How wide it is when it runs to the right; null until it has been drawn so. */
  const [natural, setNatural] = useState<number | null>(null);
  const turned = natural !== null && runsDownwards(source, natural, room);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

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
  }, [near]);

  useEffect(() => {
    if (!near) return undefined;
    let current = true;
    draw(id, turned ? source.replace(SIDEWAYS, '$1 TD') : source, theme).then(
      (drawn) => {
        if (!current) return;
        if (!turned) setNatural(widthOf(drawn));
        // Not shown for a moment before it is turned.
        if (turned || !runsDownwards(source, widthOf(drawn), frame.current?.clientWidth ?? 0)) setSvg(drawn);
      },
      () => {
        if (current) setSvg(null);
      },
    );
    return () => {
      current = false;
    };
  }, [id, near, source, theme, turned]);

  return (
    <figure ref={frame} className="diagram" data-testid="diagram" data-drawn={svg !== null}>
      {svg === null ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
        <pre className="diagram-source" tabIndex={0}>
          {source}
        </pre>
      ) : (
        <>
          <div role="img" aria-label={text.diagram(label)} dangerouslySetInnerHTML={{ __html: svg }} />
          <details>
            <summary>{text.diagramSource}</summary>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
            <pre className="diagram-source" tabIndex={0}>
              {source}
            </pre>
          </details>
        </>
      )}
    </figure>
  );
}
