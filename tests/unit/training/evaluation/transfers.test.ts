import { describe, expect, it } from 'vitest';
import { numPixels } from '../../../support/digit-shape.ts';
import { labelsOf, measureTransfers, type Predict } from '../../../../training/evaluation/pictures.ts';
import { swapAccuracy } from '../../../../training/evaluation/transfers.ts';
import { codeSource } from './code-source.ts';
import { joinPictures, markClass, markJudge } from './fakes.ts';

const labels = '0123456789'.repeat(12);
/** The content code of image i is [i, its class]: content that holds the class, for a generator that wants it. */
const source = codeSource({
  contentCodes: Float32Array.from(Array.from(labels, (label, i) => [i, Number(label)]).flat()),
  labels,
  numClasses: 10,
});

/** A generator whose pictures show the class that `classOf` makes of a content's class and the class code. */
const generator =
  (classOf: (source: number, target: number) => number): Predict =>
  ({ count, contentCodes, classCodes }) =>
    joinPictures(
      Array.from({ length: count }, (_, row) =>
        markClass(new Float32Array(numPixels), classOf(contentCodes[row * 2 + 1], classCodes[row])),
      ),
    );

const measure = (predict: Predict) =>
  measureTransfers({ source, predict, measures: [swapAccuracy(labelsOf(source), markJudge)] });

describe('swapAccuracy', () => {
  it('is 1 for a generator that draws the class it is given', () => {
    expect(measure(generator((_, target) => target))).toEqual({
      'swap.accuracy': { value: 1, n: 1080 },
      'swap.source': { value: 0, n: 1080 },
    });
  });

  it('is 0, and the source 1, for one that draws the class of the content', () => {
    expect(measure(generator((own) => own))).toEqual({
      'swap.accuracy': { value: 0, n: 1080 },
      'swap.source': { value: 1, n: 1080 },
    });
  });

  it('counts a third class as neither', () => {
    const metrics = measure(generator((own, target) => (own + target) % 10));
    // Of 90 pairs, own + target is the target for own 0, and the source for target 0.
    expect(metrics['swap.accuracy']?.value).toBeCloseTo(0.1, 12);
    expect(metrics['swap.source']?.value).toBeCloseTo(0.1, 12);
  });
});
