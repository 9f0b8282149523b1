/**
 * Charts inside `[data-follows="noise"]` follow the figure that sweeps σ: their marks go to its level, and a line that is of that level
 * stands out; a value that is chosen in a chart sets the figure. Works before the figure is awake, and whether or not it is on screen.
 */
import { pageStore } from '../shell/state/page-store.ts';
import { chosenLevel, levelText, noiseFigure, type FollowedLevels } from './state.ts';

const store = pageStore();

const levelsOf = (follower: HTMLElement): FollowedLevels =>
  JSON.parse(follower.dataset['levels'] ?? '') as FollowedLevels;

function follow(follower: HTMLElement): void {
  const { sigma } = chosenLevel(levelsOf(follower), store.get(noiseFigure));
  for (const chart of follower.querySelectorAll('glo-chart[marker]'))
    chart.setAttribute('marker', String(sigma));
  for (const svg of follower.querySelectorAll('.chart-svg')) {
    const names = svg.querySelectorAll('.chart-names text');
    svg.querySelectorAll<SVGElement>('[data-series]').forEach((line, i) => {
      const chosen = line.dataset['series']?.endsWith(`-${sigma}`) ?? false;
      line.toggleAttribute('data-chosen', chosen);
      names[i].toggleAttribute('data-chosen', chosen);
    });
  }
}

interface ChartPick {
  readonly column?: number;
  readonly x?: string;
}

for (const follower of document.querySelectorAll<HTMLElement>('[data-follows="noise"]')) {
  follow(follower);
  store.subscribe(() => follow(follower));
  follower.addEventListener('chart-pick', (event) => {
    const { column, x = '' } = (event as CustomEvent<ChartPick>).detail;
    const line = follower.querySelector<SVGElement>(`[data-column="${column ?? ''}"]`)?.dataset['series'];
    const text = levelText(levelsOf(follower), line ?? '', x);
    if (text !== undefined) store.set(noiseFigure, text);
  });
}
