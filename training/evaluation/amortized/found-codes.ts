/** Codes of images that neither stage learned, from encoders and by a search from theirs; and such images as what pictures are made of. */
import type { CodeEncoders } from '../../../src/networks/amortized/predictor.ts';
import type { CodeBatch, CodeSource } from '../../../src/networks/generator/codes.ts';
import type { Projector } from '../../../src/networks/generator/projection.ts';
import { searchDefaults } from '../../../src/networks/generator/search.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { projectContents, type Projections } from '../project-contents.ts';

export interface FoundInput {
  readonly encoders: CodeEncoders;
  /** Of the generator that the encoders belong to; stays the caller's. */
  readonly projector: Projector;
  /** The first stage's codes. */
  readonly source: CodeSource;
}

export interface Refined extends Projections {
  readonly codes: CodeBatch;
}

/**
 * From the codes of the encoders, with their class codes, by the settings of a search: one start an image and no class to choose.
 * `images`: intensity in [0, 1].
 */
export function refine(
  { encoders, projector, source }: FoundInput,
  images: Float32Array,
): { readonly encoded: CodeBatch; readonly refined: Refined } {
  const encoded = encoders.encode(images);
  const found = projectContents(
    projector,
    encoded,
    { intensity: images, rows: Array.from({ length: encoded.count }, (_, i) => i) },
    { ...searchDefaults, codeScale: rootMeanSquare(source.contentCodes) },
  );
  return {
    encoded,
    refined: { ...found, codes: { ...encoded, contentCodes: found.contentCodes } },
  };
}

/** Found contents in place of the learned ones, of images of these classes, with the learned class codes. */
export const withContents = (
  { manifest: { dataset, model }, classCodes }: CodeSource,
  labels: Uint8Array,
  contentCodes: Float32Array,
): CodeSource => ({
  manifest: { dataset: { ...dataset, numImages: labels.length, labels: labels.join('') }, model },
  contentCodes,
  classCodes,
});
