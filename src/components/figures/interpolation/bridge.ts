/**
 * What the interpolation opens with: the pair of classes with the best bridge. Of all pairs, each between the first images of its classes, it
 * is the one whose least certain picture the judge is surest to be one of the two. Measured while the site is built. Not for islands.
 */
import { interpolationPreview } from '../../../contract/previews.ts';
import { interpolation } from '../../../networks/generator/codes.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { withJudge } from '../../build/judge.ts';
import { gridOptions, gridSteps, type Ends } from './state.ts';

export interface Bridge extends Ends {
  /** The smallest probability of a picture between the ends to be one of the two classes. */
  readonly certainty: number;
}

/** Every pair of classes of a checkpoint, the best bridge first; none where there is no judge. */
export const bridges = async (id: string): Promise<readonly Bridge[]> =>
  (await withJudge((classify) =>
    withGenerator(id, ({ checkpoint, predict }) => {
      const { previews, model } = checkpoint.manifest;
      const pairs = Array.from({ length: model.numClasses }, (_, second) =>
        Array.from({ length: second }, (__, first) => [first, second]),
      ).flat();
      return pairs
        .map((classes) => {
          const ends = endsOf(classes, previews.images);
          const { probabilities, numClasses } = classify(
            predict(interpolation(checkpoint, gridOptions(ends))),
          );
          const [first, second] = classes;
          const certainties = Array.from(
            { length: gridSteps ** 2 },
            (_, cell) => probabilities[cell * numClasses + first] + probabilities[cell * numClasses + second],
          );
          return { ...ends, certainty: Math.min(...certainties) };
        })
        .toSorted((a, b) => b.certainty - a.certainty);
    }),
  )) ?? [];

const endsOf = (classes: readonly number[], firstImages: readonly number[]): Ends => ({
  classes,
  images: classes.map((digit) => firstImages[digit]),
});

const opening = new Map<string, Promise<Ends>>();

/** The ends that the figure opens with; those of the checkpoint's preview where there is no judge to choose. */
export function openingEnds(id: string, firstImages: readonly number[]): Promise<Ends> {
  const known = opening.get(id);
  if (known) return known;
  const found = bridges(id).then(([best = endsOf(interpolationPreview.classes, firstImages)]) => ({
    classes: best.classes,
    images: best.images,
  }));
  opening.set(id, found);
  return found;
}

/** The figure's first frame by a checkpoint, as a PNG. */
export const drawFirstFrame = (id: string, ends: Ends): Promise<Uint8Array<ArrayBuffer>> =>
  withGenerator(id, ({ checkpoint, predict }) =>
    encodeSheet(predict(interpolation(checkpoint, gridOptions(ends))), gridSteps, checkpoint.manifest.model),
  );
