/**
 * The manifest of a classifier (`classifier-…`): a network that reads digits, with its files and how well it reads. The trainer
 * calls `parseClassifierManifest` before it writes, readers before they load. Apart from manifest.ts, because a classifier has no codes.
 */
import { z } from 'zod';
import { checkpointIdSchema } from './ids.ts';
import { contractVersion, fileSchema, sha256 } from './manifest.ts';
import { parseOrExplain } from './parse.ts';

const count = z.int().positive();
const share = z.number().min(0).max(1);
const signature = z.array(z.strictObject({ name: z.string(), shape: z.array(z.int()) }));

/** File names inside a classifier's folder. */
export const classifierFiles = {
  manifest: 'manifest.json',
  weights: 'classifier.safetensors',
  onnx: 'classifier.onnx',
  golden: 'golden.safetensors',
} as const;

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

const classifierManifestSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  id: checkpointIdSchema,
  title: z.string().min(1),
  family: z.literal('classifier'),
  /** Trained on the first `numImages` of the split `train`. */
  dataset: z.strictObject({
    name: z.enum(['mnist', 'strokes']),
    split: z.literal('train'),
    numImages: count,
  }),
  network: z.strictObject({
    channels1: count,
    channels2: count,
    numFeatures: count,
    numClasses: z.literal(10),
    imageHeight: z.literal(28),
    imageWidth: z.literal(28),
    numParameters: count,
  }),
  training: trainingSchema,
  /** Inputs and outputs as `classifier.onnx` names them; -1 is the batch. */
  onnx: z.strictObject({ inputs: signature, outputs: signature, opset: count }),
  files: z.strictObject({ weights: fileSchema, onnx: fileSchema, golden: fileSchema }),
  /** `golden.safetensors` holds so many drawn images, and the probabilities and features that a runtime must find in them. */
  golden: z.strictObject({ numImages: count, tolerance: z.number().positive() }),
  /** Of the weights in the files, on the first `testImages` of the split `test`, which training never saw. */
  metrics: z.strictObject({ testAccuracy: share, testImages: count }),
  provenance: z.strictObject({ command: z.string().min(1), codeVersion: sha256 }),
});

export type ClassifierManifest = z.infer<typeof classifierManifestSchema>;
export type ClassifierTraining = z.infer<typeof trainingSchema>;

/** `golden.safetensors` of a classifier. */
export const classifierGoldenShapes = ({
  golden,
  network,
}: Pick<ClassifierManifest, 'golden' | 'network'>) => ({
  images: [golden.numImages, network.imageHeight * network.imageWidth],
  probabilities: [golden.numImages, network.numClasses],
  features: [golden.numImages, network.numFeatures],
});

/** @throws ContractError naming the file, the field and what was expected. */
export const parseClassifierManifest = (value: unknown, where: string): ClassifierManifest =>
  parseOrExplain(classifierManifestSchema, value, where);
