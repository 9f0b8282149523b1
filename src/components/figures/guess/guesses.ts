/**
 * The exercises whose answer was measured and can be guessed first: among what, what was measured of each, which one it is, and the figure
 * that shows it. Read from the metrics when the site is built; the claim of the same id says in words what it is. Not for islands.
 */
import { presetNames } from '../../../contract/families/glo.ts';
import type { MetricName } from '../../../contract/metric-names.ts';
import { settingsOfSeries } from '../../build/encoder-series.ts';
import { settingsCompared } from '../../build/gan-series.ts';
import { findSetting, metricOf, readAllMetrics, referenceOf } from '../../build/metrics.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';
import { shippedSweep } from '../noise/sweep.ts';
import type { Preset } from '../shell/state/checkpoints.ts';

interface Candidate {
  /** What a reader chooses. */
  readonly text: string;
  /** The same in a sentence, where that is more. */
  readonly inWords?: string;
  readonly value: number;
}

/** Which candidate it is, by what was measured of all of them; −1 where none is. */
type Rule = (values: readonly number[]) => number;

interface Question extends NumberFormat {
  readonly asks: string;
  /** What the numbers are. */
  readonly measure: string;
  readonly candidates: readonly Candidate[];
  readonly rule: Rule;
  /** Of figures.ts. */
  readonly figure: string;
  /** Name of the figure in the address, and its state once the answer is known. */
  readonly name: string;
  readonly state: (answer: string) => string;
}

const lowest: Rule = (values) => values.indexOf(Math.min(...values));
const highest: Rule = (values) => values.indexOf(Math.max(...values));
const firstAbove =
  (limit: number): Rule =>
  (values) =>
    values.findIndex((value) => value > limit);
const firstBelow =
  (limit: number): Rule =>
  (values) =>
    values.findIndex((value) => value < limit);
const nearestTo =
  (mark: number): Rule =>
  (values) =>
    lowest(values.map((value) => Math.abs(value - mark)));

const of = (id: string, metric: MetricName): number =>
  metricOf(findSetting(id, readAllMetrics()), metric).mean;

/** Every level of the toggles. */
const overSigma = (preset: Preset, metric: MetricName): readonly Candidate[] =>
  shippedSweep(preset).map((setting) => {
    const text = String(setting.training.contentNoiseStd);
    return { text, inWords: `σ = ${text}`, value: metricOf(setting, metric).mean };
  });

const obeyed = { measure: 'Transfers of lord that obey (swap accuracy)', percent: true } as const;

const questions = {
  'try-nine-of-ten': (): Question => ({
    asks: 'Your guess: σ',
    ...obeyed,
    candidates: overSigma('lord', 'swap.accuracy'),
    rule: firstAbove(0.9),
    figure: 'transfer-grid',
    name: 'transfer',
    state: (sigma) => `recipe:lord,sigma:${sigma}`,
  }),
  'try-obey-and-copy': (): Question => ({
    asks: 'Your choice: σ',
    ...obeyed,
    candidates: overSigma('lord', 'swap.accuracy'),
    rule: firstAbove(0.95),
    figure: 'noise-sweep',
    name: 'noise',
    state: (sigma) => `recipe:lord,sigma:${sigma}`,
  }),
  'try-same-noise': (): Question => ({
    asks: 'Your guess',
    measure: 'Reconstruction loss at σ = 5',
    digits: 3,
    candidates: presetNames
      .filter((preset) => preset !== 'styled')
      .map((text) => ({ text, value: of(`glo-mnist-${text}-sigma5`, 'reconstruction.loss') })),
    rule: lowest,
    figure: 'reconstructions',
    name: 'reconstructions',
    state: (preset) => `recipe:${preset},sigma:5`,
  }),
  'try-pca': (): Question => ({
    asks: 'Your guess: numbers of PCA',
    measure: 'Reconstruction loss of PCA with so many numbers',
    digits: 3,
    candidates: ([10, 25, 50, 100] as const).map((count) => ({
      text: String(count),
      inWords: `${count} numbers`,
      value: referenceOf(`baseline.pca${count}.loss`),
    })),
    rule: nearestTo(of('glo-mnist-lord-sigma0', 'reconstruction.loss')),
    figure: 'reconstructions',
    name: 'reconstructions',
    state: () => 'recipe:lord,sigma:0',
  }),
  'try-standard-draws': (): Question => ({
    asks: 'Your guess',
    measure: 'Samples that the judge reads as their class',
    percent: true,
    candidates: ['0', '1'].map((text) => ({
      text: `σ = ${text}`,
      value: of(`glo-mnist-lord-sigma${text}`, 'sampler.standard.accuracy'),
    })),
    rule: highest,
    figure: 'samples',
    name: 'samples',
    state: (answer) => `recipe:lord,sigma:${answer.replace('σ = ', '')},prior:standard`,
  }),
  'try-guided': (): Question => ({
    asks: 'In which do more transfers obey?',
    ...obeyed,
    candidates: [
      { text: 'with the classifier', value: of('glo-mnist-guided-lambda0.02-sigma0', 'swap.accuracy') },
      { text: 'without', value: of('glo-mnist-lord-sigma0', 'swap.accuracy') },
    ],
    rule: highest,
    figure: 'with-a-critic',
    name: 'guided',
    state: () => 'sigma:0',
  }),
  'try-pca-for-stacked': (): Question => ({
    asks: 'Your guess: numbers of PCA',
    measure: 'Error of PCA on validation images with so many numbers',
    digits: 4,
    candidates: settingsOfSeries('pca').map((setting) => ({
      text: String(setting.model.codeDim),
      inWords: `${setting.model.codeDim} numbers`,
      value: metricOf(setting, 'reconstruction.validation.mse').mean,
    })),
    rule: firstBelow(of('autoencoder-mnist-stacked-k10', 'reconstruction.validation.mse')),
    figure: 'rebuilt-images',
    name: 'rebuilt',
    state: (count) => `k:${count}`,
  }),
  'try-no-divergence': (): Question => ({
    asks: 'Which has the better reconstructions?',
    measure: 'Error of reconstructions of validation images',
    digits: 4,
    candidates: [
      { text: 'with it', value: of('vae-mnist-dense-k10', 'reconstruction.validation.mse') },
      { text: 'without it', value: of('vae-mnist-dense-nokl-k10', 'reconstruction.validation.mse') },
    ],
    rule: lowest,
    figure: 'by-code-size',
    name: 'by-code-size',
    state: (answer) => `stop:10,kl:${answer === 'with it' ? 'with' : 'without'}`,
  }),
  'try-best-gan': (): Question => ({
    asks: 'Your guess',
    measure: 'Fréchet distance at the end',
    digits: 0,
    candidates: settingsCompared('methods').map(({ setting, text }) => ({
      text,
      value: metricOf(setting, 'generated.standard.frechet').mean,
    })),
    rule: lowest,
    figure: 'score-courses',
    name: 'courses',
    state: () => 'compare:methods',
  }),
} as const satisfies Readonly<Record<string, () => Question>>;

/** That of a claim, too. */
export type GuessId = keyof typeof questions;
export const guessIds = Object.keys(questions) as readonly GuessId[];

export interface GuessOption {
  readonly text: string;
  readonly inWords: string;
  readonly measured: string;
  /** Of the largest number, in (0, 1]. */
  readonly share: number;
  readonly isAnswer: boolean;
}

export interface Guess {
  readonly asks: string;
  readonly measure: string;
  readonly options: readonly GuessOption[];
  /** What shows it: a figure of figures.ts, and what an address sets it to. */
  readonly figure: string;
  readonly name: string;
  readonly state: string;
}

/** @throws Error when nothing that was measured answers it, or the numbers as they are shown do not tell. */
export function guessOf(id: GuessId): Guess {
  const { candidates, rule, asks, measure, figure, name, state, ...format } = questions[id]();
  const values = candidates.map(({ value }) => value);
  const answer = rule(values);
  if (answer < 0) throw new Error(`The exercise ${id} has no answer among what can be guessed.`);
  const options = candidates.map(({ text, inWords = text, value }, i) => ({
    text,
    inWords,
    measured: formatNumber(value, format),
    share: value / Math.max(...values),
    isAnswer: i === answer,
  }));
  const like = options.filter(({ measured }) => measured === options[answer].measured);
  if (like.length > 1)
    throw new Error(`The exercise ${id} has two answers that look alike: show more digits.`);
  return { asks, measure, options, figure, name, state: state(options[answer].text) };
}
