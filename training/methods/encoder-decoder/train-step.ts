/**
 * One step of training of an encoder with its decoder: forward, the loss and its parts, every gradient, Adam. The objective is all that tells
 * an autoencoder from a variational one here.
 */
import type { Architecture } from '../../../src/networks/encoder-decoder/architecture.ts';
import { createTrainableChain } from '../../../src/networks/layers/chain.ts';
import { inputLength, type LayerSpec } from '../../../src/networks/layers/layer.ts';
import { allocateParameters, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { createWorkspace } from '../../../src/numerics/simd/workspace.ts';
import { sampleCodes, throughSampling } from './gaussian-code.ts';
import { crossEntropy, squaredError } from './losses.ts';

/** What is minimized, as a mean over images: a data term, and `divergenceWeight` × the divergence of a Gaussian code in nats. */
export interface Objective {
  /** Cross-entropy and squared error, both summed over pixels; the latter times `dataWeight`. */
  readonly dataTerm: 'cross-entropy' | 'squared-error';
  readonly dataWeight: number;
  readonly divergenceWeight: number;
}

export interface Batch {
  /** Intensity in [0, 1], [n × numbers of an image]. */
  readonly images: Float32Array;
  /** Of Gaussian codes: ε from N(0, I), [n × codeDim]. */
  readonly noise?: Float32Array | undefined;
}

/** Means over the images of a batch. */
export interface StepLosses {
  readonly loss: number;
  /** The data term with its weight. */
  readonly data: number;
  /** Divergence in nats; 0 of plain codes. */
  readonly divergence: number;
}

export interface Trainer {
  /** Sets the gradients, and leaves the parameters as they are. */
  computeGradients(batch: Batch): StepLosses;
  /** One step of Adam with the gradients that are set. */
  update(rate: number): void;
  parameters(): NamedParameters;
  gradients(): NamedParameters;
  /** The losses alone. */
  computeLosses(batch: Batch): StepLosses;
  /** Numbers of the last batch by layer, [n × numbers of the layer]; of an output under cross-entropy those before its sigmoid. */
  activations(): readonly Float32Array[];
}

interface TrainerInput {
  readonly architecture: Architecture;
  /** Whether the encoder gives means and log variances. */
  readonly gaussianCode: boolean;
  readonly objective: Objective;
  readonly parameters: NamedParameters;
  /** Images of a batch at most. */
  readonly batchSize: number;
}

export function createTrainer(input: TrainerInput): Trainer {
  const { architecture, gaussianCode, objective, parameters, batchSize } = input;
  const { encoder, decoder } = architecture;
  const { dataTerm, dataWeight, divergenceWeight } = objective;
  const specs = [...encoder, ...decoder];
  const workspace = createWorkspace();
  const { view } = workspace;
  const [values, gradients, mean, square] = [0, 1, 2, 3].map(() => allocateParameters(workspace, specs));
  values.write(parameters);
  const chain = (layers: readonly LayerSpec[], passesGradientOn: boolean) =>
    createTrainableChain({
      workspace,
      specs: layers,
      parametersOf: values.of,
      gradientsOf: gradients.of,
      capacity: batchSize,
      passesGradientOn,
    });
  const encoding = chain(encoder, false);
  const decoding = chain(dataTerm === 'cross-entropy' ? withLinearOutput(decoder) : decoder, true);
  const [image, encoded] = ends(encoding.activations);
  const [code, output] = ends(decoding.activations);
  const length = inputLength(encoder[0]);
  const dim = inputLength(decoder[0]);
  let step = 0;

  const sampling = (noise: Float32Array, count: number) => ({ encoding: view(encoded), noise, dim, count });

  /** Leaves the gradient by the output behind. */
  function computeLosses({ images, noise = noNoise }: Batch): StepLosses {
    const count = images.length / length;
    view(image).set(images);
    encoding.forward(count);
    let divergence = 0;
    if (gaussianCode) divergence = sampleCodes(sampling(noise, count), view(code));
    else view(code).set(view(encoded));
    decoding.forward(count);
    const pass = { workspace, output, targets: image, gradient: decoding.outputGradient, count, length };
    const data = dataTerm === 'cross-entropy' ? crossEntropy(pass) : squaredError(pass, dataWeight);
    return { loss: data + divergenceWeight * divergence, data, divergence };
  }

  return {
    computeLosses,
    computeGradients(batch) {
      const losses = computeLosses(batch);
      const { images, noise = noNoise } = batch;
      const count = images.length / length;
      const codeGradient = decoding.backward(count);
      if (!codeGradient) throw new Error('A decoder passes its gradient on.');
      const gradient = view(encoding.outputGradient);
      if (gaussianCode) {
        throughSampling(sampling(noise, count), view(codeGradient), divergenceWeight, gradient);
      } else gradient.set(view(codeGradient));
      encoding.backward(count);
      return losses;
    },
    update(rate) {
      step++;
      const [all, slope, first, second] = [values, gradients, mean, square].map(({ whole }) => whole);
      workspace.adam({ values: all, gradient: slope, mean: first, square: second, rate, step });
    },
    parameters: values.read,
    gradients: gradients.read,
    activations: () => [...encoding.activations, ...decoding.activations].map((array) => view(array).slice()),
  };
}

const noNoise = new Float32Array();

/** The loss takes the sigmoid into itself. */
const withLinearOutput = (specs: readonly LayerSpec[]): readonly LayerSpec[] =>
  specs.map((spec, i) => (i === specs.length - 1 ? { ...spec, activation: 'linear' } : spec));

const ends = <T>(items: readonly T[]): [T, T] => [items[0], items[items.length - 1]];
