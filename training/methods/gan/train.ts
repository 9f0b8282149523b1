/**
 * The game, from images to two networks. A generator function: it yields after each epoch, so the caller reports, watches or stops where it
 * likes. A game that diverges ends with what it was after its last whole epoch.
 */
import type { GanTraining } from '../../../src/contract/families/gan.ts';
import { ganArchitectureOf, type GanConfig } from '../../../src/networks/gan/architecture.ts';
import { foldedParameters } from '../../../src/networks/layers/fold.ts';
import { parameterShapes } from '../../../src/networks/layers/layer.ts';
import { initializeLayers, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { normalArray, type Random } from '../../../src/numerics/random.ts';
import { imageBatches, type ImageTable } from '../../data/image-batches.ts';
import { createGanTrainer, type DiscriminatorBatch } from './train-step.ts';
import type { Player } from './player.ts';

export interface GameInput {
  readonly config: GanConfig;
  readonly training: Omit<GanTraining, 'seed'>;
  readonly images: ImageTable;
  readonly random: Random;
}

/** As they were before each step; of the discriminator's, the mean over its steps of a turn. */
export interface TurnLosses {
  readonly discriminatorLoss: number;
  readonly penalty: number;
  readonly generatorLoss: number;
}

/** Means over the turns of an epoch. */
export interface GameEpoch extends TurnLosses {
  /** From 1. */
  readonly epoch: number;
  /** Of both networks after the epoch, as a checkpoint stores them. */
  readonly parameters: NamedParameters;
}

export interface PlayedGame {
  /** After the last whole epoch; of a game that had none, as it began. */
  readonly parameters: NamedParameters;
  /** Why it ended before its last epoch. */
  readonly divergence?: string;
}

export function* playGame(input: GameInput): Generator<GameEpoch, PlayedGame> {
  const { numEpochs, stepsPerEpoch } = input.training;
  const { turn, networks } = createGame(input);
  let parameters = networks();
  for (let epoch = 1; epoch <= numEpochs; epoch++) {
    const means = { discriminatorLoss: 0, penalty: 0, generatorLoss: 0 };
    for (let step = 1; step <= stepsPerEpoch; step++) {
      const losses = turn();
      for (const name of Object.keys(means) as (keyof TurnLosses)[])
        means[name] += losses[name] / stepsPerEpoch;
      if (!Number.isFinite(means.discriminatorLoss + means.generatorLoss)) {
        const at = (epoch - 1) * stepsPerEpoch + step;
        return { parameters, divergence: divergedAt(at, epoch, 'a loss') };
      }
    }
    const after = networks();
    if (!Object.values(after).every((values) => values.every(Number.isFinite))) {
      return { parameters, divergence: divergedAt(epoch * stepsPerEpoch, epoch, 'a weight') };
    }
    parameters = after;
    yield { epoch, ...means, parameters };
  }
  return { parameters };
}

const divergedAt = (step: number, epoch: number, what: string): string =>
  `Training diverged at generator step ${step} (epoch ${epoch}): ${what} is not a number. This is the run after epoch ${epoch - 1}.`;

export interface Game {
  /** So many steps of the discriminator as the training says, and then one of the generator. */
  readonly turn: () => TurnLosses;
  /** Of both, as a checkpoint stores them. */
  readonly networks: () => NamedParameters;
}

export function createGame(input: GameInput): Game {
  const { config, training, random } = input;
  const { criticSteps, batchSize } = training;
  const architecture = ganArchitectureOf(config);
  const { generator, discriminator } = architecture;
  const vectors = random.fork('singular vectors');
  const trainer = createGanTrainer({
    architecture,
    objective: training,
    optimizer: training.optimizer,
    parameters: {
      generator: initializeLayers(generator, random),
      discriminator: initializeLayers(discriminator, random),
    },
    singularVectors: Object.fromEntries(
      discriminator.map((spec) => {
        const [numOutputs] = parameterShapes(spec).bias;
        return [spec.name, unitVector(normalArray(vectors.fork(spec.name), numOutputs, 1))];
      }),
    ),
    batchSize,
  });
  const batches = createBatches(input);
  const stored = (specs: typeof generator, player: Player) =>
    foldedParameters(specs, player.usedParameters(), player.chain.statistics());
  return {
    turn() {
      const losses = { discriminatorLoss: 0, penalty: 0, generatorLoss: 0 };
      for (let step = 0; step < criticSteps; step++) {
        const { loss, penalty } = trainer.discriminatorStep(batches.next());
        losses.discriminatorLoss += loss / criticSteps;
        losses.penalty += penalty / criticSteps;
      }
      losses.generatorLoss = trainer.generatorStep(batches.codes()).loss;
      return losses;
    },
    networks: () => ({
      ...stored(generator, trainer.generator),
      ...stored(discriminator, trainer.discriminator),
    }),
  };
}

/** What the discriminator sees in a step: whole batches of images, pass after pass in a new order, and what is drawn for each. */
function createBatches({ config, training, images, random }: GameInput) {
  const { batchSize, labelNoise } = training;
  const [shuffle, codes, labels, mixes] = ['shuffle', 'codes', 'labels', 'mixes'].map((name) =>
    random.fork(name),
  );
  const real = endlessBatches(images, batchSize, shuffle);
  const draw = () => normalArray(codes, batchSize * config.codeDim, 1);
  const uniform = (stream: Random, from: number, to: number) =>
    Float32Array.from({ length: batchSize }, () => from + (to - from) * stream.uniform());
  return {
    codes: draw,
    next: (): DiscriminatorBatch => ({
      images: real.next().value,
      codes: draw(),
      ...(training.loss === 'cross-entropy' && {
        labels: {
          real: uniform(labels, 1 - labelNoise, 1 + labelNoise),
          fake: uniform(labels, -labelNoise, labelNoise),
        },
      }),
      ...(training.constraint === 'gradient-penalty' && { mix: uniform(mixes, 0, 1) }),
    }),
  };
}

function* endlessBatches(
  images: ImageTable,
  batchSize: number,
  shuffle: Random,
): Generator<Float32Array, never> {
  for (;;) {
    for (const batch of imageBatches(images, batchSize, shuffle)) {
      if (batch.length === batchSize * images.length) yield batch;
    }
  }
}

function unitVector(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
