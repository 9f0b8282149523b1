/** Domains, ticks and titles of axes, the same for every kind of chart. Not here: where data are drawn. */
import { append, type Drawing } from './drawing.ts';
import { formatTicks, textWidth } from './format.ts';
import { ticksThatFit } from './labels.ts';
import { linearTicks, logTicks } from './ticks.ts';
import type { ValueAxis } from './types.ts';

export interface ScaledAxis {
  readonly type: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** One a tick. */
  readonly words: readonly string[];
}

/** A scale that holds the values. One that comes near zero begins there; a share ends at 1, whatever its spread. */
export function scaleAxis(axis: ValueAxis, values: readonly number[], count: number): ScaledAxis {
  const isShare = axis.percent === true;
  const low = Math.max(Math.min(...values), isShare ? 0 : -Infinity);
  const high = Math.min(Math.max(...values), isShare ? 1 : Infinity);
  const [from, to] = axis.domain ?? [low >= 0 && low < 0.5 * high ? 0 : low, high];
  const log = axis.scale === 'log';
  const all = log ? logTicks(axis.domain?.[0] ?? low, to) : linearTicks(from, to, count);
  const fits = (tick: number): boolean =>
    (!axis.domain || (tick >= axis.domain[0] && tick <= axis.domain[1])) && (!isShare || tick <= 1);
  const ticks = all.filter(fits);
  return {
    type: log ? 'log' : 'linear',
    domain: axis.domain ?? [ticks[0], Math.max(ticks[ticks.length - 1], high)],
    ticks,
    words: formatTicks(ticks, axis),
  };
}

/** Room for the words of a vertical axis. */
export const axisRoom = ({ words }: ScaledAxis): number => Math.max(...words.map(textWidth)) + 10;

/** Words beside the frame. */
export function drawTicksOfY(drawing: Drawing, { ticks, words }: ScaledAxis): void {
  const { svg, frame } = drawing;
  const group = append(svg, 'g', { class: 'chart-axis', 'text-anchor': 'end' });
  ticks.forEach((tick, i) => append(group, 'text', { x: frame.x - 8, y: drawing.y(tick) + 4.2 }, words[i]));
}

/** Words below the frame, as many as fit, each with a small stroke. */
export function drawTicksOfX(drawing: Drawing, ticks: readonly number[], words: readonly string[]): void {
  const { svg, frame } = drawing;
  const at = ticks.map(drawing.x);
  const bottom = frame.y + frame.height;
  const group = append(svg, 'g', { class: 'chart-axis', 'text-anchor': 'middle' });
  append(group, 'path', { class: 'chart-baseline', d: `M${frame.x},${bottom}H${frame.x + frame.width}` });
  at.forEach((x) => append(group, 'path', { class: 'chart-tick', d: `M${x},${bottom}v4` }));
  for (const i of ticksThatFit(at, words.map(textWidth))) {
    append(group, 'text', { x: at[i], y: bottom + 18 }, words[i]);
  }
}

/** A title in lines that fit into a width. */
export function wrap(title: string, width: number): string[] {
  return title.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    return line === undefined || textWidth(longer) > width
      ? [...lines, word]
      : [...lines.slice(0, -1), longer];
  }, []);
}

export const titleHeight = 16;

/** The title of the vertical axis, above the drawing from its left edge on. */
export const drawTitleOfY = ({ svg }: Drawing, lines: readonly string[]): void =>
  lines.forEach((line, i) =>
    append(svg, 'text', { class: 'chart-axis-title', x: 0, y: 12 + i * titleHeight }, line),
  );

export const drawTitleOfX = ({ svg, frame }: Drawing, title: string): void => {
  append(
    svg,
    'text',
    {
      class: 'chart-axis-title',
      x: frame.x + frame.width / 2,
      y: frame.y + frame.height + 36,
      'text-anchor': 'middle',
    },
    title,
  );
};

/** What x is, behind the last of its ticks. */
export const drawUnitOfX = ({ svg, frame }: Drawing, label: string): void => {
  append(
    svg,
    'text',
    { class: 'chart-axis-title', x: frame.x + frame.width + 12, y: frame.y + frame.height + 18 },
    label,
  );
};
