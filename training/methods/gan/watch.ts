/**
 * What is seen of a game after each epoch, without a part in it: pictures of the same codes, read by the evaluation classifier if there is
 * one, and the scores that the discriminator gives them and as many training images.
 */
import type { GanHistory, ScoreHistogram } from '../../../src/contract/families/gan.ts';
import { meanOf } from '../../../src/contract/statistics.ts';
import type { Gan } from '../../../src/networks/gan/predictor.ts';
import { inceptionScore } from '../../evaluation/inception-score.ts';
import type { EvaluationClassifier } from '../../evaluation/pictures.ts';

/** Training images, and pictures, that are looked at, where there are so many. */
export const mostWatched = 1000;

export interface Watched {
  /** Codes of the pictures, [n × codeDim]. */
  readonly codes: Float32Array;
  /** Training images, [n × numbers of an image], intensity in [0, 1]. */
  readonly images: Float32Array;
  /** Where anything reads what was learned. */
  readonly evaluationClassifier: EvaluationClassifier | undefined;
}

interface Sight {
  readonly real: number;
  readonly fake: number;
  /** With an evaluation classifier. */
  readonly inception?: number;
  readonly scores: ScoreHistogram;
}

export function lookAt(gan: Gan, { codes, images, evaluationClassifier }: Watched): Sight {
  const pictures = gan.generate(codes);
  const real = gan.discriminate(images).scores;
  const fake = gan.discriminate(pictures).scores;
  return {
    real: meanOf([...real]),
    fake: meanOf([...fake]),
    ...(evaluationClassifier && { inception: readPictures(evaluationClassifier, pictures) }),
    scores: histogramOf(real, fake),
  };
}

function readPictures(evaluationClassifier: EvaluationClassifier, pictures: Float32Array): number {
  const { probabilities, numClasses } = evaluationClassifier.classify(pictures);
  return inceptionScore(probabilities, numClasses);
}

const numBins = 24;

/** Both over the range of all scores. */
function histogramOf(real: Float32Array, fake: Float32Array): ScoreHistogram {
  const all = [...real, ...fake];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const width = (to - from) / numBins || 1;
  const count = (scores: Float32Array) => {
    const bins = Array.from({ length: numBins }, () => 0);
    for (const score of scores) bins[Math.min(Math.floor((score - from) / width), numBins - 1)]++;
    return bins;
  };
  return { from, to: from + numBins * width, real: count(real), fake: count(fake) };
}

/** An empty history, which `lookAt` fills epoch by epoch. */
export const emptyHistory = (): { -readonly [Name in keyof GanHistory]: GanHistory[Name] } => ({
  discriminatorLoss: [],
  penalty: [],
  generatorLoss: [],
  real: [],
  fake: [],
  scores: [],
  inception: [],
});
