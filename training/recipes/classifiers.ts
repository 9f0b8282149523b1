/**
 * The classifiers of the laboratory. The evaluation classifier reads pictures and is what metrics are measured with; the auxiliary classifier guides and
 * compares in training. They are different networks from different seeds, so that a picture that fools one may not fool the other.
 */
import type { ClassifierManifest, ClassifierTraining } from '../../src/contract/families/classifier.ts';
import type { ClassifierConfig } from '../../src/networks/classifier/parameters.ts';

export interface ClassifierRecipe {
  /** Also the name of the folder; see src/contract/ids.ts. */
  readonly id: string;
  readonly title: string;
  readonly dataset: Pick<ClassifierManifest['dataset'], 'name' | 'numImages'>;
  readonly network: ClassifierConfig;
  readonly training: ClassifierTraining;
}

const training = { numEpochs: 6, batchSize: 100, learningRate: 3e-3, maxShift: 2 } as const;

export const classifierRecipes: readonly ClassifierRecipe[] = [
  {
    id: 'classifier-mnist-judge',
    title: 'Judge of MNIST',
    dataset: { name: 'mnist', numImages: 60_000 },
    network: { channels1: 16, channels2: 32, numFeatures: 64 },
    training: { seed: 1, ...training },
  },
  {
    id: 'classifier-mnist-critic',
    title: 'Critic of MNIST',
    dataset: { name: 'mnist', numImages: 60_000 },
    network: { channels1: 12, channels2: 24, numFeatures: 48 },
    training: { seed: 2, ...training },
  },
  {
    id: 'classifier-strokes-judge',
    title: 'Judge of strokes',
    dataset: { name: 'strokes', numImages: 10_000 },
    network: { channels1: 16, channels2: 32, numFeatures: 64 },
    training: { seed: 1, ...training },
  },
];
