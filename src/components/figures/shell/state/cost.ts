/**
 * What it cost a model that its pictures are read as the class asked for: a picture that anyone reads may be the same for every hand. As
 * measured on all transfers of that very checkpoint. No React here.
 */
import type { MetricName } from '../../../../contract/metric-names.ts';
import { inPercent } from '../../../layout/bound-text.ts';

/** Each is 0 where nothing is left, and 1 for real images, or for a hand that is kept as it is. */
export interface Cost {
  /** Diversity, as a share of that of real images. */
  readonly variety: number;
  /** Correlation of an image's ink with that of its transfers … */
  readonly ink: number;
  /** … and of its slant. */
  readonly slant: number;
}

/** From the metrics of one run, and the diversity of real images; undefined where one of them is missing. */
export function costOf(
  measured: Readonly<Partial<Record<MetricName, number>>>,
  realDiversity: number | undefined,
): Cost | undefined {
  const {
    diversity,
    'factorCorrelation.transfer.ink': ink,
    'factorCorrelation.transfer.slant': slant,
  } = measured;
  if (diversity === undefined || ink === undefined || slant === undefined || realDiversity === undefined)
    return undefined;
  return { variety: diversity / realDiversity, ink, slant };
}

/** By checkpoint id. */
export type Costs = Readonly<Partial<Record<string, Cost>>>;

export interface CostBar {
  readonly name: string;
  readonly says: string;
  /** How much of the bar is full. */
  readonly share: number;
}

const clamped = (share: number): number => Math.min(Math.max(share, 0), 1);

export const costBars = ({ variety, ink, slant }: Cost): readonly CostBar[] => [
  { name: 'Variety', says: `${inPercent((100 * variety).toFixed(0))} of real`, share: clamped(variety) },
  { name: 'Hand kept: ink', says: `${ink.toFixed(2)} of 1`, share: clamped(ink) },
  { name: 'Hand kept: slant', says: `${slant.toFixed(2)} of 1`, share: clamped(slant) },
];
