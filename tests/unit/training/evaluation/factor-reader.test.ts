/** The factor reader, held to pictures that it never saw and whose factors are known. */
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { factorNames, factorsOf, makeStrokes } from '../../../../training/data/strokes.ts';
import { drawDigit } from '../../../../training/data/strokes/render.ts';
import {
  factorsKept,
  measureFactorReader,
  teachFactorReader,
} from '../../../../training/evaluation/factor-reader.ts';
import { toIntensity } from '../../../../training/evaluation/pictures.ts';

const shape = { numClasses: 10, imageWidth: 28 };
const reader = teachFactorReader({ ...makeStrokes({ seed: 'taught', numImages: 800 }), ...shape });
const unseen = makeStrokes({ seed: 'unseen', numImages: 200 });

test('reads every factor of pictures that it never saw', () => {
  const marks = measureFactorReader(reader, { ...unseen, ...shape });
  for (const name of factorNames) {
    const mark = marks[`real.factorReading.${name}`];
    expect(mark?.n).toBe(200);
    expect(mark?.value, name).toBeGreaterThan(0.9);
  }
});

describe('of transfers', () => {
  /** The pictures of every content in every other class, as `draw` has them. */
  const kept = (draw: (image: number, label: number) => Uint8Array) => {
    const measure = factorsKept(reader, unseen.labels, unseen.factors, 10);
    for (let label = 0; label < 10; label++) {
      const contents = Array.from(unseen.labels.keys()).filter((image) => unseen.labels[image] !== label);
      const pictures = Float32Array.from(contents.flatMap((image) => [...toIntensity(draw(image, label))]));
      measure.add({ pictures, contents, classes: contents.map(() => label) });
    }
    return measure.metrics();
  };

  test('that keep every factor says so', () => {
    const metrics = kept((image, label) => drawDigit(label, factorsOf(unseen, image)));
    for (const name of factorNames) {
      expect(metrics[`factorReading.${name}`]?.value, name).toBeGreaterThan(0.85);
      expect(metrics[`factorReading.${name}`]?.n).toBe(1800);
    }
  });

  test('that take one factor from elsewhere finds that one gone, and the others there', () => {
    const other = createRandom('other').permutation(200);
    const metrics = kept((image, label) =>
      drawDigit(label, { ...factorsOf(unseen, image), slant: factorsOf(unseen, other[image]).slant }),
    );
    expect(Math.abs(metrics['factorReading.slant']?.value ?? 1)).toBeLessThan(0.2);
    expect(metrics['factorReading.thickness']?.value).toBeGreaterThan(0.85);
  });

  test('that are one picture a class keep nothing', () => {
    const metrics = kept((_, label) => drawDigit(label, factorsOf(unseen, 0)));
    for (const name of factorNames) expect(metrics[`factorReading.${name}`]?.value).toBe(0);
  });
});

test('says which class it was not taught', () => {
  expect(() => teachFactorReader({ ...makeStrokes({ seed: 'few', numImages: 10 }), ...shape })).toThrow(
    'teachFactorReader needs pictures of every class, at least two; it got 1 of class 0.',
  );
});
