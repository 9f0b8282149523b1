/** What lies between the class codes of a model: how often the judge reads neither of the two ends. Measured while the site is built. Not for islands. */
import { interpolation } from '../../../networks/generator/codes.ts';
import { predictClasses } from '../../../networks/classifier/classifier.ts';
import { withGenerator } from '../../build/generator.ts';
import { withJudge } from '../../build/judge.ts';
import { numSteps } from './state.ts';

export interface PairReadings {
  readonly classes: readonly [number, number];
  /** Share of the steps between the two that are read as a third class, over one content of each class. */
  readonly third: number;
}

/** Without the two ends. */
const steps = Array.from({ length: numSteps - 2 }, (_, i) => (i + 1) / (numSteps - 1));

const measured = new Map<string, Promise<readonly PairReadings[]>>();

/** Of every pair of classes; none where there is no judge. */
export function thirdReadings(id: string): Promise<readonly PairReadings[]> {
  const found = measured.get(id) ?? measure(id);
  measured.set(id, found);
  return found;
}

const measure = async (id: string): Promise<readonly PairReadings[]> =>
  (await withJudge((classify) =>
    withGenerator(id, ({ checkpoint, predict }) => {
      const { model, previews } = checkpoint.manifest;
      const pairs = Array.from({ length: model.numClasses }, (_, second) =>
        Array.from({ length: second }, (__, first) => [first, second] as const),
      ).flat();
      return pairs.map((classes) => {
        const readings = previews.images.flatMap((image) => {
          const codes = interpolation(checkpoint, {
            images: [image, image],
            classes,
            contentSteps: [0],
            classSteps: steps,
          });
          return [...predictClasses(classify(predict(codes)))];
        });
        const third = readings.filter((digit) => !classes.includes(digit));
        return { classes, third: third.length / readings.length };
      });
    }),
  )) ?? [];

/** Over all pairs. */
export const meanThird = (pairs: readonly PairReadings[]): number =>
  pairs.reduce((sum, { third }) => sum + third, 0) / pairs.length;
