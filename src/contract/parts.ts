/** The parts that manifests of all families share: files, images, data, the ONNX graph, provenance. */
import { z } from 'zod';
import { datasetNames } from './datasets.ts';
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

/** The run learned `numTrainingImages` in a row of this split, from `firstImage` on. */
export const trainingData = {
  name: datasetName,
  split: z.literal('train'),
  firstImage: index,
  numTrainingImages: count,
  /** SHA-256 over the bytes of those images and, after them, of their labels. */
  sha256,
};

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
