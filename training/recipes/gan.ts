/**
 * The generative adversarial networks of the course project and the mini-project: one generator and one discriminator, and what keeps the
 * two in balance. Every run has as many generator steps; learning rates are those at which the method runs well, and for two methods a
 * lower one.
 */
import type { GanNetwork, GanTraining } from '../../src/contract/families/gan.ts';
import { handOutSplit, seedInId, seedInTitle, seeds, type HandOutRecipe } from './hand-out.ts';

export interface GanRecipe extends HandOutRecipe {
  readonly family: 'gan';
  readonly group: 'gan';
  readonly network: GanNetwork;
  readonly training: GanTraining;
  /** After these epochs both networks are kept, for a player; of what the player shows only. */
  readonly snapshotEpochs: readonly number[];
}

const network: GanNetwork = { codeDim: 16, channels: [16, 32], discriminatorNormalizes: false };

const steps = { numEpochs: 20, stepsPerEpoch: 250, batchSize: 32 } as const;

/** Close together where pictures change most. */
const snapshotEpochs = [1, 2, 4, 6, 8, 12, 16];

const adam = (rate: number): GanTraining['optimizer'] => ({ kind: 'adam', rate, betas: [0.5, 0.999] });

interface Variation {
  /** The end of the id, `gan-mnist-<name>`, and the same in words. */
  readonly name: string;
  readonly says: string;
  readonly training: Omit<GanTraining, 'seed' | keyof typeof steps>;
  /** The five that are compared with each other: three seeds, and a player. */
  readonly isMain?: boolean;
}

const withLabels = (constraint: 'none' | 'spectral-norm', labelNoise: number, rate = 1e-3): Variation => {
  const isMain = labelNoise === 0.1 && rate === 1e-3;
  const hasNorm = constraint === 'spectral-norm';
  return {
    name: `${hasNorm ? 'sn' : `dcgan-noise${labelNoise}`}${rate === 1e-3 ? '' : `-rate${rate}`}`,
    says: `${hasNorm ? 'SN-GAN' : 'DCGAN'} on MNIST, label noise ${labelNoise}${rate === 1e-3 ? '' : `, learning rate ${rate}`}`,
    training: { criticSteps: 1, loss: 'cross-entropy', constraint, labelNoise, optimizer: adam(rate) },
    isMain,
  };
};

const wasserstein = (constraint: 'clipping' | 'spectral-norm', criticSteps: number): Variation => ({
  name: `wgan${constraint === 'spectral-norm' ? '-sn' : ''}-n${criticSteps}`,
  says: `WGAN${constraint === 'spectral-norm' ? ' with spectral normalization' : ''} on MNIST, n_critic ${criticSteps}`,
  training: {
    criticSteps,
    loss: 'wasserstein',
    constraint,
    labelNoise: 0,
    optimizer: { kind: 'rmsprop', rate: 5e-4 },
  },
  isMain: criticSteps === 5,
});

const withPenalty: Variation = {
  name: 'wgan-gp-n5',
  says: 'WGAN with gradient penalty on MNIST, n_critic 5',
  training: {
    criticSteps: 5,
    loss: 'wasserstein',
    constraint: 'gradient-penalty',
    labelNoise: 0,
    optimizer: { kind: 'adam', rate: 5e-4, betas: [0.5, 0.9] },
  },
  isMain: true,
};

const variations: readonly Variation[] = [
  ...[0.1, 0, 0.3].map((noise) => withLabels('none', noise)),
  ...[2e-4, 5e-3, 2e-2].map((rate) => withLabels('none', 0.1, rate)),
  withLabels('spectral-norm', 0.1),
  withLabels('spectral-norm', 0.1, 2e-4),
  ...[5, 1, 2, 20].map((criticSteps) => wasserstein('clipping', criticSteps)),
  ...[5, 20].map((criticSteps) => wasserstein('spectral-norm', criticSteps)),
  withPenalty,
];

export const ganRecipes: readonly GanRecipe[] = variations.flatMap(
  ({ name, says, training, isMain = false }) =>
    (isMain ? seeds : ([1] as const)).map((seed): GanRecipe => ({
      id: `gan-mnist-${name}${seedInId(seed)}`,
      title: `${says}${seedInTitle(seed)}`,
      family: 'gan',
      group: 'gan',
      dataset: handOutSplit,
      network,
      training: { seed, ...steps, ...training },
      snapshotEpochs: isMain && seed === 1 ? snapshotEpochs : [],
      ships: seed === 1,
      evaluation: 'full',
    })),
);
