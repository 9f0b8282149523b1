import { describe, expect, it } from 'vitest';
import { numPixels } from '../../../support/digit-shape.ts';
import { measureReconstructions, type Predict } from '../../../../training/evaluation/pictures.ts';
import { reconstructionErrors } from '../../../../training/evaluation/reconstruction.ts';
import { codeSource } from './code-source.ts';
import { joinPictures, markClass, markJudge } from './fakes.ts';

const labels = '0110';
const source = codeSource({ contentCodes: Float32Array.of(0, 0, 1, 0, 2, 0, 3, 0), labels });
const images = new Uint8Array(4 * numPixels).fill(51);

/** Pictures of intensity 0.2 + `error` everywhere but in the mark, which says the class of image 3 wrongly. */
const predictWith =
  (error: number): Predict =>
  ({ count, contentCodes, classCodes }) =>
    joinPictures(
      Array.from({ length: count }, (_, row) =>
        markClass(
          new Float32Array(numPixels).fill(0.2 + error),
          contentCodes[row * 2] === 3 ? 1 : classCodes[row],
        ),
      ),
    );

describe('reconstructionErrors', () => {
  it('knows the errors of pictures that are off by a tenth, and how many are read as their class', () => {
    const measures = [reconstructionErrors(images, markJudge)];
    const metrics = measureReconstructions({ source, predict: predictWith(0.1), measures });
    expect(metrics['reconstruction.l1']?.value).toBeCloseTo(0.1, 3);
    expect(metrics['reconstruction.l2']?.value).toBeCloseTo(0.01, 3);
    expect(metrics['reconstruction.loss']?.value).toBeCloseTo(0.11, 3);
    expect(metrics['reconstruction.psnr']?.value).toBeCloseTo(20, 1);
    expect(metrics['reconstruction.accuracy']).toEqual({ value: 0.75, n: 4 });
  });

  it('finds no error in perfect pictures, whose PSNR is infinite', () => {
    const predict: Predict = ({ count }) => new Float32Array(count * numPixels).fill(0.2);
    const measures = [reconstructionErrors(images, markJudge)];
    const metrics = measureReconstructions({ source, predict, measures });
    expect(metrics['reconstruction.loss']?.value).toBeLessThan(1e-7);
    expect(
      measureReconstructions({
        source,
        predict: ({ count }) => new Float32Array(count * numPixels),
        measures: [reconstructionErrors(new Uint8Array(4 * numPixels), markJudge)],
      })['reconstruction.psnr']?.value,
    ).toBe(Infinity);
  });
});
