/** Settings whose transfers are asked for their style: the sweep of both weights, and what the chosen ones are doubted with. Build time. */
import { findSetting, readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';
import { baseAt } from './series.ts';

interface Row {
  /** What it has beside the noise. */
  readonly says: string;
  readonly setting: Setting;
}

const baseCritic = 'classifier-mnist-critic';

/** Where the chosen weights are doubted. */
export const doubtedSigma = 0.1;

/** With both weights, by the trained critic that all guided runs have. */
const isSwept = ({ group, dataset, training: { guidance } }: Setting): boolean =>
  group === 'styled' &&
  dataset.name === 'mnist' &&
  guidance?.auxiliaryClassifier === baseCritic &&
  guidance.weight > 0 &&
  guidance.style?.network === 'auxiliary-classifier';

/** Blocks of one σ, from noise alone on: μ rises within λ, and the dimensions last. */
export function styledRows(metrics: Metrics = readMetrics()): readonly Row[] {
  const grid = metrics.settings.filter(isSwept);
  const gridSigmas = new Set(
    grid
      .filter(({ training }) => training.preset !== 'styled')
      .map(({ training }) => training.contentNoiseStd),
  );
  const weights = ({ model, training: { guidance } }: Setting) =>
    [model.contentDim, guidance?.weight ?? 0, guidance?.style?.weight ?? 0] as const;
  return [...gridSigmas]
    .sort((a, b) => a - b)
    .flatMap((sigma) => [
      { says: 'noise alone', setting: baseAt(sigma, metrics) },
      ...grid
        .filter(({ training }) => training.contentNoiseStd === sigma)
        .toSorted((a, b) => {
          const [of, other] = [weights(a), weights(b)];
          const differs = of.findIndex((value, i) => value !== other[i]);
          return differs < 0 ? 0 : of[differs] - other[differs];
        })
        .map((setting) => {
          const [dims, lambda, mu] = weights(setting);
          return { says: `λ = ${lambda}, μ = ${mu}, ${dims} dimensions`, setting };
        }),
    ]);
}

const doubts = [
  ['noise alone, 25 dimensions', 'lord'],
  ['the classifier alone', 'guided-dims40'],
  ['the classifier and style', 'styled'],
  ['style alone', 'styled-alone'],
  ['style read by a network with random weights', 'styled-untrained'],
  ['both, classifier taught by 2,000 images', 'styled-same-images'],
  ['the classifier alone, taught by 2,000 images', 'guided-same-images'],
] as const;

/** At one σ: what the chosen setting is compared with, and each of its parts left out or replaced. */
export const doubtRows = (metrics: Metrics = readMetrics()): readonly Row[] =>
  doubts.map(([says, name]) => ({
    says,
    setting: findSetting(`glo-mnist-${name}-sigma${doubtedSigma}`, metrics),
  }));
