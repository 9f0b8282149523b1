/** A trained generator and its discriminator as two functions, on layers that need neither batch nor spectral normalization any more. */
import { createWorkspace } from '../../numerics/simd/workspace.ts';
import { createTrainableChain } from '../layers/chain.ts';
import { foldedLayers } from '../layers/fold.ts';
import type { LayerSpec } from '../layers/layer.ts';
import { allocateParameters, shapesOf, type NamedParameters } from '../layers/parameters.ts';
import { buildPass } from '../layers/pass.ts';
import { ganArchitectureOf, type GanConfig } from './architecture.ts';

export interface Judgement {
  /** One an image, [n]. */
  readonly scores: Float32Array<ArrayBuffer>;
  /** How each score grows with each number of its image, [n × numbers of an image]. */
  readonly gradients: Float32Array<ArrayBuffer>;
}

export interface Gan {
  readonly config: GanConfig;
  /** `codes` [n × codeDim] → intensity in [0, 1], [n × numbers of an image]. @throws RangeError when it is not a whole number of codes. */
  generate(codes: Float32Array): Float32Array<ArrayBuffer>;
  /** `images`: intensity in [0, 1], [n × numbers of an image]. @throws RangeError when it is not a whole number of images. */
  discriminate(images: Float32Array): Judgement;
}

/** The layers of a checkpoint: those that were trained, without batch normalizations. */
export function storedLayers(
  config: GanConfig,
): Readonly<Record<'generator' | 'discriminator', readonly LayerSpec[]>> {
  const { generator, discriminator } = ganArchitectureOf(config);
  return { generator: foldedLayers(generator), discriminator: foldedLayers(discriminator) };
}

/** Of all parameters of a checkpoint, by name. */
export function storedShapes(config: GanConfig) {
  const { generator, discriminator } = storedLayers(config);
  return shapesOf([...generator, ...discriminator]);
}

/** Nothing is to be freed: its memory goes with it. */
export function buildGan(config: GanConfig, parameters: NamedParameters): Gan {
  const { generator, discriminator } = storedLayers(config);
  return {
    config,
    generate: buildPass(generator, parameters),
    discriminate: buildDiscriminator(discriminator, parameters),
  };
}

/** Images in one pass: bounds the memory. */
const passSize = 100;

function buildDiscriminator(specs: readonly LayerSpec[], parameters: NamedParameters): Gan['discriminate'] {
  const workspace = createWorkspace();
  const { view } = workspace;
  const block = allocateParameters(workspace, specs);
  block.write(parameters);
  const { activations, lengths, outputGradient, forward, backward } = createTrainableChain({
    workspace,
    specs,
    parametersOf: block.of,
    gradientsOf: block.of, // which stay as they are: only the gradient by the image is asked for
    capacity: passSize,
    passesGradientOn: true,
  });
  const [image, score] = [activations[0], activations[specs.length]];
  const [length] = lengths;
  return (images) => {
    const count = images.length / length;
    if (!Number.isInteger(count)) {
      throw new RangeError(`Expected images of ${length} numbers each, got an array of ${images.length}.`);
    }
    const scores = new Float32Array(count);
    const gradients = new Float32Array(count * length);
    for (let start = 0; start < count; start += passSize) {
      const size = Math.min(passSize, count - start);
      view(image).set(images.subarray(start * length, (start + size) * length));
      forward(size);
      scores.set(view(score).subarray(0, size), start);
      view(outputGradient).fill(1, 0, size);
      const gradient = backward(size, 'input');
      if (gradient) gradients.set(view(gradient).subarray(0, size * length), start * length);
    }
    return { scores, gradients };
  };
}
