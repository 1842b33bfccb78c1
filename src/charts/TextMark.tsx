/** A text in a figure, with its box and its arrow. */
import { useId } from 'react';
import type { Series } from '../protocol/figure';
import type { Space } from './Marks';
import { figureColor } from './palette';

type Mark = Extract<Series, { readonly kind: 'text' }>;

const BASELINES = { top: 'text-before-edge', middle: 'central', baseline: 'alphabetic' } as const;

export function TextMark({ mark, space: { x, y, area } }: { readonly mark: Mark; readonly space: Space }) {
  const head = useId();
  const inData = mark.space === 'data';
  const atX = (inData ? x(mark.x) : area.x + mark.x * area.width) + mark.shift[0];
  const atY = (inData ? y(mark.y) : area.y + (1 - mark.y) * area.height) - mark.shift[1];
  if (!Number.isFinite(atX) || !Number.isFinite(atY)) return null;
  // As in matplotlib, what lies outside the axes is not shown.
  if (inData && !isInside(x(mark.x), y(mark.y), area)) return null;
  const color = figureColor(mark.color);
  const lines = mark.text.split('\n');
  const arrow = mark.arrow && ([x(mark.arrow[0]), y(mark.arrow[1])] as const);
  const width = Math.max(...lines.map((line) => line.length)) * mark.size * 0.56;
  const height = lines.length * mark.size * 1.25;
  const left = atX - { start: 0, middle: width / 2, end: width }[mark.align];
  const top = atY - { top: 0, middle: height / 2, baseline: height * 0.82 }[mark.vertical];
  return (
    <g opacity={mark.alpha}>
      {arrow && Number.isFinite(arrow[0] + arrow[1]) && (
        <>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
            <path d="M0 0L8 4L0 8Z" fill={color} />
          </marker>
          <line
            x1={Math.max(left - 2, Math.min(arrow[0], left + width + 2))}
            y1={Math.max(top - 2, Math.min(arrow[1], top + height + 2))}
            x2={arrow[0]}
            y2={arrow[1]}
            stroke={color}
            strokeWidth={1.3}
            markerEnd={`url(#${head})`}
          />
        </>
      )}
      {mark.box && (
        <rect x={left - 5} y={top - 3} width={width + 10} height={height + 6} rx="4" fill={figureColor(mark.box)} />
      )}
      <text
        x={atX}
        y={atY}
        fill={color}
        fontSize={mark.size}
        fontWeight={mark.bold ? 600 : 400}
        textAnchor={mark.align}
        dominantBaseline={BASELINES[mark.vertical]}
        {...(mark.rotation !== 0 && { transform: `rotate(${-mark.rotation} ${atX} ${atY})` })}
      >
        {lines.length === 1
          ? mark.text
          : lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines are known by their place
              <tspan key={index} x={atX} dy={index === 0 ? firstLine(mark.vertical, lines.length) : '1.25em'}>
                {line}
              </tspan>
            ))}
      </text>
    </g>
  );
}

function isInside(atX: number, atY: number, area: Space['area']): boolean {
  return atX >= area.x - 1 && atX <= area.x + area.width + 1 && atY >= area.y - 1 && atY <= area.y + area.height + 1;
}

function firstLine(vertical: Mark['vertical'], count: number): string {
  if (vertical === 'top') return '0';
  return `${-1.25 * (count - 1) * (vertical === 'middle' ? 0.5 : 1)}em`;
}
