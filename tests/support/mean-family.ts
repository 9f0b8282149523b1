/** A family for one test: the mean of the training images. What each table has to be told of it, and nothing else. */
import { z } from 'zod';
import {
  contractVersion,
  learnedName,
  fileSchema,
  identity,
  onnxSchema,
  provenanceSchema,
  trainingData,
} from '../../src/contract/parts.ts';
import { encodeJson } from '../../training/export/encode-json.ts';
import { entryOf } from '../../training/export/file-entry.ts';
import type { LabelledImages } from '../../training/data/sources.ts';
import { hashOfImages } from '../../training/data/training-data.ts';
import type { Recipe } from '../../training/recipes/recipe.ts';

const family = z.literal('mean');

export const meanManifestSchema = z.strictObject({
  ...identity,
  family,
  dataset: z.strictObject(trainingData),
  onnx: onnxSchema,
  files: z.strictObject({ weights: fileSchema }),
  provenance: provenanceSchema,
});
export const meanEntrySchema = z.strictObject({ id: z.string(), family, dataset: learnedName });

type MeanManifest = z.infer<typeof meanManifestSchema>;

export const meanEntryOf = ({ id, dataset }: MeanManifest): z.infer<typeof meanEntrySchema> => ({
  id,
  family: 'mean',
  dataset: dataset.name,
});

export const meanRecipe = {
  id: 'mean-strokes-all',
  title: 'The mean of all digits',
  family: 'mean',
  dataset: { name: 'strokes', numTrainingImages: 20 },
  training: { seed: 1, numEpochs: 1, batchSize: 20 },
  ships: true,
} as const;

/** What stands in for a graph. */
export const meanGraph = new TextEncoder().encode('the mean');

interface MakeInput {
  readonly data: LabelledImages;
  readonly provenance: MeanManifest['provenance'];
}

export const meanMethod = {
  family: 'mean',
  runs: [],
  supportNetworks: [meanRecipe as unknown as Recipe],
  sources: ['training/data/sources.ts'],
  // eslint-disable-next-line @typescript-eslint/require-await -- a method may wait, this one need not
  async *make({ data, provenance }: MakeInput) {
    yield { epoch: 1, numEpochs: 1, loss: 0 };
    const { images, labels } = data;
    const numPixels = images.length / labels.length;
    const weights = new Uint8Array(numPixels).map((_, pixel) => {
      let sum = 0;
      for (let at = pixel; at < images.length; at += numPixels) sum += images[at];
      return Math.round(sum / labels.length);
    });
    const { id, title, dataset } = meanRecipe;
    const manifest: MeanManifest = {
      contractVersion,
      id,
      title,
      family: 'mean',
      dataset: { ...dataset, split: 'train', firstImage: 0, sha256: hashOfImages(data) },
      onnx: { file: entryOf('mean.onnx', meanGraph), inputs: [], outputs: [], opset: 18 },
      files: { weights: entryOf('mean.bin', weights) },
      provenance,
    };
    return {
      manifest,
      files: new Map([
        ['mean.bin', weights],
        ['manifest.json', encodeJson(manifest)],
      ]),
    };
  },
  wouldMake: ({ id }: MeanManifest) => id === meanRecipe.id,
  recipeOf: () => meanRecipe,
  onnx: () => Promise.resolve(meanGraph),
};
