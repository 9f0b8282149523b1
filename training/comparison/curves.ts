/** Curves of two training runs as small line charts, one for each that either has: SVG text. */
import type { History } from '../../src/contract/history.ts';
import { escaped } from './escaped.ts';
import { numberText } from './numbers.ts';

const [width, height, left, bottom] = [320, 150, 56, 22];

/** One number an epoch. What a family keeps in another shape has no curve here. */
function curvesOf(history: History): ReadonlyMap<string, readonly number[]> {
  const curves = new Map<string, readonly number[]>();
  for (const [name, values] of Object.entries(history) as [string, unknown][]) {
    if (Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'number')) {
      curves.set(name, values);
    }
  }
  return curves;
}

export function curvesSvg(first: History, second: History): string {
  const both = [curvesOf(first), curvesOf(second)];
  const names = [...new Set(both.flatMap((curves) => [...curves.keys()]))];
  return names
    .map((name) =>
      chart(
        name,
        both.map((curves) => curves.get(name) ?? []),
      ),
    )
    .join('\n');
}

function chart(name: string, [a, b]: readonly (readonly number[])[]): string {
  const all = [...a, ...b];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const numEpochs = Math.max(a.length, b.length);
  const x = (epoch: number): number => left + ((width - left) * epoch) / Math.max(numEpochs - 1, 1);
  const y = (value: number): number =>
    (height - bottom) * (high > low ? 1 - (value - low) / (high - low) : 0.5) + 6;
  const line = (values: readonly number[], tone: string): string =>
    values.length === 0
      ? ''
      : `<polyline fill="none" stroke="var(--${tone})" stroke-width="1.5" points="${values
          .map((value, epoch) => `${x(epoch).toFixed(1)},${y(value).toFixed(1)}`)
          .join(' ')}"/>`;
  const said = [a, b].map((values) => (values.length > 0 ? numberText(values[values.length - 1]) : 'none'));
  return (
    `<figure><figcaption>${escaped(name)}</figcaption>` +
    `<svg viewBox="0 0 ${width} ${height + 12}" role="img" aria-label="${escaped(`${name}, last epoch: ${said.join(' and ')}`)}">` +
    `<text x="${left - 4}" y="${y(high) + 4}" text-anchor="end">${numberText(high)}</text>` +
    `<text x="${left - 4}" y="${y(low) + 4}" text-anchor="end">${numberText(low)}</text>` +
    `<text x="${left}" y="${height + 6}">epoch 1</text><text x="${width}" y="${height + 6}" text-anchor="end">${numEpochs}</text>` +
    `${line(a, 'a')}${line(b, 'b')}</svg></figure>`
  );
}
