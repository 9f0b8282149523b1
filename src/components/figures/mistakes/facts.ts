/** What the game of mistakes is told when the site is built: of each program its pictures, its curves, its lines and what was measured. */
import { modelsFolder, previewFile } from '../../../contract/ids.ts';
import type { MetricName } from '../../../contract/metric-names.ts';
import { readHistory, readRunMetrics, runMetricOf, type RunMetrics } from '../../build/metrics.ts';
import { allCells, meanDifference, readCells } from '../../build/read-cells.ts';
import { withBase } from '../../layout/links.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';
import { mistakeTexts, mistakenRuns, rightId, rightSeen, type ShownKind } from './mistakes.ts';
import { programOf, type ProgramLine } from './program.ts';

export interface ShownMetric {
  readonly name: string;
  readonly value: string;
  /** Of the run without a mistake. */
  readonly right: string;
}

export interface Curves {
  /** One number an epoch. */
  readonly loss: readonly number[];
  readonly codeSize: readonly number[];
}

export interface ShownMistake {
  /** Of its run. */
  readonly id: string;
  /** As the contract names it; anchor of its text. */
  readonly mistake: string;
  readonly title: string;
  readonly says: string;
  readonly kind: ShownKind;
  readonly picture: string;
  readonly pictureText: string;
  readonly rightPicture: string;
  readonly rightPictureText: string;
  /** The cells that differ most from those of the right run. */
  readonly differing: readonly number[];
  /** Of a pixel, over all cells. */
  readonly difference: string;
  readonly curves: Curves;
  readonly metrics: readonly ShownMetric[];
  readonly lines: readonly ProgramLine[];
}

export interface MistakesFacts {
  readonly mistakes: readonly ShownMistake[];
  readonly right: Curves;
  readonly rightId: string;
}

/** How many cells of a hundred are framed. */
export const numFramed = 10;

const kinds: Readonly<
  Record<ShownKind, { says: string; metrics: readonly ({ name: MetricName; text: string } & NumberFormat)[] }>
> = {
  transfers: {
    says: 'Transfers, one class a row, one content a column.',
    metrics: [
      { name: 'train.loss', text: 'training loss', digits: 3 },
      { name: 'reconstruction.loss', text: 'loss without noise', digits: 3 },
      { name: 'swap.accuracy', text: 'class obeyed', percent: true },
      { name: 'codes.contentRms', text: 'size of codes', digits: 2 },
    ],
  },
  samples: {
    says: 'Samples, one class a row.',
    metrics: [
      { name: 'sampler.gaussian.accuracy', text: 'samples read', percent: true },
      { name: 'sampler.gaussian.inception', text: 'Inception Score', digits: 2 },
      { name: 'sampler.gaussian.frechet', text: 'Fréchet distance', digits: 1 },
      { name: 'sampler.gaussian.nearest', text: 'to nearest code', digits: 2 },
    ],
  },
};

/** The places of the largest numbers, in the order of the places. */
export const placesOfLargest = (values: readonly number[], count: number): number[] =>
  Array.from(values.keys())
    .toSorted((a, b) => values[b] - values[a])
    .slice(0, count)
    .toSorted((a, b) => a - b);

const cellsOf = (id: string, kind: ShownKind): Float32Array[] =>
  allCells(readCells(`${modelsFolder}/${id}/${previewFile(kind)}`));

/** Cell by cell, how far the pictures of two runs are apart: the mean difference of a pixel. */
export function cellDifferences(id: string, kind: ShownKind): number[] {
  const right = cellsOf(rightId, kind);
  return cellsOf(id, kind).map((cell, i) => meanDifference(cell, right[i]));
}

const threeDigits = (values: readonly number[]): number[] =>
  values.map((value) => Number(value.toPrecision(3)));

function curvesOf(id: string): Curves {
  const { loss, contentCodeRms } = readHistory(id);
  return { loss: threeDigits(loss), codeSize: threeDigits(contentCodeRms) };
}

const metricsOf = (run: RunMetrics, right: RunMetrics, kind: ShownKind): ShownMetric[] =>
  kinds[kind].metrics.map(({ name, text, ...format }) => ({
    name: text,
    value: formatNumber(runMetricOf(run, name), format),
    right: formatNumber(runMetricOf(right, name), format),
  }));

export function mistakesFacts(): MistakesFacts {
  /** One run each, the right one too: its pictures and weights are those that the mistakes were made with. */
  const right = readRunMetrics(rightId);
  const pictureOf = (id: string, kind: ShownKind) => withBase(`models/${id}/${previewFile(kind)}`);
  return {
    right: curvesOf(rightId),
    rightId,
    mistakes: mistakenRuns().map(({ mistake, setting: { id } }) => {
      const { title, says, seen, shows: kind = 'transfers' } = mistakeTexts[mistake];
      const differences = cellDifferences(id, kind);
      return {
        id,
        mistake,
        title,
        says,
        kind,
        picture: pictureOf(id, kind),
        pictureText: `${kinds[kind].says} ${seen}`,
        rightPicture: pictureOf(rightId, kind),
        rightPictureText: `The right program in the same place. ${rightSeen[kind]}`,
        differing: placesOfLargest(differences, numFramed),
        difference: (differences.reduce((sum, each) => sum + each, 0) / differences.length).toFixed(3),
        curves: curvesOf(id),
        metrics: metricsOf(readRunMetrics(id), right, kind),
        lines: programOf(mistake),
      };
    }),
  };
}
