/**
 * The manifest of a checkpoint: what the trainer promises and the site relies on. The trainer calls `parseManifest`
 * before it writes, the site and the tests before they load. Not here: what is inside the binary files (safetensors.ts).
 */
import { z } from 'zod';
import { checkpointIdSchema, previewKinds } from './ids.ts';
import { parseOrExplain } from './parse.ts';

export const contractVersion = 3;

const count = z.int().positive();
const index = z.int().nonnegative();
const measure = z.number().nonnegative();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower case hexadecimal');

export const fileSchema = z.strictObject({ path: z.string().min(1), bytes: count, sha256 });

const imagePreview = z.strictObject({
  file: fileSchema,
  /** The grid of the picture in cells of imageWidth × imageHeight pixels, without gaps. */
  rows: count,
  columns: count,
});

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

export const whiteningNames = ['none', 'per-class', 'aligned'] as const;

/** Everything that decides the bytes of a run, with no default left open. */
export const trainingSchema = z.strictObject({
  preset: z.enum(['exercise', 'lord']),
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
  /** From `fromEpoch` on, `weight` × the cross-entropy of a frozen auxiliary classifier on transfers of each batch to random classes. */
  guidance: z.strictObject({ weight: measure, fromEpoch: count }).nullable(),
  mistake: z.enum(mistakeNames).nullable(),
});

const datasetSchema = z.strictObject({
  name: z.enum(['mnist', 'strokes']),
  /** The run learned `numTrainingImages` in a row of this file, from `firstImage` on. */
  split: z.literal('train'),
  firstImage: index,
  numTrainingImages: count,
  /** The first so many have their codes in the checkpoint; image i owns row i of the content codes. */
  numImages: count,
  /** One digit an image, in the same order. */
  labels: z.string().regex(/^[0-9]+$/, 'one digit an image'),
});

const gloManifestSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  id: checkpointIdSchema,
  title: z.string().min(1),
  family: z.literal('glo'),
  group: z.enum(groupNames),
  dataset: datasetSchema,
  model: z.strictObject({
    network: z.literal('exercise-generator'),
    numClasses: count,
    classDim: count,
    contentDim: count,
    imageHeight: count,
    imageWidth: count,
    numParameters: count,
  }),
  training: trainingSchema,
  /** Inputs and outputs of the generator as `generator.onnx` names them; -1 is the batch. */
  network: z.strictObject({
    inputs: z.array(z.strictObject({ name: z.string(), shape: z.array(z.int()) })),
    outputs: z.array(z.strictObject({ name: z.string(), shape: z.array(z.int()) })),
    opset: count,
  }),
  files: z.strictObject({
    weights: fileSchema,
    codes: fileSchema,
    onnx: fileSchema,
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
    reconstructions: imagePreview,
    transfers: imagePreview,
    samples: imagePreview,
    interpolation: imagePreview,
  }),
  /** What `golden.safetensors` holds, row by row: content of `image` with the class code of `class`. */
  golden: z.strictObject({
    cases: z.array(z.strictObject({ image: index, class: index })).min(1),
    tolerance: z.number().positive(),
  }),
  provenance: z.strictObject({
    command: z.string().min(1),
    /** SHA-256 over the sources and runtime versions that decide the bytes; see training/export/code-version.ts. */
    codeVersion: sha256,
  }),
});

function checkSnapshots(
  { dataset, training, snapshots }: z.infer<typeof gloManifestSchema>,
  context: z.RefinementCtx,
): void {
  if (!snapshots) return;
  if (snapshots.numImages > dataset.numImages) {
    context.addIssue({
      code: 'custom',
      path: ['snapshots', 'numImages'],
      message: `snapshots hold codes of ${String(snapshots.numImages)} images, and the checkpoint of ${String(dataset.numImages)}`,
    });
  }
  snapshots.epochs.forEach(({ epoch }, i) => {
    const previous = i === 0 ? 0 : snapshots.epochs[i - 1].epoch;
    if (epoch > previous && epoch < training.numEpochs) return;
    context.addIssue({
      code: 'custom',
      path: ['snapshots', 'epochs', i, 'epoch'],
      message: `epoch ${String(epoch)} comes after epoch ${String(previous)} of a run of ${String(training.numEpochs)} epochs: snapshots are in ascending order and before the last`,
    });
  });
}

/** A union on `family`, so that another method is another member. */
export const manifestSchema = z
  .discriminatedUnion('family', [gloManifestSchema])
  .superRefine((manifest, context) => {
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

export type Manifest = z.infer<typeof manifestSchema>;
export type TrainingConfig = z.infer<typeof trainingSchema>;
export type DatasetInfo = z.infer<typeof datasetSchema>;
export type LossName = (typeof lossNames)[number];
export type GroupName = (typeof groupNames)[number];
export type MistakeName = (typeof mistakeNames)[number];
export type FileEntry = z.infer<typeof fileSchema>;

/** Every file of a checkpoint but the manifest itself. */
export const filesOf = ({ files, previews, snapshots }: Manifest): readonly FileEntry[] => [
  ...Object.values(files).filter((file) => file !== undefined),
  ...(snapshots?.epochs ?? []).flatMap(({ weights, codes }) => [weights, codes]),
  ...previewKinds.map((kind) => previews[kind].file),
];

/** The epochs before the last that a checkpoint holds the run of, ascending; empty in most. */
export const snapshotEpochsOf = ({ snapshots }: Pick<Manifest, 'snapshots'>): readonly number[] =>
  (snapshots?.epochs ?? []).map(({ epoch }) => epoch);

/** The data set of a checkpoint that holds the codes of its first `numImages` images alone. */
export const withFirstImages = (dataset: DatasetInfo, numImages: number): DatasetInfo => ({
  ...dataset,
  numImages,
  labels: dataset.labels.slice(0, numImages),
});

/** @throws ContractError naming the file, the field and what was expected. */
export const parseManifest = (value: unknown, where: string): Manifest =>
  parseOrExplain(manifestSchema, value, where);
