/** The surface from above: contours, a goal, and how far each runner has come. A click picks the start. */
import { useMemo } from 'react';
import { contourSegments } from '../charts/contour';
import type { Point, Surface } from './optimizers';
import type { Runner } from './RaceWidget';

const WIDTH = 640;
const HEIGHT = 400;
const GRID = 80;
const LEVELS = 12;

interface Props {
  readonly surface: Surface;
  readonly runners: readonly Runner[];
  readonly start: Point;
  readonly step: number;
  readonly label: string;
  readonly onPick: (point: Point) => void;
}

export function RaceMap({ surface, runners, start, step, label, onPick }: Props) {
  const lines = useMemo(() => contours(surface), [surface]);
  const pick = (event: React.MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    onPick([
      surface.x[0] + across * (surface.x[1] - surface.x[0]),
      surface.y[1] - down * (surface.y[1] - surface.y[0]),
    ]);
  };
  const [startX, startY] = place(surface, start);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the sliders below do the same by keyboard
    <svg className="w-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} onClick={pick}>
      {lines.map(({ level, path }, index) => (
        <path key={level} d={path} className="w-contour" style={{ opacity: 0.95 - (0.7 * index) / LEVELS }} />
      ))}
      {surface.goals.map((goal) => {
        const [x, y] = place(surface, goal);
        return <path key={goal.join()} d={`M${x - 7} ${y}h14M${x} ${y - 7}v14`} className="w-goal" />;
      })}
      {runners.map(({ optimizer, color, path }) => {
        const walked = path.slice(0, step + 1).map((point) => place(surface, point));
        const [x, y] = walked.at(-1) ?? [0, 0];
        return (
          <g key={optimizer.name} style={{ color }}>
            <polyline
              className="w-path"
              points={walked.map((each) => each.map((part) => part.toFixed(1)).join()).join(' ')}
            />
            <circle className="w-runner" cx={x} cy={y} r="6" />
          </g>
        );
      })}
      <circle className="w-start" cx={startX} cy={startY} r="7" />
    </svg>
  );
}

function place({ x, y }: Surface, [atX, atY]: Point): readonly [number, number] {
  return [((atX - x[0]) / (x[1] - x[0])) * WIDTH, ((y[1] - atY) / (y[1] - y[0])) * HEIGHT];
}

/** Levels that crowd near the bottom, where the race is decided. */
function contours(surface: Surface): readonly { readonly level: number; readonly path: string }[] {
  const grid = (range: readonly [number, number]) =>
    Array.from({ length: GRID }, (_, index) => range[0] + (index / (GRID - 1)) * (range[1] - range[0]));
  const [x, y] = [grid(surface.x), grid(surface.y)];
  const values = y.flatMap((atY) => x.map((atX) => surface.height(atX, atY)));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: LEVELS }, (_, index) => {
    const level = low + (high - low) * ((index + 0.7) / LEVELS) ** 3;
    const lines = contourSegments({ x, y, values }, level);
    const path = lines.x.map((fromX, at) => {
      const [x1, y1] = place(surface, [fromX, lines.y[at] ?? 0]);
      const [x2, y2] = place(surface, [lines.x2[at] ?? 0, lines.y2[at] ?? 0]);
      return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
    });
    return { level, path: path.join('') };
  });
}
