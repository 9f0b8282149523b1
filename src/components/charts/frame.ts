/** How every chart begins: its marks over the lines of a grid, and ticks with words along both axes. */
import * as Plot from '@observablehq/plot';
import { drawTicksOfX, drawTicksOfY, type ScaledAxis } from './axes.ts';
import { plotInto, type Drawing, type Margins } from './drawing.ts';
import type { DrawingSize, Tone } from './types.ts';

export const colorOf = ({ tone }: { readonly tone: Tone }): string => `var(--${tone})`;

interface Frame {
  readonly margins: Margins;
  readonly x: Plot.ScaleOptions & Pick<ScaledAxis, 'ticks' | 'words'>;
  readonly y: ScaledAxis & { readonly inset?: number };
  readonly marks: readonly Plot.Markish[];
}

/** The grid is of horizontal lines; no vertical stroke. */
export function plotFrame(size: DrawingSize, { margins, x, y, marks }: Frame): Drawing {
  const { ticks, words, ...scaleOfX } = x;
  const drawing = plotInto(size, margins, {
    x: { ...scaleOfX, axis: null },
    y: { type: y.type, domain: y.domain, inset: y.inset ?? 0, axis: null },
    marks: [Plot.gridY(y.ticks, { stroke: 'var(--rule)', strokeOpacity: 1 }), ...marks],
  });
  drawTicksOfX(drawing, ticks, words);
  drawTicksOfY(drawing, y);
  return drawing;
}
