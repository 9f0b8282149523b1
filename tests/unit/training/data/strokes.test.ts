import { describe, expect, it } from 'vitest';
import { drawDigit } from '../../../../training/data/strokes/render.ts';
import {
  factorNames,
  factorRanges,
  factorsOf,
  makeStrokes,
  type FactorName,
} from '../../../../training/data/strokes.ts';

const numPixels = 28 * 28;
const set = makeStrokes({ seed: 1, numImages: 1000 });
const image = (i: number) => set.images.subarray(i * numPixels, (i + 1) * numPixels);
const ofDigit = (digit: number) => [...set.labels.keys()].filter((i) => set.labels[i] === digit);

describe('a set of stroke digits', () => {
  it('is the same for the same seed', () => {
    expect(makeStrokes({ seed: 1, numImages: 1000 })).toEqual(set);
  });

  it('is another for another seed', () => {
    const other = makeStrokes({ seed: 2, numImages: 1000 });
    expect(other.labels).not.toEqual(set.labels);
    expect(other.factors).not.toEqual(set.factors);
  });

  it('begins like a larger one of the same seed', () => {
    const few = makeStrokes({ seed: 1, numImages: 25 });
    expect(few.images).toEqual(set.images.slice(0, 25 * numPixels));
    expect(few.labels).toEqual(set.labels.slice(0, 25));
    for (const name of factorNames) expect(few.factors[name]).toEqual(set.factors[name].slice(0, 25));
  });

  it('has every digit once in each ten images, in changing order', () => {
    const tens = Array.from({ length: 100 }, (_, i) => [...set.labels.subarray(i * 10, i * 10 + 10)]);
    for (const ten of tens) expect(ten.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(tens.map(String)).size).toBeGreaterThan(90);
  });

  it('fills the range of each factor, and draws each without regard to the others and to the digit', () => {
    for (const name of factorNames) {
      const values = set.factors[name];
      const [low, high] = factorRanges[name];
      const margin = (high - low) / 50;
      expect(Math.min(...values)).toBeGreaterThanOrEqual(Math.fround(low));
      expect(Math.min(...values)).toBeLessThan(low + margin);
      expect(Math.max(...values)).toBeLessThanOrEqual(Math.fround(high));
      expect(Math.max(...values)).toBeGreaterThan(high - margin);
      for (const other of factorNames) {
        if (other !== name) expect(Math.abs(correlation(values, set.factors[other]))).toBeLessThan(0.12);
      }
      expect(Math.abs(correlation(values, set.labels))).toBeLessThan(0.12);
    }
  });
});

describe('an image', () => {
  it('is made of its digit and its factors alone', () => {
    for (let i = 0; i < 50; i++) {
      expect(drawDigit(set.labels[i], factorsOf(set, i))).toEqual(Uint8Array.from(image(i)));
    }
  });

  it('goes from paper to full intensity through greys', () => {
    for (let i = 0; i < 1000; i++) {
      expect(Math.min(...image(i))).toBe(0);
      expect(Math.max(...image(i))).toBe(255);
      expect(image(i).filter((intensity) => intensity > 0 && intensity < 255).length).toBeGreaterThan(20);
    }
  });

  it('is not cut off by the border', () => {
    for (let i = 0; i < 1000; i++) {
      const border = image(i).filter((_, p) => p < 28 || p >= 27 * 28 || p % 28 === 0 || p % 28 === 27);
      expect(Math.max(...border)).toBeLessThan(128);
    }
  });

  it('has about as much intensity as one of MNIST, 13 %', () => {
    const mean = set.images.reduce((sum, intensity) => sum + intensity, 0) / set.images.length / 255;
    expect(mean).toBeGreaterThan(0.11);
    expect(mean).toBeLessThan(0.15);
  });
});

/** Of one image, measured from its pixels only: what facts about handwriting are compared with. */
function measure(pixels: Uint8Array) {
  let [mass, sumX, sumY] = [0, 0, 0];
  pixels.forEach((intensity, p) => {
    mass += intensity;
    sumX += intensity * ((p % 28) + 0.5);
    sumY += intensity * (Math.floor(p / 28) + 0.5);
  });
  const [middleX, middleY] = [sumX / mass, sumY / mass];
  let [xx, xy, yy, outline] = [0, 0, 0, 0];
  pixels.forEach((intensity, p) => {
    outline += Math.hypot(intensity - (pixels[p + 1] || 0), intensity - (pixels[p + 28] || 0));
    const [dx, dy] = [(p % 28) + 0.5 - middleX, Math.floor(p / 28) + 0.5 - middleY];
    xx += (intensity * dx * dx) / mass;
    xy += (intensity * dx * dy) / mass;
    yy += (intensity * dy * dy) / mass;
  });
  return {
    ink: mass / 255,
    inkPerOutline: mass / outline,
    slant: -xy / yy,
    width: Math.sqrt(xx - (xy * xy) / yy),
    height: Math.sqrt(yy),
    offsetX: middleX - 14,
    offsetY: middleY - 14,
  };
}

describe('the factors are what the pixels show, in each digit:', () => {
  const least = { slant: 0.95, height: 0.8, offsetX: 0.95, offsetY: 0.95 } as const;

  for (const [name, threshold] of Object.entries(least) as [keyof typeof least, number][]) {
    it(`${name}, by image moments`, () => {
      for (let digit = 0; digit < 10; digit++) {
        const { own, measured } = ownAndMeasured(digit, name, name);
        expect(correlation(own, measured)).toBeGreaterThan(threshold);
      }
    });
  }

  it('width, by the deskewed second moment; less so in a 1, which is mostly a stem', () => {
    for (let digit = 0; digit < 10; digit++) {
      const { own, measured } = ownAndMeasured(digit, 'width', 'width');
      expect(correlation(own, measured)).toBeGreaterThan(digit === 1 ? 0.4 : 0.8);
    }
  });

  it('thickness, by the amount of intensity, and closely by intensity over the length of its outline', () => {
    for (let digit = 0; digit < 10; digit++) {
      const { own, measured } = ownAndMeasured(digit, 'thickness', 'ink');
      expect(correlation(own, measured)).toBeGreaterThan(0.8);
      const { measured: inkPerOutline } = ownAndMeasured(digit, 'thickness', 'inkPerOutline');
      expect(correlation(own, inkPerOutline)).toBeGreaterThan(0.97);
    }
  });

  it('offset, in pixels', () => {
    for (let i = 0; i < 1000; i++) {
      const { offsetX, offsetY } = measure(image(i));
      expect(Math.abs(offsetX - set.factors.offsetX[i])).toBeLessThan(1);
      expect(Math.abs(offsetY - set.factors.offsetY[i])).toBeLessThan(1);
    }
  });

  it('height, in pixels', () => {
    for (const i of ofDigit(0)) {
      const rows = Array.from({ length: 28 }, (_, row) => image(i).subarray(row * 28, row * 28 + 28));
      const inkRows = rows.filter((row) => Math.max(...row) >= 128).length;
      expect(Math.abs(inkRows - set.factors.height[i])).toBeLessThan(2);
    }
  });

  function ownAndMeasured(digit: number, factor: FactorName, by: keyof ReturnType<typeof measure>) {
    const indices = ofDigit(digit);
    return {
      own: indices.map((i) => set.factors[factor][i]),
      measured: indices.map((i) => measure(image(i))[by]),
    };
  }
});

it('can be told apart: nine in ten new digits are nearest to the mean image of their class', () => {
  const means = Array.from({ length: 10 }, (_, digit) => {
    const mean = new Float64Array(numPixels);
    const indices = ofDigit(digit);
    for (const i of indices) image(i).forEach((intensity, p) => (mean[p] += intensity / indices.length));
    return mean;
  });
  const unseen = makeStrokes({ seed: 'unseen', numImages: 500 });
  let numRight = 0;
  for (let i = 0; i < 500; i++) {
    const pixels = unseen.images.subarray(i * numPixels, (i + 1) * numPixels);
    const distances = means.map((mean) =>
      mean.reduce((sum, intensity, p) => sum + (intensity - pixels[p]) ** 2, 0),
    );
    if (distances.indexOf(Math.min(...distances)) === unseen.labels[i]) numRight += 1;
  }
  expect(numRight).toBeGreaterThan(450);
});

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [as, bs] = [Array.from(a), Array.from(b)];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(as), mean(bs)];
  const covariance = mean(as.map((value, i) => (value - meanA) * (bs[i] - meanB)));
  const variance = (values: number[], middle: number) => mean(values.map((value) => (value - middle) ** 2));
  return covariance / Math.sqrt(variance(as, meanA) * variance(bs, meanB));
}
