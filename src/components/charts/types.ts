/** What a chart is made of, as plain JSON. Not here: how it is drawn (line-chart.ts, scatter-chart.ts), and where the data come from. */

/** A custom property of paper.css and slate.css. `ramp` is for a quantity in order. */
export type Tone =
  `series-${1 | 2 | 3 | 4 | 5 | 6}` | `ramp-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}` | 'ink' | 'ink-soft';

export interface ValueFormat {
  /** Digits behind the point, in table and reading line. */
  readonly digits?: number;
  readonly percent?: boolean;
}

export interface ValueAxis extends ValueFormat {
  /** What is measured, as a heading of the axis. */
  readonly label: string;
  /** Written behind the label, such as `dB`. */
  readonly unit?: string;
  readonly scale?: 'linear' | 'log';
  /** Without it: whatever holds all data and reference lines. */
  readonly domain?: readonly [number, number];
}

export interface SharedAxis {
  readonly label: string;
  /** `ordinal`: each value of x takes the same room, as the levels of σ do, 0 among them. */
  readonly scale: 'ordinal' | 'linear';
}

export interface Datum {
  readonly x: number;
  readonly y: number;
  /** Standard deviation over seeds. */
  readonly sd?: number | null;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  /** Written at the end of the line where there is little room. */
  readonly short?: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
  /** x rising. */
  readonly data: readonly Datum[];
}

/** A baseline or mark: a horizontal line across the panel. */
export interface ReferenceLine {
  readonly y: number;
  readonly label: string;
  /** Where there is little room. */
  readonly short?: string;
}

export interface Panel {
  readonly id: string;
  readonly y: ValueAxis;
  readonly series: readonly Series[];
  readonly references?: readonly ReferenceLine[];
}

export interface LineChartData {
  readonly x: SharedAxis;
  /** One, or several with the same x. */
  readonly panels: readonly Panel[];
  /** How mean ± sd is drawn. */
  readonly spread?: 'band' | 'whiskers';
  readonly dots?: boolean;
  /** The value of x that is chosen, marked by a line. */
  readonly marker?: number;
}

export interface Point {
  /** For instance the id of a checkpoint. */
  readonly id: string;
  readonly label: string;
  /** Written beside the point, where there is room. */
  readonly short?: string;
  readonly x: number;
  readonly y: number;
  readonly xSd?: number | null;
  readonly ySd?: number | null;
  /** Where the point leads, such as its transfer grid. */
  readonly href?: string;
}

export const symbolNames = ['circle', 'square', 'triangle', 'diamond2', 'star', 'wye'] as const;

export interface PointGroup {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  readonly symbol: (typeof symbolNames)[number];
  /** Whether a line leads from each point to the next. */
  readonly connect?: boolean;
  readonly points: readonly Point[];
}

export interface ScatterChartData {
  readonly x: ValueAxis;
  readonly y: ValueAxis;
  readonly groups: readonly PointGroup[];
}

/** A drawing is made twice, so that its words are as large on a telephone. In units of its view box, which are about CSS pixels. */
export interface DrawingSize {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
}

export const sizes = {
  wide: { name: 'wide', width: 680, height: 340 },
  narrow: { name: 'narrow', width: 340, height: 290 },
  /** One of several panels, beside or above each other. */
  panel: { name: 'narrow', width: 320, height: 210 },
} as const satisfies Record<string, DrawingSize>;
