/** Data of charts that tests draw; invented, and reachable from tests only. */
import type { LineChartData, Panel, ScatterChartData } from '../../../../../src/components/charts/types.ts';

export const sigmas = [0, 0.1, 0.3, 1, 5];

export const swapPanel: Panel = {
  id: 'swap',
  y: { label: 'Read as their class', percent: true },
  series: (['lord', 'exercise'] as const).map((id, i) => ({
    id,
    label: id,
    tone: `series-${(i + 1) as 1 | 2}` as const,
    data: sigmas.map((x, j) => ({ x, y: 0.8 + 0.1 * i + 0.02 * j, sd: 0.005 })),
  })),
  references: [{ y: 0.995, label: 'real images' }],
};

export const keptPanel: Panel = {
  id: 'kept',
  y: { label: 'Ink kept', digits: 2 },
  series: [
    {
      id: 'lord',
      label: 'lord',
      tone: 'series-1',
      data: [
        { x: 0.3, y: 0.86 },
        { x: 5, y: 0.6 },
      ],
    },
  ],
};

export const lines: LineChartData = {
  x: { label: 'σ', scale: 'ordinal' },
  panels: [swapPanel, keptPanel],
  marker: 0.3,
};

export const scatter: ScatterChartData = {
  x: { label: 'Class obeyed', percent: true },
  y: { label: 'Ink kept', digits: 2 },
  groups: [
    {
      id: 'lord',
      label: 'lord',
      tone: 'series-1',
      symbol: 'circle',
      connect: true,
      points: sigmas.map((sigma, i) => ({
        id: `lord-${sigma}`,
        label: `lord, σ = ${sigma}`,
        short: String(sigma),
        x: 0.8 + 0.04 * i,
        y: 0.87 - 0.05 * i,
        xSd: 0.01,
        ySd: 0.02,
        href: `/models/lord-${sigma}/preview-transfers.png`,
      })),
    },
    {
      id: 'guided',
      label: 'guided',
      tone: 'series-3',
      symbol: 'diamond2',
      points: [{ id: 'guided-0', label: 'guided', x: 0.99, y: 0.85 }],
    },
  ],
};
