/** How often the judge reads one class, drawn as another, as that other: all images of the class are drawn while the site is built. */
import { predictClasses } from '../../networks/classifier/classifier.ts';
import { transfers } from '../../networks/generator/codes.ts';
import { withGenerator } from './generator.ts';
import { withJudge } from './judge.ts';

export interface ReadTransfers {
  /** Of the images of the class `from`, drawn as `to`, those that are read as `to`. */
  readonly obeyed: number;
  readonly images: number;
}

/** Undefined where there is no judge. `id` is that of a checkpoint. */
export const readTransfers = (id: string, from: number, to: number): Promise<ReadTransfers | undefined> =>
  withJudge((classify) =>
    withGenerator(id, ({ checkpoint, predict }) => {
      const contents = Array.from(checkpoint.manifest.dataset.labels, Number).flatMap((digit, image) =>
        digit === from ? [image] : [],
      );
      const read = predictClasses(classify(predict(transfers(checkpoint, { contents, classes: [to] }))));
      return { obeyed: read.filter((digit) => digit === to).length, images: contents.length };
    }),
  );
