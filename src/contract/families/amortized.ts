/**
 * LORD's second stage in the contract: two encoders that give the codes of a finished run of GLO for any image, the generator that draws from
 * them, and what they find for images that neither learned.
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
  measure,
  onnxSchema,
  pictureSchema,
  provenanceSchema,
  trainingData,
} from '../parts.ts';
import type { Shapes } from '../safetensors.ts';
import { presetNames } from './glo.ts';

const family = z.literal('amortized');
const group = z.literal('amortized');

/** The first stage: the run of GLO whose codes and generator are taken. */
const sourceSchema = z.strictObject({
  id: checkpointIdSchema,
  preset: z.enum(presetNames),
  contentNoiseStd: measure,
});

/** Everything that decides the bytes of a run besides data, network and first stage. Adam. */
const trainingSchema = z.strictObject({
  seed: index,
  numEpochs: count,
  batchSize: count,
  /** Of both encoders; it falls to 0 over the run, in a straight line. */
  learningRate: measure,
  /** Of the generator, which stands still with 0. */
  generatorRate: measure,
  /** Weight of the distances to the learned codes, beside L1 + L2 of the picture. */
  codeWeight: measure,
});

const codeDims = { classDim: count, contentDim: count };
/** Channels of the maps of both encoders. */
const channels = z.array(count).min(1);

export const amortizedManifestSchema = z.strictObject({
  ...identity,
  family,
  group,
  source: sourceSchema,
  dataset: z.strictObject({ ...trainingData, name: datasetName, pictures: z.never().optional() }),
  model: z.strictObject({
    numClasses: count,
    ...codeDims,
    channels,
    ...imageShape,
    /** Of both encoders. */
    numParameters: count,
  }),
  training: trainingSchema,
  onnx: onnxSchema,
  /** `weights`: the generator's, which is all that drawing takes; `encoder`: both encoders', for who encodes images. */
  files: z.strictObject({
    weights: fileSchema,
    encoder: fileSchema,
    codes: fileSchema,
    history: fileSchema,
    golden: fileSchema,
  }),
  /** Images of the test file, one a class in class order, that `codes.safetensors` has the codes of. */
  shown: z.strictObject({ images: z.array(index).min(1) }),
  previews: z.strictObject({
    /** The shown images from the codes of the encoders; of a search that begins at these; of one that begins at the learned codes. */
    reconstructions: pictureSchema,
    /** The contents that the encoders give, one a column, in every class. */
    transfers: pictureSchema,
  }),
  /** `golden.safetensors` holds so many drawn images, their codes, and what the generator draws from these. */
  golden: z.strictObject({ numImages: count, tolerance: z.number().positive() }),
  provenance: provenanceSchema,
});
export type AmortizedManifest = z.infer<typeof amortizedManifestSchema>;
export type AmortizedTraining = z.infer<typeof trainingSchema>;
export type AmortizedSource = z.infer<typeof sourceSchema>;

export const amortizedSettingSchema = z.strictObject({
  family,
  group,
  source: sourceSchema,
  dataset: z.strictObject({ name: datasetName, numTrainingImages: count }),
  model: z.strictObject({ ...codeDims, channels }),
  training: trainingSchema,
});

const curve = z.array(measure);
/** `history.json`: one number an epoch for each curve, rounded to six significant digits; means over images. */
export const amortizedHistorySchema = z.strictObject({
  /** What is minimized, as it was before each step. */
  loss: curve,
  /** L1 + L2 of the pictures drawn from the encodings. */
  reconstruction: curve,
  /** Mean squared distances to the learned codes, over those of the codes from zero. */
  classDistance: curve,
  contentDistance: curve,
  /** L1 + L2 of images that neither stage learned, after the epoch. */
  unseen: curve,
});
export type AmortizedHistory = z.infer<typeof amortizedHistorySchema>;

export const amortizedEntrySchema = z.strictObject({
  id: checkpointIdSchema,
  title: z.string(),
  family,
  group,
  dataset: datasetName,
  preset: z.enum(presetNames),
  contentNoiseStd: measure,
  learnsGenerator: z.boolean(),
  /** Bytes of the generator and of the codes, which is what a figure loads. */
  loadBytes: count,
});
export const amortizedEntryOf = (manifest: AmortizedManifest): z.infer<typeof amortizedEntrySchema> => {
  const { id, title, dataset, source, training, files } = manifest;
  return {
    id,
    title,
    family: 'amortized',
    group: 'amortized',
    dataset: dataset.name,
    preset: source.preset,
    contentNoiseStd: source.contentNoiseStd,
    learnsGenerator: training.generatorRate > 0,
    loadBytes: files.weights.bytes + files.codes.bytes,
  };
};

/** The ONNX graph: the encoders from `image` to `class_code` and `content_code`, and the generator from `class` and `content` to `picture`. */
export const amortizedFile = 'amortized.onnx';

type Dims = Readonly<Record<'numClasses' | 'classDim' | 'contentDim' | keyof typeof imageShape, number>>;
const rowDim = ({ classDim, contentDim }: Dims): number => classDim + contentDim;

/** `codes.safetensors`: the class codes of the first stage, and codes of the shown images, the class code of each and then its content code. */
export const foundShapes = ({
  model,
  shown,
}: {
  readonly model: Dims;
  readonly shown: AmortizedManifest['shown'];
}) => {
  const found = [shown.images.length, rowDim(model)];
  return {
    classCodes: [model.numClasses, model.classDim],
    /** From the encoders. */
    encoded: found,
    /** The class code of the encoders, and the content that a search finds from theirs. */
    refined: found,
    /** The content that a search finds from the learned codes, in the class under which it fits best. */
    searched: found,
  } satisfies Shapes;
};

/** `golden.safetensors`. */
export const amortizedGoldenShapes = ({
  golden,
  model,
}: {
  readonly model: Dims;
  readonly golden: AmortizedManifest['golden'];
}) => {
  const numPixels = model.imageHeight * model.imageWidth * model.imageChannels;
  return {
    images: [golden.numImages, numPixels],
    codes: [golden.numImages, rowDim(model)],
    pictures: [golden.numImages, numPixels],
  } satisfies Shapes;
};
