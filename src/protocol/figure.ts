/**
 * A drawing as data: what Python's matplotlib sends and what the page draws (src/charts). Types only.
 *
 * Colours are `C0` … `C9` (the cycle, in the page's theme), `ink` and `paper` (the theme's text and ground) or CSS hex colours. Lengths are
 * CSS pixels. Limits may run backwards. NaN in coordinates is a gap.
 */

export interface Figure {
  readonly title: string | null;
  readonly rows: number;
  readonly columns: number;
  /** Relative sizes; null: all the same. */
  readonly rowRatios: readonly number[] | null;
  readonly columnRatios: readonly number[] | null;
  readonly width: number;
  readonly height: number;
  readonly axes: readonly Axes[];
}

export interface Axes {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly title: string | null;
  readonly x: Axis;
  readonly y: Axis;
  /** The second vertical axis, of twinx(). */
  readonly right: Axis | null;
  readonly grid: 'none' | 'x' | 'y' | 'both';
  /** False: no axes, ticks and labels. */
  readonly frame: boolean;
  /** One unit is as long on both axes. */
  readonly equal: boolean;
  readonly legend: Legend | null;
  readonly colorbar: Colorbar | null;
  /** In drawing order. */
  readonly series: readonly Series[];
}

export interface Axis {
  readonly label: string | null;
  readonly scale: 'linear' | 'log';
  readonly limits: readonly [number, number];
  /** Null: the page chooses as many as there is room for. */
  readonly ticks: Ticks | null;
  /** Of tick labels, in degrees. */
  readonly rotation: number;
}

export interface Ticks {
  readonly at: readonly number[];
  readonly labels: readonly string[] | null;
}

export interface Legend {
  readonly title: string | null;
  readonly entries: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly shape: 'line' | 'point' | 'area';
  readonly style: LineStyle;
  /** Which series it switches on and off. */
  readonly series: readonly number[];
}

export interface Colorbar {
  readonly label: string | null;
  readonly limits: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly ticks: Ticks | null;
  /** RGB triples from the low end to the high end. */
  readonly colors: Uint8Array;
}

export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'dashdot' | 'none';
export type Marker =
  | 'circle'
  | 'dot'
  | 'square'
  | 'triangle'
  | 'down'
  | 'left'
  | 'right'
  | 'diamond'
  | 'star'
  | 'plus'
  | 'hline'
  | 'vline'
  | 'cross';
type Numbers = readonly number[];

interface Drawn {
  readonly label: string | null;
  readonly color: string;
  readonly alpha: number;
  readonly side: 'left' | 'right';
}

export type Series =
  | (Drawn & {
      readonly kind: 'line';
      readonly style: LineStyle;
      readonly width: number;
      readonly marker: Marker | null;
      readonly markerSize: number;
      readonly x: Numbers;
      readonly y: Numbers;
    })
  | (Drawn & {
      readonly kind: 'scatter';
      readonly marker: Marker;
      readonly edge: string | null;
      /** Diameters: one for all, or one a point. */
      readonly sizes: Numbers;
      /** RGB triples, one a point; null: all in `color`. */
      readonly colors: Uint8Array | null;
      readonly x: Numbers;
      readonly y: Numbers;
    })
  | (Drawn & {
      readonly kind: 'bar';
      readonly horizontal: boolean;
      readonly edge: string | null;
      /** One a bar; null: all in `color`. */
      readonly colors: readonly string[] | null;
      /** Where bars stand: from … to along the axis of the names, low … high along the axis of the values. */
      readonly from: Numbers;
      readonly to: Numbers;
      readonly low: Numbers;
      readonly high: Numbers;
    })
  | (Drawn & { readonly kind: 'area'; readonly x: Numbers; readonly y: Numbers; readonly y2: Numbers })
  | (Drawn & {
      readonly kind: 'segments';
      readonly style: LineStyle;
      readonly width: number;
      readonly arrow: boolean;
      readonly x: Numbers;
      readonly y: Numbers;
      readonly x2: Numbers;
      readonly y2: Numbers;
    })
  | (Drawn & {
      readonly kind: 'polygon';
      readonly fill: boolean;
      readonly edge: string | null;
      readonly width: number;
      readonly x: Numbers;
      readonly y: Numbers;
    })
  /** A line right across the axes at one value of `axis`. */
  | (Drawn & {
      readonly kind: 'rule';
      readonly axis: 'x' | 'y';
      readonly at: number;
      readonly from: number;
      readonly to: number;
      readonly style: LineStyle;
      readonly width: number;
    })
  /** A band right across the axes between two values of `axis`. */
  | (Drawn & { readonly kind: 'span'; readonly axis: 'x' | 'y'; readonly from: number; readonly to: number })
  | (Drawn & {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      /** `axes`: 0 … 1 across the axes. */
      readonly space: 'data' | 'axes';
      readonly shift: readonly [number, number];
      readonly size: number;
      readonly bold: boolean;
      readonly align: 'start' | 'middle' | 'end';
      readonly vertical: 'top' | 'middle' | 'baseline';
      readonly rotation: number;
      readonly box: string | null;
      /** Where an arrow from the text points, in data. */
      readonly arrow: readonly [number, number] | null;
    })
  | {
      readonly kind: 'image';
      readonly height: number;
      readonly width: number;
      readonly channels: 1 | 3 | 4;
      readonly pixels: Uint8Array;
      /** Left, right, bottom, top in data. */
      readonly extent: readonly [number, number, number, number];
      readonly smooth: boolean;
      readonly alpha: number;
    }
  | {
      readonly kind: 'contour';
      readonly x: Numbers;
      readonly y: Numbers;
      /** Row by row, y outside. */
      readonly values: Numbers;
      readonly levels: Numbers;
      /** One a level; filled: one a band between two levels. */
      readonly colors: readonly string[];
      readonly filled: boolean;
      readonly labels: boolean;
      readonly width: number;
      readonly alpha: number;
    };
