/**
 * Trains on twenty images of the strokes data with codes of two numbers, by the trainer's own parts, and keeps what each step saw and did.
 * The recording looks on: the run is the one that `trainGlo` makes of the same settings.
 */
import type { TrainingConfig } from '../../src/contract/families/glo.ts';
import {
  imageLength,
  imageSide,
  numLevels,
  type Point,
  type Pulls,
  type RecordedStep,
  type Recording,
} from '../../src/components/figures/slow-motion/recording.ts';
import { fromPhases, toPhases } from '../../src/networks/blocks/pixel-phases.ts';
import {
  countParameters,
  trainableNames,
  type GeneratorConfig,
} from '../../src/networks/generator/generator.ts';
import { gatherRows } from '../../src/numerics/arrays.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import { epochBatches, type Batch } from '../../training/methods/glo/batches.ts';
import { generatorPass } from '../../training/methods/glo/generator-pass.ts';
import { reconstructionLoss } from '../../training/methods/glo/loss.ts';
import { initializeModel, type GloModel } from '../../training/methods/glo/model.ts';
import { computeGradients, createOptimizer, trainStep } from '../../training/methods/glo/train-step.ts';

const numClasses = 5;
const imagesPerClass = 4;

export const dims: GeneratorConfig = {
  classDim: 2,
  contentDim: 2,
  imageHeight: imageSide,
  imageWidth: imageSide,
  imageChannels: 1,
};

/** As in the preset lord, codes start small and learn ten times as fast as the weights; all learn three times as fast as there, so that eighty steps show it. */
export const config: TrainingConfig = {
  preset: 'lord',
  seed: 1,
  numEpochs: 20,
  batchSize: 5,
  loss: 'l1+l2',
  contentNoiseStd: 0.3,
  contentDecay: 0,
  codeInitStd: 0.2,
  learningRates: { generator: 3e-3, classCodes: 3e-2, contentCodes: 3e-2 },
  contentWhitening: 'none',
  guidance: null,
  mistake: null,
};

/** The first four images of each of the digits 0 to 4: image i is of class i % 5. */
export function trainingImages(): { images: Uint8Array; labels: Uint8Array } {
  const strokes = makeStrokes({ seed: 1, numImages: 10 * imagesPerClass });
  const labels = Uint8Array.from({ length: numClasses * imagesPerClass }, (_, i) => i % numClasses);
  const images = new Uint8Array(labels.length * imageLength);
  labels.forEach((label, i) => {
    const sources = Array.from(strokes.labels.keys()).filter((source) => strokes.labels[source] === label);
    const source = sources[Math.floor(i / numClasses)] * imageLength;
    images.set(strokes.images.subarray(source, source + imageLength), i * imageLength);
  });
  return { images, labels };
}

/** The wasm backend has been started. */
export function recordRun(): Recording {
  const { images, labels } = trainingImages();
  const random = createRandom(config.seed);
  const model = initializeModel(
    { dims, numClasses, numImages: labels.length, codeInitStd: config.codeInitStd },
    random,
  );
  const optimizer = createOptimizer(model, config.learningRates);
  const source = {
    targets: toPhases(dims, images).map((byte) => byte / 255),
    labels,
    batchSize: config.batchSize,
    contentDim: dims.contentDim,
    noiseStd: config.contentNoiseStd,
    shuffle: random.fork('shuffle'),
    noise: random.fork('noise'),
  };
  const contents = [pointsOf(model.contentCodes)];
  const classes = [pointsOf(model.classCodes)];
  const steps: RecordedStep[] = [];
  for (let epoch = 1; epoch <= config.numEpochs; epoch++) {
    for (const batch of epochBatches(source)) {
      const { gradients } = computeGradients(model, batch, config);
      const before = draw(model, batch);
      const weights = allWeights(model);
      trainStep({ model, optimizer, batch, config });
      const after = draw(model, batch);
      steps.push({
        images: [...batch.images],
        noise: pointsOf(batch.noise),
        contentPulls: pullsOf(gatherRows(gradients.contentCodes, 2, batch.images)),
        classPulls: pullsOf(gradients.classCodes),
        loss: before.loss,
        lossAfter: after.loss,
        weightsMoved: meanDistance(weights, allWeights(model)),
        drawn: before.levels,
        drawnAgain: after.levels,
      });
      contents.push(pointsOf(model.contentCodes));
      classes.push(pointsOf(model.classCodes));
    }
  }
  return {
    settings: {
      seed: config.seed,
      sigma: config.contentNoiseStd,
      codeInitStd: config.codeInitStd,
      weightRate: config.learningRates.generator,
      codeRate: config.learningRates.contentCodes,
      batchSize: config.batchSize,
      numEpochs: config.numEpochs,
      numClasses,
      numWeights: countParameters(dims),
    },
    labels: [...labels],
    contents,
    classes,
    targets: levelsOf(Float32Array.from(images, (byte) => byte / 255)),
    steps,
  };
}

/** What the generator makes of the batch's noisy codes in training mode, and its loss. Leaves the model as it is. */
function draw(
  model: GloModel,
  { images, labels, targets, noise }: Batch,
): { loss: number; levels: Uint8Array } {
  const codes = {
    count: images.length,
    contentCodes: gatherRows(model.contentCodes, dims.contentDim, images).map((value, i) => value + noise[i]),
    classCodes: gatherRows(model.classCodes, dims.classDim, labels),
  };
  const { loss } = generatorPass(model, codes, (intensity) => ({
    ...reconstructionLoss({
      intensity,
      targets,
      shape: dims,
      name: config.loss,
      auxiliaryClassifier: undefined,
    }),
    levels: levelsOf(fromPhases(dims, intensity)),
  }));
  return { loss: loss.value, levels: loss.levels };
}

const levelsOf = (ink: Float32Array): Uint8Array =>
  Uint8Array.from(ink, (amount) => Math.round(amount * (numLevels - 1)));

const pointsOf = (table: Float32Array): Point[] =>
  Array.from({ length: table.length / 2 }, (_, i) => [table[2 * i], table[2 * i + 1]] as const);

function pullsOf(gradients: Float32Array): Pulls {
  const points = pointsOf(gradients);
  const longest = Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
  return { arrows: points.map(([x, y]) => [-x / longest, -y / longest] as const), longest };
}

const allWeights = ({ parameters }: GloModel): Float32Array[] =>
  trainableNames.map((name) => parameters[name].slice());

function meanDistance(before: readonly Float32Array[], after: readonly Float32Array[]): number {
  let [sum, count] = [0, 0];
  before.forEach((values, i) => {
    values.forEach((value, j) => (sum += Math.abs(after[i][j] - value)));
    count += values.length;
  });
  return sum / count;
}
