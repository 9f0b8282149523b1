/**
 * The mistakes that are made after training, with the right weights and codes: in how pictures are drawn, and in how new contents are
 * sampled. Previews and metrics of such a run are made with them; what a checkpoint promises of its weights (ONNX, golden) is not.
 */
import { tensor } from '@tensorflow/tfjs-core';
import type { MistakeName } from '../../../src/contract/families/glo.ts';
import {
  samples,
  type CodeBatch,
  type CodeSource,
  type SampleOptions,
} from '../../../src/networks/generator/codes.ts';
import {
  generatorLogits,
  generatorShapes,
  trainableNames,
  type GeneratorConfig,
  type GeneratorParameters,
} from '../../../src/networks/generator/generator.ts';
import { scoped, view } from '../../../src/networks/blocks/heap.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { joinCodes } from '../../../src/networks/generator/eval-forward.ts';
import { buildPredictor, type Predictor } from '../../../src/networks/generator/predictor.ts';
import { createRandom, type Random } from '../../../src/numerics/random.ts';
import { intensityOfLogits } from '../../../src/networks/blocks/pixel-phases.ts';

type Mistake = MistakeName | null;

/** How a run's pictures are drawn: in eval mode, or by the mistake. */
export const predictorFor = (
  mistake: Mistake,
  dims: GeneratorConfig,
  parameters: GeneratorParameters,
): Predictor =>
  mistake === 'batch-of-one' ? buildBatchOfOne(dims, parameters) : buildPredictor(dims, parameters);

/** How a run's grid of samples gets its codes: as `samples` does, or by the mistake; class codes are the same. */
export function samplesFor(mistake: Mistake, source: CodeSource, options: SampleOptions): CodeBatch {
  const right = samples(source, options);
  if (mistake !== 'statistics-axis') return right;
  const table = { codes: source.contentCodes, dim: source.manifest.model.contentDim };
  const random = createRandom(options.seed).fork('content');
  return { ...right, contentCodes: drawOverDimensions(table, { count: right.count, random }) };
}

/**
 * Batch normalization left in training mode, pictures drawn one by one: each is normalized by the mean and the biased variance of its own
 * 14 × 14 pixels, channel by channel. PyTorch would also move the running statistics with every picture; training mode never reads them.
 */
function buildBatchOfOne(dims: GeneratorConfig, parameters: GeneratorParameters): Predictor {
  const shapes = generatorShapes(dims);
  const entries = trainableNames.map((name) => [name, tensor(parameters[name], [...shapes[name]])] as const);
  const tensors = Object.fromEntries(entries) as Parameters<typeof generatorLogits>[1];
  const bias = parameters['convT2.bias'];
  const length = imageLength(dims);
  return {
    predict({ count, contentCodes, classCodes }) {
      const images = new Float32Array(count * length);
      for (let i = 0; i < count; i++) {
        const alone: CodeBatch = {
          count: 1,
          contentCodes: contentCodes.subarray(i * dims.contentDim, (i + 1) * dims.contentDim),
          classCodes: classCodes.subarray(i * dims.classDim, (i + 1) * dims.classDim),
        };
        images.set(
          scoped(() =>
            intensityOfLogits(
              dims,
              view(generatorLogits(dims, tensors, joinCodes(dims, alone)).logits),
              bias,
            ),
          ),
          i * length,
        );
      }
      return images;
    },
    dispose() {
      for (const [, held] of entries) held.dispose();
    },
  };
}

/**
 * Statistics over axis 1 of codes [n, dim] where axis 0 is meant: not a mean and a standard deviation (divisor dim − 1) of each dimension
 * over the images, but of each image over its dimensions, n of both. So a new content is mean + standard deviation · N(0, I) with the two
 * numbers of some image: all its dimensions are drawn alike, and what tells one dimension from another is lost. → [count, dim].
 */
export function drawOverDimensions(
  { codes, dim }: { readonly codes: Float32Array; readonly dim: number },
  { count, random }: { readonly count: number; readonly random: Random },
): Float32Array<ArrayBuffer> {
  const [image, noise] = [random.fork('image'), random.fork('noise')];
  const contents = new Float32Array(count * dim);
  for (let at = 0; at < contents.length; at += dim) {
    const row = image.integer(codes.length / dim) * dim;
    const code = codes.subarray(row, row + dim);
    const mean = code.reduce((sum, x) => sum + x, 0) / dim;
    const std = Math.sqrt(code.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (dim - 1));
    for (let i = at; i < at + dim; i++) contents[i] = mean + std * noise.normal();
  }
  return contents;
}
