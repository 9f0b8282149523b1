/**
 * The steps of a game between a generator and a discriminator: forward, losses, every gradient, an optimizer. The objective is all that tells
 * a DCGAN, an SN-GAN, a WGAN and a WGAN-GP apart here.
 */
import type { GanArchitecture } from '../../../src/networks/gan/architecture.ts';
import { inputLength } from '../../../src/networks/layers/layer.ts';
import type { NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { createTangent } from '../../../src/networks/layers/tangent.ts';
import { createWorkspace } from '../../../src/numerics/simd/workspace.ts';
import { penaltyDirection } from './gradient-penalty.ts';
import { createPlayer, type Optimizer, type Player } from './player.ts';

export interface Objective {
  /**
   * Of scores as logits, the cross-entropy against labels, of a generator against 1 (the loss that does not saturate); or the Wasserstein loss,
   * mean score of drawn images − mean score of real ones.
   */
  readonly loss: 'cross-entropy' | 'wasserstein';
  /** What keeps the discriminator smooth; the penalty has weight 10. */
  readonly constraint: 'none' | 'spectral-norm' | 'clipping' | 'gradient-penalty';
}

/** What a clipped critic's parameters stay within, and the weight of the gradient penalty. */
const clipBound = 0.01;
const penaltyWeight = 10;

export interface DiscriminatorBatch {
  /** Intensity in [0, 1], [n × numbers of an image]; n is a multiple of four. */
  readonly images: Float32Array;
  /** z from N(0, I), [n × codeDim]. */
  readonly codes: Float32Array;
  /** Of cross-entropy, [n] each: about 1 for real images and 0 for drawn ones. With noise they leave [0, 1]. */
  readonly labels?: { readonly real: Float32Array; readonly fake: Float32Array } | undefined;
  /** Of the gradient penalty: how much of an image is the real one, in [0, 1], [n]. */
  readonly mix?: Float32Array | undefined;
}

/** Means over the images of a batch; the loss is before the step. */
export interface DiscriminatorStep {
  readonly loss: number;
  /** The part of the loss that is the gradient penalty, with its weight. */
  readonly penalty: number;
  /** The discriminator's scores, [n] each. */
  readonly real: Float32Array;
  readonly fake: Float32Array;
}

export interface GeneratorStep {
  readonly loss: number;
  readonly scores: Float32Array;
}

export interface GanTrainer {
  /** Moves the discriminator. @throws RangeError for a batch without what its objective takes, or with more. */
  discriminatorStep(batch: DiscriminatorBatch): DiscriminatorStep;
  /** Moves the generator. `codes`: as above. */
  generatorStep(codes: Float32Array): GeneratorStep;
  readonly generator: Player;
  readonly discriminator: Player;
}

export interface GanTrainerInput {
  readonly architecture: GanArchitecture;
  readonly objective: Objective;
  readonly optimizer: Optimizer;
  /** Of both networks. */
  readonly parameters: { readonly generator: NamedParameters; readonly discriminator: NamedParameters };
  /** For spectral normalization, by layer of the discriminator; see player.ts. */
  readonly singularVectors?: Readonly<Record<string, Float32Array>> | undefined;
  /** Images of a batch, a multiple of four. */
  readonly batchSize: number;
}

/** @throws RangeError for a batch that is not a multiple of four. */
export function createGanTrainer(input: GanTrainerInput): GanTrainer {
  const { architecture, objective, optimizer, parameters, singularVectors, batchSize } = input;
  if (batchSize % 4 !== 0) throw new RangeError(`A batch of ${batchSize} images is not a multiple of four.`);
  const workspace = createWorkspace();
  const { view } = workspace;
  const common = { workspace, optimizer, capacity: batchSize };
  const generator = createPlayer({
    ...common,
    specs: architecture.generator,
    parameters: parameters.generator,
    passesGradientOn: false,
  });
  const discriminator = createPlayer({
    ...common,
    specs: architecture.discriminator,
    parameters: parameters.discriminator,
    singularVectors: objective.constraint === 'spectral-norm' ? singularVectors : undefined,
    passesGradientOn: true,
  });
  const { gradientsOf } = discriminator;
  const penalizes = objective.constraint === 'gradient-penalty';
  const tangent = penalizes
    ? createTangent({ workspace, gradientsOf, capacity: batchSize }, discriminator.chain)
    : undefined;
  const targets = workspace.allocate(batchSize);
  const length = inputLength(architecture.discriminator[0]);
  const codeDim = inputLength(architecture.generator[0]);
  const [code, picture] = ends(generator.chain.activations);
  const [image, score] = ends(discriminator.chain.activations);
  const { outputGradient } = discriminator.chain;

  /** Images from codes, with the statistics of the batch. */
  function draw(codes: Float32Array): Float32Array {
    const count = codes.length / codeDim;
    view(code).set(codes);
    generator.chain.forward(count);
    return view(picture).slice(0, count * length);
  }

  function judge(images: Float32Array): Float32Array {
    const count = images.length / length;
    view(image).set(images);
    discriminator.chain.forward(count);
    return view(score).slice(0, count);
  }

  /** The gradient by the images of the last pass. */
  function imageGradient(count: number): Float32Array {
    const gradient = discriminator.chain.backward(count, 'input');
    if (!gradient) throw new Error('A discriminator passes its gradient on.');
    return view(gradient).subarray(0, count * length);
  }

  /** Adds the gradients of the discriminator by the last pass. */
  function accumulate(count: number): void {
    discriminator.chain.backward(count, 'parameters');
    discriminator.accumulate();
  }

  /** Mean cross-entropy of the last scores against labels, and its gradient by them. */
  function crossEntropy(labels: Float32Array): number {
    const count = labels.length;
    view(targets).set(labels);
    const pass = { logits: score, targets, gradient: outputGradient, scale: 1 / count };
    return workspace.crossEntropy({ ...pass, rowLength: count, numRows: 1 }) / count;
  }

  /** `sign` times the mean of the last scores, and its gradient by them. */
  function meanScore(scores: Float32Array, sign: 1 | -1): number {
    view(outputGradient).fill(sign / scores.length, 0, scores.length);
    return (sign * scores.reduce((sum, value) => sum + value, 0)) / scores.length;
  }

  /** Sets the gradients of the penalty on the norm of the gradient by images between real and drawn ones. */
  function penalty(between: Float32Array): number {
    const count = between.length / length;
    judge(between);
    view(outputGradient).fill(1, 0, count);
    const { value, direction } = penaltyDirection(imageGradient(count), count, penaltyWeight);
    tangent?.(direction, count);
    return value;
  }

  return {
    generator,
    discriminator,

    discriminatorStep({ images, codes, labels, mix }) {
      if (
        (labels !== undefined) !== (objective.loss === 'cross-entropy') ||
        (mix !== undefined) !== penalizes
      ) {
        throw new RangeError(
          'Cross-entropy takes labels, the gradient penalty a mix, and nothing else does.',
        );
      }
      const count = images.length / length;
      const drawn = draw(codes);
      discriminator.normalize();
      discriminator.clear();

      const real = judge(images);
      let loss = labels ? crossEntropy(labels.real) : meanScore(real, -1);
      accumulate(count);

      const fake = judge(drawn);
      loss += labels ? crossEntropy(labels.fake) : meanScore(fake, 1);
      accumulate(count);

      let cost = 0;
      if (mix) {
        cost = penalty(images.map((value, i) => drawn[i] + mix[Math.floor(i / length)] * (value - drawn[i])));
        discriminator.accumulate();
      }

      discriminator.update(objective.constraint === 'clipping' ? clipBound : undefined);
      return { loss: loss + cost, penalty: cost, real, fake };
    },

    generatorStep(codes) {
      const count = codes.length / codeDim;
      const drawn = draw(codes);
      discriminator.normalize();
      generator.clear();

      const scores = judge(drawn);
      const loss =
        objective.loss === 'cross-entropy'
          ? crossEntropy(new Float32Array(count).fill(1))
          : meanScore(scores, -1);
      view(generator.chain.outputGradient).set(imageGradient(count));
      generator.chain.backward(count);
      generator.accumulate();

      generator.update();
      return { loss, scores };
    },
  };
}

const ends = <T>(items: readonly T[]): [T, T] => [items[0], items[items.length - 1]];
