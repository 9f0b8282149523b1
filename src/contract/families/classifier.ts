/** The classifier's part of the contract: a network that reads digits, with its files and how well it reads. */
import { z } from '../schema.ts';
import { checkpointIdSchema } from '../checkpoint-id.ts';
import {
  count,
  fileSchema,
  identity,
  imageShape,
  learnedName,
  onnxSchema,
  provenanceSchema,
  share,
  trainingData,
} from '../parts.ts';
import type { Shapes } from '../safetensors.ts';

/** File names in a classifier's folder that are not those of every family. */
export const classifierFiles = { weights: 'classifier.safetensors', onnx: 'classifier.onnx' } as const;

/** Everything but data and network that decides the bytes of a run. Adam; the learning rate falls to 0 over the run. */
const trainingSchema = z.strictObject({
  seed: z.int().nonnegative(),
  numEpochs: count,
  batchSize: count,
  /** At its highest. */
  learningRate: z.number().positive(),
  /** Each image is moved by up to so many whole pixels along each axis, anew in each epoch. */
  maxShift: z.int().nonnegative().max(4),
});

export const classifierManifestSchema = z.strictObject({
  ...identity,
  family: z.literal('classifier'),
  dataset: z.strictObject(trainingData),
  model: z.strictObject({
    channels1: count,
    channels2: count,
    numFeatures: count,
    numClasses: count,
    ...imageShape,
    numParameters: count,
  }),
  training: trainingSchema,
  onnx: onnxSchema,
  files: z.strictObject({ weights: fileSchema, golden: fileSchema }),
  /** `golden.safetensors` holds so many drawn images, and the probabilities and features that a runtime must find in them. */
  golden: z.strictObject({ numImages: count, tolerance: z.number().positive() }),
  /** Of the weights in the files, on the first `testImages` of the split `test`, which training never saw. */
  metrics: z.strictObject({ testAccuracy: share, testImages: count }),
  provenance: provenanceSchema,
});

export type ClassifierManifest = z.infer<typeof classifierManifestSchema>;
export type ClassifierTraining = z.infer<typeof trainingSchema>;

/** What a page knows of a classifier before it reads its manifest. */
export const classifierEntrySchema = z.strictObject({
  id: checkpointIdSchema,
  title: z.string(),
  family: z.literal('classifier'),
  dataset: learnedName,
  /** Bytes of the weights. */
  loadBytes: count,
});

export const classifierEntryOf = (manifest: ClassifierManifest): z.infer<typeof classifierEntrySchema> => {
  const { id, title, family, dataset, files } = manifest;
  return { id, title, family, dataset: dataset.name, loadBytes: files.weights.bytes };
};

/** `golden.safetensors` of a classifier. */
export const classifierGoldenShapes = ({ golden, model }: Pick<ClassifierManifest, 'golden' | 'model'>) =>
  ({
    images: [golden.numImages, model.imageHeight * model.imageWidth],
    probabilities: [golden.numImages, model.numClasses],
    features: [golden.numImages, model.numFeatures],
  }) satisfies Shapes;
