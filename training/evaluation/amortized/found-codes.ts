/** Codes of images in the three ways that a run with encoders has: at a glance, by a search from there, and by a search from nothing. */
import type { CodeEncoders } from '../../../src/networks/amortized/predictor.ts';
import type { CodeBatch, CodeSource } from '../../../src/networks/generator/codes.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { defaults, learningRate } from '../held-out.ts';
import { projectContents, type Projections } from '../project-contents.ts';
import type { Projector } from '../../../src/networks/generator/projection.ts';

export interface Refined extends Projections {
  readonly codes: CodeBatch;
}

/**
 * From the codes of the encoders, with their class codes, by the settings of held-out.ts: one start an image and no class to choose.
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
    { ...defaults, learningRate, codeScale: rootMeanSquare(source.contentCodes) },
  );
  return {
    encoded,
    refined: { ...found, codes: { ...encoded, contentCodes: found.contentCodes } },
  };
}

export interface FoundInput {
  readonly encoders: CodeEncoders;
  /** Of the generator that the encoders belong to; stays the caller's. */
  readonly projector: Projector;
  /** The first stage's codes. */
  readonly source: CodeSource;
}
