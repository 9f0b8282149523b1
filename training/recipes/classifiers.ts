/**
 * The classifiers of the laboratory. The evaluation classifier reads pictures and is what metrics are measured with; the auxiliary classifier guides and
 * compares in training. They are different networks from different seeds, so that a picture that fools one may not fool the other.
 */
import type { DatasetName, LearnedName } from '../../src/contract/datasets.ts';
import type { ClassifierTraining } from '../../src/contract/families/classifier.ts';
import type { Recipe } from './recipe.ts';
import type { ClassifierWidths } from '../../src/networks/classifier/parameters.ts';

export interface ClassifierRecipe extends Recipe {
  readonly family: 'classifier';
  readonly network: ClassifierWidths;
  readonly training: ClassifierTraining;
}

/** The judge of a data set: what measures, and is never trained against. */
export const evaluationClassifierOf = (name: DatasetName): string => `classifier-${name}-judge`;
/** The same of what a run learned: nothing reads pictures, so such a run is trained and not measured. */
export const judgeOf = (name: LearnedName): string | undefined =>
  name === 'pictures' ? undefined : evaluationClassifierOf(name);
/** What guides training, and whose features the perceptual loss compares; of pictures there is none. */
export const auxiliaryClassifierOf = (name: LearnedName): string => `classifier-${name}-critic`;

/** An auxiliary classifier that knows no image but those that runs learn. */
export const sameImagesCritic = 'classifier-mnist-critic-same-images';

const judgeNetwork = { channels1: 16, channels2: 32, numFeatures: 64 } as const;
const criticNetwork = { channels1: 12, channels2: 24, numFeatures: 48 } as const;
const training = { numEpochs: 6, batchSize: 100, learningRate: 3e-3, maxShift: 2 } as const;

export const classifierRecipes: readonly ClassifierRecipe[] = [
  {
    id: 'classifier-mnist-judge',
    family: 'classifier',
    ships: true,
    title: 'Judge of MNIST',
    dataset: { name: 'mnist', numTrainingImages: 60_000 },
    network: judgeNetwork,
    training: { seed: 1, ...training },
  },
  {
    id: 'classifier-mnist-critic',
    family: 'classifier',
    ships: true,
    title: 'Critic of MNIST',
    dataset: { name: 'mnist', numTrainingImages: 60_000 },
    network: criticNetwork,
    training: { seed: 2, ...training },
  },
  {
    id: 'classifier-strokes-judge',
    family: 'classifier',
    ships: true,
    title: 'Judge of strokes',
    dataset: { name: 'strokes', numTrainingImages: 10_000 },
    network: judgeNetwork,
    training: { seed: 1, ...training },
  },
  {
    id: 'classifier-strokes-critic',
    family: 'classifier',
    ships: true,
    title: 'Critic of strokes',
    dataset: { name: 'strokes', numTrainingImages: 10_000 },
    network: criticNetwork,
    training: { seed: 2, ...training },
  },
  {
    id: sameImagesCritic,
    family: 'classifier',
    ships: true,
    title: 'Critic of MNIST, taught by the 2,000 images that runs learn',
    dataset: { name: 'mnist', numTrainingImages: 2000 },
    network: criticNetwork,
    training: { seed: 2, ...training, numEpochs: 60 },
  },
];
