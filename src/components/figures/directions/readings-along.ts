/** How far learned digits bear a direction: how many the judge still reads as their class. Measured on pictures that the generator draws here. Not for islands. */
import { directionNames, type DirectionName } from '../../../contract/direction-names.ts';
import { predictClasses } from '../../../networks/classifier/classifier.ts';
import { reconstructions } from '../../../networks/generator/codes.ts';
import { readCodeMap } from '../../build/code-maps.ts';
import { withGenerator } from '../../build/generator.ts';
import { withJudge } from '../../build/judge.ts';
import { stepsOf } from './state.ts';

/** The first of the training images. */
const numImages = 200;

export interface ReadingAlong {
  readonly name: DirectionName;
  readonly amount: number;
  /** Share of the images that are read as their class. */
  readonly share: number;
}

/** Along every direction of a model, by amounts in standard deviations; none where there is no judge. */
export const readingsAlong = async (
  id: string,
  amounts: readonly number[],
): Promise<readonly ReadingAlong[]> =>
  (await withJudge((classify) =>
    withGenerator(id, ({ checkpoint, predict }) => {
      const { labels } = checkpoint.manifest.dataset;
      const steps = stepsOf(readCodeMap(id));
      const images = Array.from({ length: numImages }, (_, image) => image);
      const learned = reconstructions(checkpoint, images);
      return directionNames.flatMap((name, row) =>
        amounts.map((amount) => {
          const step = steps[row];
          const contentCodes = learned.contentCodes.map(
            (value, at) => value + amount * step[at % step.length],
          );
          const read = predictClasses(classify(predict({ ...learned, contentCodes })));
          const own = images.filter((image) => read[image] === Number(labels[image]));
          return { name, amount, share: own.length / numImages };
        }),
      );
    }),
  )) ?? [];
