/**
 * What autoencoders and variational autoencoders have in common in the contract: an encoder with its decoder, the pictures and the golden
 * cases of a checkpoint, the curves of training, and how a run ended.
 */
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

const activation = z.enum(['linear', 'relu', 'sigmoid']);

/** The fields of src/networks/encoder-decoder/architecture.ts, whatever the images. */
export const networkFields = {
  network: z.enum(['dense', 'convolutional']),
  /** Widths of the encoder's hidden layers, or channels of its maps; the decoder has the same in reverse. */
  hidden: z.array(count),
  encoderActivation: activation,
  decoderActivation: activation,
  codeDim: count,
  codeActivation: activation,
  gaussianCode: z.boolean(),
  outputActivation: activation,
};
const networkSchema = z.strictObject(networkFields);

/** What decides a run besides data and network, in every family. Adam. */
export const optimizerFields = {
  seed: index,
  numEpochs: count,
  batchSize: count,
  learningRate: measure,
  /** Whether the learning rate falls to 0 over the run, in a straight line. */
  rateDecays: z.boolean(),
};

/** How many images of the hand-out's split are learned; those behind them are for validation. */
const validationData = { numValidationImages: count };

const eightBitsSchema = z.strictObject({ stored: z.boolean(), largest: measure, mean: measure });

export const manifestFields = {
  ...identity,
  dataset: z.strictObject({ ...trainingData, ...validationData }),
  model: z.strictObject({ ...networkFields, ...imageShape, numParameters: count }),
  ending: endingSchema,
  onnx: onnxSchema,
  /** `weights`: the decoder's, which is all that drawing takes; `encoder`: the encoder's, for who encodes images. */
  files: z.strictObject({
    weights: fileSchema,
    encoder: fileSchema,
    codes: fileSchema,
    history: fileSchema,
    golden: fileSchema,
  }),
  /**
   * Whether the large matrices of each half are stored in eight bits, and what eight bits change in reconstructions of validation images, in
   * steps of 1/255 of a pixel; null of a network that has no large matrix. Everything else is stored in halves.
   */
  eightBits: z.strictObject({ encoder: eightBitsSchema, decoder: eightBitsSchema }).nullable(),
  /** Validation images that `codes.safetensors` has the encodings of: of codes that fit on a plane, else none. */
  numMapped: index,
  previews: z.strictObject({
    /** The first of each class of the training images, or ten of them by turns of the classes, and below them of the validation images; these have no originals here. */
    reconstructions: pictureSchema,
    /** Between the codes of a training and a validation image, one pair a row. */
    interpolation: pictureSchema,
    /** Drawn from N(0, I), and below from a Gaussian fitted to the codes. */
    samples: pictureSchema,
  }),
  /** `golden.safetensors` holds so many drawn images with what the encoder says of them, and as many codes with what the decoder draws. */
  golden: z.strictObject({ numImages: count, tolerance: z.number().positive() }),
  provenance: provenanceSchema,
};

/** The parts that every encoder-decoder manifest has, without its family. */
export type EncoderDecoderManifest = z.infer<z.ZodObject<typeof manifestFields>>;
export type NetworkSettings = z.infer<typeof networkSchema>;

export const settingFields = {
  dataset: z.strictObject({ name: datasetName, numTrainingImages: count, ...validationData }),
  model: networkSchema,
};

const curve = z.array(measure);
/** `history.json`: one number an epoch for each curve, rounded to six significant digits; means over images. */
export const encoderDecoderHistorySchema = z.strictObject({
  /** What is minimized, as it was before each step. */
  loss: curve,
  /** Its data term, with its weight. */
  data: curve,
  /** KL(posterior ‖ N(0, I)) in nats, whatever its weight; 0 of plain codes. */
  divergence: curve,
  /** The loss on the validation images after the epoch. */
  validation: curve,
  /** Of greedy pre-training: the loss of each epoch of each pair of layers, outermost first. */
  pretraining: z.array(curve).optional(),
});
export type EncoderDecoderHistory = z.infer<typeof encoderDecoderHistorySchema>;

export const entryFields = {
  id: checkpointIdSchema,
  title: z.string(),
  dataset: learnedName,
  codeDim: count,
  /** Bytes of the decoder and of the codes, which is what a figure loads. */
  loadBytes: count,
};
export const entryFieldsOf = ({ id, title, dataset, model, files }: EncoderDecoderManifest) => ({
  id,
  title,
  dataset: dataset.name,
  codeDim: model.codeDim,
  loadBytes: files.weights.bytes + files.codes.bytes,
});

/** The ONNX graph: the encoder from `image` to `encoding`, and the decoder from `code` to `picture`, which do not touch. */
export const encoderDecoderFile = 'encoder-decoder.onnx';

interface Model {
  readonly model: Readonly<Record<'codeDim' | keyof typeof imageShape, number>> & {
    readonly gaussianCode: boolean;
  };
}

/** Numbers that the encoder gives for an image: a code, or means and log variances. */
export const encodingDim = ({
  codeDim,
  gaussianCode,
}: Pick<NetworkSettings, 'codeDim' | 'gaussianCode'>): number => (gaussianCode ? 2 * codeDim : codeDim);

type WithCodes = Model & {
  readonly numMapped: number;
  readonly previews: { readonly reconstructions: Readonly<Record<'rows' | 'columns', number>> };
};

/**
 * `codes.safetensors`: the Gaussian fitted to the codes of the training images, of Gaussian codes to their means; what the encoder says of
 * the images of the reconstructions; and of the first validation images, with their classes.
 */
export const codesShapes = ({ model, numMapped, previews: { reconstructions } }: WithCodes) =>
  ({
    mean: [model.codeDim],
    covariance: [model.codeDim, model.codeDim],
    shown: [reconstructions.rows * reconstructions.columns, encodingDim(model)],
    mapped: [numMapped, encodingDim(model)],
    mappedLabels: [numMapped],
  }) satisfies Shapes;

/** `golden.safetensors`. */
export const encoderDecoderGoldenShapes = ({
  golden,
  model,
}: Model & Pick<EncoderDecoderManifest, 'golden'>) => {
  const numPixels = model.imageHeight * model.imageWidth * model.imageChannels;
  return {
    images: [golden.numImages, numPixels],
    encodings: [golden.numImages, encodingDim(model)],
    codes: [golden.numImages, model.codeDim],
    pictures: [golden.numImages, numPixels],
  } satisfies Shapes;
};
