/** Directions in the space of content codes along which a moment of the pictures grows, the same for every class. */
import { imageMoments, momentNames, type MomentName } from '../../numerics/image-moments.ts';
import { fitSharedSlope, type SharedFit } from '../../numerics/shared-slope.ts';
import { imageLength } from '../blocks/image-shape.ts';
import { transfers, type CodeSource } from './codes.ts';
import type { Predictor } from './predictor.ts';

export type MomentDirections = Readonly<Record<MomentName, SharedFit>>;

/** By regression on pictures of `numContents` learned contents, evenly through the images, each drawn in every class. */
export function momentDirections(
  source: CodeSource,
  predict: Predictor['predict'],
  numContents: number,
): MomentDirections {
  const { model, dataset } = source.manifest;
  const length = imageLength(model);
  const contents = Array.from({ length: numContents }, (_, i) =>
    Math.floor((i * dataset.numImages) / numContents),
  );
  const moments = Array.from({ length: model.numClasses }, (_, digit) => {
    const pictures = predict(transfers(source, { contents, classes: [digit] }));
    return contents.map((_, i) =>
      imageMoments(pictures.subarray(i * length, (i + 1) * length), model.imageWidth),
    );
  });
  const { contentCodes } = transfers(source, { contents, classes: [0] });
  const fitOf = (name: MomentName): SharedFit =>
    fitSharedSlope(
      contentCodes,
      model.contentDim,
      moments.map((row) => row.map((each) => each[name])),
    );
  return Object.fromEntries(momentNames.map((name) => [name, fitOf(name)])) as Record<MomentName, SharedFit>;
}
