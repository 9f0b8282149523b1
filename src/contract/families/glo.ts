/**
 * GLO's part of the contract: what decides a run, what its manifest promises, what is in its files. A checkpoint of GLO is a generator
 * with a table of content codes, one an image, and of class codes.
 */
import { z } from '../schema.ts';
import { checkpointIdSchema } from '../checkpoint-id.ts';
import {
  count,
  datasetName,
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

/**
 * The settings that a reader chooses between. `exercise` and `lord` say where codes start and how fast everything learns; `styled` is
 * `lord` with transfers asked for their class and for their style.
 */
export const presetNames = ['exercise', 'lord', 'styled'] as const;

export const lossNames = ['l1', 'l2', 'l1+l2', 'perceptual'] as const;

/** Which part of the laboratory a run belongs to; `npm run train:all -- --group <name>` trains one. */
export const groupNames = [
  'sigma',
  'losses',
  'decay',
  'dims',
  'images',
  'epochs',
  'strokes',
  'whitening',
  'guided',
  'styled',
  'mistakes',
] as const;

/**
 * Mistakes of public versions of the exercise that a run can make on purpose. The last two are made after training; what each does
 * is said in training/methods/glo, in mistakes.ts and later-mistakes.ts.
 */
export const mistakeNames = [
  'shared-noise',
  'accumulated-gradients',
  'copied-codes',
  'stored-noise',
  'slot-moments',
  'coupled-decay',
  'batch-norm-penalty',
  'batch-of-one',
  'statistics-axis',
] as const;

/** The groups whose shipped runs on MNIST are every preset at every level of noise: what a reader toggles through. */
export const toggledGroups: readonly (typeof groupNames)[number][] = ['sigma', 'styled'];

export const whiteningNames = ['none', 'per-class', 'aligned'] as const;

/** What the style of transfers is read by: the convolutions of the auxiliary classifier, or the same ones with random weights. */
export const styleNetworkNames = ['auxiliary-classifier', 'untrained'] as const;

/** What transfers of each batch to random classes are asked for, beside the reconstruction. */
const guidanceSchema = z.strictObject({
  fromEpoch: count,
  /** Id of the frozen classifier. */
  auxiliaryClassifier: checkpointIdSchema,
  /** λ, of its cross-entropy on the transfers. */
  weight: measure,
  /** μ, of the distance of the transfers' style from their source's, each as it stands to its class; training/methods/glo/style.ts. */
  style: z.strictObject({ weight: measure, network: z.enum(styleNetworkNames) }).nullable(),
});

/** Everything that decides the bytes of a run, with no default left open. */
export const trainingSchema = z.strictObject({
  preset: z.enum(presetNames),
  seed: index,
  numEpochs: count,
  batchSize: count,
  loss: z.enum(lossNames),
  /** Standard deviation of the Gaussian noise on content codes, in training only. */
  contentNoiseStd: measure,
  /** Weight of the mean squared norm of the content codes in the loss. */
  contentDecay: measure,
  /** Standard deviation of the codes before training. */
  codeInitStd: measure,
  learningRates: z.strictObject({ generator: measure, classCodes: measure, contentCodes: measure }),
  /** After each epoch but the last two, each class's content codes to zero mean and identity covariance; `aligned` also turns their axes alike. */
  contentWhitening: z.enum(whiteningNames),
  guidance: guidanceSchema.nullable(),
  mistake: z.enum(mistakeNames).nullable(),
});

const datasetSchema = z.strictObject({
  ...trainingData,
  /** The first so many have their codes in the checkpoint; image i owns row i of the content codes. */
  numImages: count,
  /** One digit an image, in the same order. */
  labels: z.string().regex(/^[0-9]+$/, 'one digit an image'),
});

const manifestFields = z.strictObject({
  ...identity,
  family: z.literal('glo'),
  group: z.enum(groupNames),
  dataset: datasetSchema,
  model: z.strictObject({
    network: z.literal('exercise-generator'),
    numClasses: count,
    classDim: count,
    contentDim: count,
    ...imageShape,
    numParameters: count,
  }),
  training: trainingSchema,
  onnx: onnxSchema,
  files: z.strictObject({
    weights: fileSchema,
    codes: fileSchema,
    history: fileSchema,
    golden: fileSchema,
    epochs: fileSchema.optional(),
  }),
  /**
   * The run as it was after earlier epochs, ascending, for figures that draw from it live: the weights, all class codes, and the
   * content codes of the first `numImages` images.
   */
  snapshots: z
    .strictObject({
      numImages: count,
      epochs: z.array(z.strictObject({ epoch: count, weights: fileSchema, codes: fileSchema })).min(1),
    })
    .optional(),
  previews: z.strictObject({
    /** Images the first three pictures are made of: the first of each class, in class order. */
    images: z.array(index),
    reconstructions: pictureSchema,
    transfers: pictureSchema,
    samples: pictureSchema,
    interpolation: pictureSchema,
  }),
  /** What `golden.safetensors` holds, row by row: content of `image` with the class code of `class`. */
  golden: z.strictObject({
    cases: z.array(z.strictObject({ image: index, class: index })).min(1),
    tolerance: z.number().positive(),
  }),
  provenance: provenanceSchema,
});

function checkSnapshots(manifest: z.infer<typeof manifestFields>, context: z.RefinementCtx): void {
  const { dataset, snapshots } = manifest;
  if (snapshots && snapshots.numImages > dataset.numImages) {
    context.addIssue({
      code: 'custom',
      path: ['snapshots', 'numImages'],
      message: `snapshots hold codes of ${String(snapshots.numImages)} images, and the checkpoint of ${String(dataset.numImages)}`,
    });
  }
  checkSnapshotOrder(manifest, context);
}

export const gloManifestSchema = manifestFields.superRefine((manifest, context) => {
  const { dataset, model } = manifest;
  if (dataset.labels.length !== dataset.numImages) {
    context.addIssue({
      code: 'custom',
      path: ['dataset', 'labels'],
      message: `${String(dataset.labels.length)} labels for ${String(dataset.numImages)} images`,
    });
  }
  if (dataset.numImages > dataset.numTrainingImages) {
    context.addIssue({
      code: 'custom',
      path: ['dataset', 'numImages'],
      message: `codes of ${String(dataset.numImages)} images, and only ${String(dataset.numTrainingImages)} were learned`,
    });
  }
  checkSnapshots(manifest, context);
  const largest = Math.max(...Array.from(dataset.labels, Number));
  if (largest >= model.numClasses) {
    context.addIssue({
      code: 'custom',
      path: ['dataset', 'labels'],
      message: `label ${String(largest)} with ${String(model.numClasses)} classes`,
    });
  }
});

export type GloManifest = z.infer<typeof gloManifestSchema>;
export type TrainingConfig = z.infer<typeof trainingSchema>;
export type DatasetInfo = z.infer<typeof datasetSchema>;
export type LossName = (typeof lossNames)[number];
export type GroupName = (typeof groupNames)[number];
export type Guidance = z.infer<typeof guidanceSchema>;
export type StyleNetworkName = (typeof styleNetworkNames)[number];
export type MistakeName = (typeof mistakeNames)[number];

/** The ONNX graph of the generator. */
export const generatorFile = 'generator.onnx';

/** What one run is among all that were measured. */
export const gloSettingSchema = z.strictObject({
  family: z.literal('glo'),
  group: z.enum(groupNames),
  dataset: z.strictObject({ name: datasetName, numTrainingImages: count }),
  model: z.strictObject({ classDim: count, contentDim: count }),
  training: trainingSchema,
});

const curve = z.array(measure);
/** `history.json`: one number an epoch for each curve, rounded to six significant digits. */
export const gloHistorySchema = z.strictObject({
  /** Training losses: means over the epoch's batches, with noise and batch statistics. */
  loss: curve,
  l1: curve,
  l2: curve,
  contentCodeRms: curve,
});
export type GloHistory = z.infer<typeof gloHistorySchema>;

/** What a figure knows of a checkpoint before it reads its manifest. */
export const gloEntrySchema = z.strictObject({
  id: checkpointIdSchema,
  title: z.string(),
  family: z.literal('glo'),
  group: z.enum(groupNames),
  dataset: learnedName,
  preset: z.enum(presetNames),
  contentNoiseStd: measure,
  /** Bytes of weights and codes, which is what a figure loads. */
  loadBytes: count,
});

export const gloEntryOf = (manifest: GloManifest): z.infer<typeof gloEntrySchema> => {
  const { id, title, family, group, dataset, training, files } = manifest;
  return {
    id,
    title,
    family,
    group,
    dataset: dataset.name,
    preset: training.preset,
    contentNoiseStd: training.contentNoiseStd,
    loadBytes: files.weights.bytes + files.codes.bytes,
  };
};

/** The data set of a checkpoint that holds the codes of its first `numImages` images alone. */
export const withFirstImages = (dataset: DatasetInfo, numImages: number): DatasetInfo => ({
  ...dataset,
  numImages,
  labels: dataset.labels.slice(0, numImages),
});

/** `codes.safetensors`: row i of the content codes belongs to image i, row c of the class codes to class c. */
export const codeShapes = ({ dataset, model }: Pick<GloManifest, 'dataset' | 'model'>) =>
  ({
    content_codes: [dataset.numImages, model.contentDim],
    class_codes: [model.numClasses, model.classDim],
  }) satisfies Shapes;

/** `golden.safetensors`: one row a case of `manifest.golden.cases`. */
export const goldenShapes = ({ golden, model }: Pick<GloManifest, 'golden' | 'model'>) =>
  ({
    content_codes: [golden.cases.length, model.contentDim],
    class_codes: [golden.cases.length, model.classDim],
    images: [golden.cases.length, model.imageHeight * model.imageWidth * model.imageChannels],
  }) satisfies Shapes;
