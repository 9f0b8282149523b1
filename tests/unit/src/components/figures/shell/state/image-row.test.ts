import { expect, test } from 'vitest';
import {
  imageSources,
  imagesOfRow,
} from '../../../../../../../src/components/figures/shell/state/image-row.ts';
import { classOf } from '../../../../../../../src/components/figures/shell/state/images.ts';

/** Ten classes, twenty images each, in a mixed order. */
const labels = Array.from({ length: 200 }, (_, i) => (i * 7 + Math.floor(i / 10)) % 10).join('');

test.each(imageSources)(
  'a row from "%s" has ten different images, the same ones for the same seed',
  (from) => {
    for (const seed of [0, 1, 2]) {
      const row = imagesOfRow(labels, { from, seed });
      expect(new Set(row).size).toBe(10);
      expect(imagesOfRow(labels, { from, seed })).toEqual(row);
      const digits = row.map((image) => classOf(labels, image));
      if (from === 'each') expect(digits).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      else if (from !== 'any') expect(new Set(digits)).toEqual(new Set([from]));
    }
  },
);

test('seed 0 takes the first image of each class, as the previews do', () => {
  const first = Array.from({ length: 10 }, (_, digit) => labels.indexOf(String(digit)));
  expect(imagesOfRow(labels, { from: 'each', seed: 0 })).toEqual(first);
});

test('another seed takes other images', () => {
  const row = (seed: number) => imagesOfRow(labels, { from: 'each', seed });
  expect(row(1)).not.toEqual(row(2));
});
