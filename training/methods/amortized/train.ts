/**
 * The training loop of LORD's second stage: two encoders learn to give the codes of a finished run of GLO at a glance. A generator function:
 * it yields after each epoch, so the caller reports, pauses or stops where it likes.
 */
import type { AmortizedTraining } from '../../../src/contract/families/amortized.ts';
import { codeEncoderLayers, type CodeEncodersConfig } from '../../../src/networks/amortized/architecture.ts';
import { buildCodeEncoders } from '../../../src/networks/amortized/predictor.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { initializeLayers, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { gatherRows } from '../../../src/numerics/arrays.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { DivergenceError } from '../glo/train.ts';
import type { GloModel } from '../glo/model.ts';
import { distanceOf, frozenDrawer, learningDrawer, scaleOf } from './objective.ts';
import { createEncoderTrainer } from './trainer.ts';

export interface AmortizeInput {
  readonly config: CodeEncodersConfig;
  readonly training: AmortizedTraining;
  /** The first stage, with the codes of `images`; a generator that learns is changed in place. */
  readonly model: GloModel;
  /** Intensity in [0, 1], [numImages × numbers of an image], and the class of each. */
  readonly images: Float32Array;
  readonly labels: Uint8Array;
  /** Images that neither stage learns. */
  readonly unseenImages: Float32Array;
}

/** Means over images. */
export interface AmortizedEpoch {
  /** From 1. */
  readonly epoch: number;
  /** What is minimized: the reconstruction's, and the weighted distances. */
  readonly loss: number;
  /** L1 + L2 of the pictures drawn from the encodings. */
  readonly reconstruction: number;
  /** Mean squared distances to the learned codes, over those of the codes from zero. */
  readonly classDistance: number;
  readonly contentDistance: number;
  /** L1 + L2 of unseen images after the epoch, drawn as pages draw. */
  readonly unseen: number;
  /** Of both encoders. */
  readonly parameters: NamedParameters;
}

/** @throws DivergenceError naming the step when the loss is not finite. */
export function* amortize(input: AmortizeInput): Generator<AmortizedEpoch> {
  const { config, training, model, images, labels, unseenImages } = input;
  const { classDim, contentDim } = config;
  const { numEpochs, batchSize, codeWeight, learningRate } = training;
  const random = createRandom(training.seed);
  const shuffle = random.fork('shuffle');
  const length = imageLength(config);
  const trainer = createEncoderTrainer(
    config,
    initializeLayers(codeEncoderLayers(config), random.fork('encoders')),
    batchSize,
  );
  const scales = { ofClass: scaleOf(model.classCodes), ofContent: scaleOf(model.contentCodes) };
  const drawer =
    training.generatorRate === 0 ? frozenDrawer(model) : learningDrawer(model, training.generatorRate);
  const numSteps = numEpochs * Math.ceil(labels.length / batchSize);
  let step = 0;
  try {
    for (let epoch = 1; epoch <= numEpochs; epoch++) {
      const totals = { loss: 0, reconstruction: 0, classDistance: 0, contentDistance: 0 };
      const order = shuffle.permutation(labels.length);
      for (let start = 0; start < order.length; start += batchSize) {
        const rows = order.subarray(start, start + batchSize);
        const batch = gatherRows(images, length, rows);
        const codes = trainer.encode(batch);
        const drawn = drawer.draw(codes, batch);
        const classRows = Array.from(rows, (row) => labels[row]);
        const ofClass = distanceOf(
          codes.classCodes,
          gatherRows(model.classCodes, classDim, classRows),
          scales.ofClass,
        );
        const ofContent = distanceOf(
          codes.contentCodes,
          gatherRows(model.contentCodes, contentDim, rows),
          scales.ofContent,
        );
        const loss = drawn.loss + codeWeight * (ofClass.value + ofContent.value);
        step++;
        if (!Number.isFinite(loss)) {
          throw new DivergenceError(
            `Training diverged at step ${step} (epoch ${epoch}): the loss is ${loss}. Lower the learning rates.`,
          );
        }
        const sum = (drawnBy: Float32Array, distance: Float32Array) =>
          drawnBy.map((value, i) => value + codeWeight * distance[i]);
        trainer.update(
          {
            classCodes: sum(drawn.gradients.classCodes, ofClass.gradient),
            contentCodes: sum(drawn.gradients.contentCodes, ofContent.gradient),
          },
          learningRate * (1 - (step - 1) / numSteps),
        );
        const share = rows.length / labels.length;
        totals.loss += share * loss;
        totals.reconstruction += share * drawn.loss;
        totals.classDistance += share * ofClass.value;
        totals.contentDistance += share * ofContent.value;
      }
      const parameters = trainer.parameters();
      yield { epoch, ...totals, unseen: unseenLoss(model, config, parameters, unseenImages), parameters };
    }
  } finally {
    drawer.dispose();
  }
}

/** L1 + L2 of the pictures that a generator, standing still, draws from the encodings of images. */
function unseenLoss(
  model: GloModel,
  config: CodeEncodersConfig,
  parameters: NamedParameters,
  images: Float32Array,
): number {
  const drawer = frozenDrawer(model);
  const { loss } = drawer.draw(buildCodeEncoders(config, parameters).encode(images), images);
  drawer.dispose();
  return loss;
}
