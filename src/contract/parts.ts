/** The parts that manifests of all families share: files, images, data, the ONNX graph, provenance. */
import { z } from './schema.ts';
import { datasetNames, learnedNames } from './datasets.ts';
import { checkpointIdSchema } from './checkpoint-id.ts';

export const contractVersion = 5;

export const count = z.int().positive();
export const index = z.int().nonnegative();
export const measure = z.number().nonnegative();
export const share = z.number().min(0).max(1);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower case hexadecimal');

export const fileSchema = z.strictObject({ path: z.string().min(1), bytes: count, sha256 });
export type FileEntry = z.infer<typeof fileSchema>;

/** What every manifest begins with. */
export const identity = {
  contractVersion: z.literal(contractVersion),
  id: checkpointIdSchema,
  title: z.string().min(1),
};

/** Of one image, in pixels and numbers a pixel. */
export const imageShape = { imageHeight: count, imageWidth: count, imageChannels: count };

export const datasetName = z.enum(datasetNames);
export const learnedName = z.enum(learnedNames);

/** The run learned `numTrainingImages` in a row of this split, from `firstImage` on. */
export const trainingData = {
  name: learnedName,
  split: z.literal('train'),
  firstImage: index,
  numTrainingImages: count,
  /** SHA-256 over the bytes of those images and, after them, of their labels. */
  sha256,
  /** Of a folder of pictures alone: what is in all of it. Where it lies is not said. */
  pictures: z
    .strictObject({
      numPictures: count,
      /** In the order of the labels. */
      classNames: z.array(z.string().min(1)).min(1).readonly(),
      /** As above, over all of them. */
      sha256,
    })
    .optional(),
};

/** Adds an issue unless what is said of pictures is said of a folder of them, and of nothing else. */
export function checkPictures(
  { dataset }: { readonly dataset: Pick<z.infer<z.ZodObject<typeof trainingData>>, 'name' | 'pictures'> },
  context: z.RefinementCtx,
): void {
  if ((dataset.name === 'pictures') === (dataset.pictures !== undefined)) return;
  context.addIssue({
    code: 'custom',
    path: ['dataset', 'pictures'],
    message: `${dataset.pictures ? 'given' : 'missing'}, and the data set is ${dataset.name}: a folder of pictures says it, and nothing else`,
  });
}

const signature = z.array(z.strictObject({ name: z.string(), shape: z.array(z.int()) }));

/** The same network as an ONNX graph, which is made from the weights when the site is built; -1 is the batch. */
export const onnxSchema = z.strictObject({
  file: fileSchema,
  inputs: signature,
  outputs: signature,
  opset: count,
});

export const provenanceSchema = z.strictObject({
  command: z.string().min(1),
  /** SHA-256 over the sources and runtime versions that decide the bytes; see training/export/code-version.ts. */
  codeVersion: sha256,
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const pictureSchema = z.strictObject({
  file: fileSchema,
  /** The grid of the picture in cells of imageWidth × imageHeight pixels, without gaps. */
  rows: count,
  columns: count,
});

/**
 * How training ended. `diverged`: a loss was not a number, and the checkpoint is the run after its last whole epoch. `collapsed`: whatever
 * goes in, the same comes out.
 */
export const endingSchema = z.strictObject({
  kind: z.enum(['finished', 'collapsed', 'diverged']),
  message: z.string().min(1),
});
export type Ending = z.infer<typeof endingSchema>;
