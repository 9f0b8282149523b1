/** Generative adversarial networks in the contract: a generator with the discriminator, or critic, that it was trained against. */
import { z } from '../schema.ts';
import { checkpointIdSchema } from '../checkpoint-id.ts';
import {
  count,
  datasetName,
  endingSchema,
  fileSchema,
  identity,
  imageShape,
  index,
  learnedName,
  measure,
  onnxSchema,
  pictureSchema,
  provenanceSchema,
  trainingData,
} from '../parts.ts';
import type { Shapes } from '../safetensors.ts';
import { checkSnapshotOrder } from '../snapshots.ts';

const group = z.literal('gan');
const family = z.literal('gan');

/** The fields of src/networks/gan/architecture.ts, whatever the images. */
export const ganNetworkFields = {
  codeDim: count,
  /** Of the discriminator's maps; the generator has the same in reverse. */
  channels: z.array(count).min(1),
  discriminatorNormalizes: z.boolean(),
};
const networkSchema = z.strictObject(ganNetworkFields);
export type GanNetwork = z.infer<typeof networkSchema>;

const optimizerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adam'), rate: measure, betas: z.tuple([measure, measure]) }),
  z.strictObject({ kind: z.literal('rmsprop'), rate: measure }),
]);

/** Everything that decides the bytes of a run besides data and network. */
const trainingSchema = z.strictObject({
  seed: index,
  numEpochs: count,
  /** Generator steps of an epoch: as many in every run, so that runs compare however many images their discriminators see. */
  stepsPerEpoch: count,
  batchSize: count,
  /** Steps of the discriminator for one of the generator: n_critic. */
  criticSteps: count,
  loss: z.enum(['cross-entropy', 'wasserstein']),
  constraint: z.enum(['none', 'spectral-norm', 'clipping', 'gradient-penalty']),
  /** ε: the discriminator's labels are drawn from 0 ± ε and 1 ± ε. Of cross-entropy only. */
  labelNoise: measure,
  /** Of both networks. */
  optimizer: optimizerSchema,
});
export type GanTraining = z.infer<typeof trainingSchema>;

const manifestFields = z.strictObject({
  ...identity,
  family,
  group,
  /** A game learns all of a folder of pictures. */
  dataset: z.strictObject({ ...trainingData, numValidationImages: index }),
  model: z.strictObject({ ...ganNetworkFields, ...imageShape, numParameters: count }),
  training: trainingSchema,
  ending: endingSchema,
  onnx: onnxSchema,
  files: z.strictObject({
    /** Of both networks, ready to run: batch normalization is in the layers before it, and spectral normalization is done. */
    weights: fileSchema,
    history: fileSchema,
    golden: fileSchema,
    /** What the generator made of the same codes after each epoch, one epoch a row. */
    epochs: fileSchema,
  }),
  /** Both networks as they were after earlier epochs, ascending. */
  snapshots: z
    .strictObject({ epochs: z.array(z.strictObject({ epoch: count, weights: fileSchema })).min(1) })
    .optional(),
  previews: z.strictObject({
    /** Drawn from N(0, I). */
    samples: pictureSchema,
    /** Between two codes of N(0, I), one pair a row. */
    interpolation: pictureSchema,
  }),
  /** `golden.safetensors` holds so many images with their scores and gradients, and as many codes with their pictures. */
  golden: z.strictObject({ numImages: count, tolerance: z.number().positive() }),
  provenance: provenanceSchema,
});

export const ganManifestSchema = manifestFields.superRefine((manifest, context) => {
  const { loss, labelNoise } = manifest.training;
  if (loss !== 'cross-entropy' && labelNoise > 0) {
    context.addIssue({
      code: 'custom',
      path: ['training', 'labelNoise'],
      message: `label noise ${String(labelNoise)} with the loss ${loss}, which has no labels`,
    });
  }
  checkSnapshotOrder(manifest, context);
});
export type GanManifest = z.infer<typeof manifestFields>;

export const ganSettingSchema = z.strictObject({
  family,
  group,
  dataset: z.strictObject({ name: datasetName, numTrainingImages: count, numValidationImages: count }),
  model: networkSchema,
  training: trainingSchema,
});

const curve = z.array(z.number());
const histogramSchema = z.strictObject({
  /** Where the first bin begins and the last ends; all are as wide. */
  from: z.number(),
  to: z.number(),
  /** Numbers of training images, and of pictures, whose score is in each bin. */
  real: z.array(index),
  fake: z.array(index),
});
export type ScoreHistogram = z.infer<typeof histogramSchema>;

/**
 * `history.json`: one number an epoch for each curve, rounded to six significant digits. Losses are means over the steps of an epoch, as they
 * were before each step; everything else is of 1,000 training images, or all where there are fewer, and as many pictures, always of the same codes, after the epoch.
 */
export const ganHistorySchema = z.strictObject({
  discriminatorLoss: curve,
  /** Its part that is the gradient penalty, 0 without one. */
  penalty: curve,
  generatorLoss: curve,
  /** Mean scores. */
  real: curve,
  fake: curve,
  scores: z.array(histogramSchema),
  /** Of the pictures, with the evaluation classifier; empty where none reads the images that were learned. */
  inception: curve,
});
export type GanHistory = z.infer<typeof ganHistorySchema>;

export const ganEntrySchema = z.strictObject({
  id: checkpointIdSchema,
  title: z.string(),
  family,
  group,
  dataset: learnedName,
  codeDim: count,
  loadBytes: count,
  training: trainingSchema,
});
export const ganEntryOf = (manifest: GanManifest): z.infer<typeof ganEntrySchema> => ({
  id: manifest.id,
  title: manifest.title,
  family: 'gan',
  group: manifest.group,
  dataset: manifest.dataset.name,
  codeDim: manifest.model.codeDim,
  loadBytes: manifest.files.weights.bytes,
  training: manifest.training,
});

/** The ONNX graph: the generator from `code` to `picture`, and the discriminator from `image` to `score` and to `gradient`, its gradient by the image. */
export const ganFile = 'gan.onnx';

/** `golden.safetensors`. */
export const ganGoldenShapes = ({
  golden: { numImages },
  model: { codeDim, imageHeight, imageWidth, imageChannels },
}: Pick<GanManifest, 'golden' | 'model'>) => {
  const numPixels = imageHeight * imageWidth * imageChannels;
  return {
    images: [numImages, numPixels],
    scores: [numImages],
    gradients: [numImages, numPixels],
    codes: [numImages, codeDim],
    pictures: [numImages, numPixels],
  } satisfies Shapes;
};
