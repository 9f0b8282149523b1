import { expect, test } from 'vitest';
import { momentDirections } from '../../../../../src/networks/generator/moment-directions.ts';
import type { CodeBatch } from '../../../../../src/networks/generator/codes.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { drawDigit } from '../../../../../training/data/strokes/render.ts';
import { toIntensity } from '../../../../../training/evaluation/pictures.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

/** Contents are known strokes: slant and thickness as they are, and a third number that draws nothing. */
const numImages = 60;
const strokes = makeStrokes({ seed: 'directions', numImages });
const { slant, thickness, offsetX } = strokes.factors;
const contentCodes = Float32Array.from(
  Array.from({ length: numImages }, (_, i) => [slant[i], thickness[i], offsetX[i]]).flat(),
);
const model = { ...digitShape, numClasses: 10, classDim: 1, contentDim: 3 };
const source = {
  manifest: { model, dataset: { numImages } } as never,
  contentCodes,
  classCodes: Float32Array.from({ length: 10 }, (_, digit) => digit),
};
const predict = ({ count, contentCodes: contents, classCodes }: CodeBatch) =>
  Float32Array.from(
    Array.from({ length: count }, (_, i) =>
      Array.from(
        toIntensity(
          drawDigit(classCodes[i], {
            slant: contents[3 * i],
            thickness: contents[3 * i + 1],
            width: 14,
            height: 17,
            offsetX: 0,
            offsetY: 0,
          }),
        ),
      ),
    ).flat(),
  );

test('known factors are found as directions, the same for every class', () => {
  const { slant: leaning, ink } = momentDirections(source, predict, 40);
  expect(leaning.direction[0]).toBeGreaterThan(0.95);
  expect(leaning.shared).toBeGreaterThan(0.7);
  expect(ink.shared).toBeGreaterThan(0.7);
  expect(ink.direction[1]).toBeGreaterThan(0);
});

test('what draws nothing is in no direction', () => {
  const found = momentDirections(source, predict, 40);
  for (const { direction } of [found.slant, found.ink]) expect(Math.abs(direction[2])).toBeLessThan(0.1);
});
