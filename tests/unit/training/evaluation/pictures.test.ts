import { describe, expect, it } from 'vitest';
import { numPixels } from '../../../support/digit-shape.ts';
import {
  measureReconstructions,
  measureTransfers,
  type PictureMeasure,
  type Predict,
} from '../../../../training/evaluation/pictures.ts';
import { codeSource } from './code-source.ts';

const labels = Array.from({ length: 250 }, (_, i) => (i * 7) % 3).join('');
const source = codeSource({
  contentCodes: Float32Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? i / 2 : 0)),
  labels,
  numClasses: 3,
});

/** Writes which content and class each picture was made of into its first two pixels. */
const predict: Predict = ({ count, contentCodes, classCodes }) => {
  const pictures = new Float32Array(count * numPixels);
  for (let row = 0; row < count; row++)
    pictures.set([contentCodes[row * 2], classCodes[row]], row * numPixels);
  return pictures;
};

/** Every (content, class) that was shown, and the largest pass. */
function watch() {
  const seen: string[] = [];
  let largest = 0;
  const measure: PictureMeasure = {
    add({ pictures, contents, classes }) {
      largest = Math.max(largest, contents.length);
      expect(pictures.length).toBe(contents.length * numPixels);
      contents.forEach((image, row) => {
        expect([pictures[row * numPixels], pictures[row * numPixels + 1]]).toEqual([image, classes[row]]);
        seen.push(`${image} as ${classes[row]}`);
      });
    },
    metrics: () => ({ diversity: { value: 1, n: seen.length } }),
  };
  return { measure, seen, largest: () => largest };
}

describe('measureTransfers', () => {
  it('shows every content with every other class once, in passes of at most 100', () => {
    const { measure, seen, largest } = watch();
    expect(measureTransfers({ source, predict, measures: [measure] })).toEqual({
      diversity: { value: 1, n: 500 },
    });
    const expected = Array.from(labels).flatMap((label, i) =>
      [0, 1, 2].filter((other) => other !== Number(label)).map((other) => `${i} as ${other}`),
    );
    expect([...seen].sort()).toEqual(expected.sort());
    expect(largest()).toBe(100);
  });
});

describe('measureReconstructions', () => {
  it('shows every image once, as its own class', () => {
    const { measure, seen } = watch();
    measureReconstructions({ source, predict, measures: [measure] });
    expect(seen).toEqual(Array.from(labels, (label, i) => `${i} as ${label}`));
  });
});
