/** The colour scale at the right of an axes. */
import { useMemo } from 'react';
import type { PlotArea } from 'recharts';
import type { Axis, Colorbar } from '../protocol/figure';
import { axisTicks, tickText } from './axes-layout';

const WIDTH = 12;
const GAP = 12;

export function ColorbarMark({ colorbar, area }: { readonly colorbar: Colorbar; readonly area: PlotArea }) {
  const { colors, limits, scale, ticks, label } = colorbar;
  const href = useMemo(() => {
    const canvas = document.createElement('canvas');
    const count = Math.max(1, colors.length / 3);
    canvas.width = 1;
    canvas.height = count;
    const pixels = new Uint8ClampedArray(count * 4);
    for (let index = 0; index < count; index++) {
      pixels.set([...colors.subarray(3 * index, 3 * index + 3), 255], (count - 1 - index) * 4);
    }
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, 1, count), 0, 0);
    return canvas.toDataURL();
  }, [colors]);
  const axis: Axis = { label, scale, limits, ticks, rotation: 0 };
  const at = scale === 'log' ? Math.log10 : (value: number) => value;
  const left = area.x + area.width + GAP;
  const place = (value: number): number =>
    area.y + area.height * (1 - (at(value) - at(limits[0])) / (at(limits[1]) - at(limits[0]) || 1));
  return (
    <g className="colorbar">
      <image
        href={href}
        x={left}
        y={area.y}
        width={WIDTH}
        height={area.height}
        preserveAspectRatio="none"
        style={{ imageRendering: colors.length > 60 ? 'auto' : 'pixelated' }}
      />
      {axisTicks(axis, area.height, 40).map((value) => (
        <text key={value} x={left + WIDTH + 5} y={place(value)} dominantBaseline="central">
          {tickText(axis, value)}
        </text>
      ))}
      {label && (
        <text
          textAnchor="middle"
          transform={`translate(${left + WIDTH + 46} ${area.y + area.height / 2}) rotate(-90)`}
          dominantBaseline="central"
        >
          {label}
        </text>
      )}
    </g>
  );
}
