import { describe, expect, it } from 'vitest';
import {
  evenSteps,
  interpolation,
  reconstructions,
  samples,
  transfers,
  type SampleOptions,
  type CodeBatch,
} from '../../../../../src/networks/generator/codes.ts';
import { smallCheckpoint } from '../../engine/small-checkpoint.ts';

const checkpoint = smallCheckpoint();
const { contentDim, classDim } = checkpoint.manifest.model;

const row = (values: Float32Array, dim: number, index: number): number[] =>
  Array.from(values.subarray(index * dim, (index + 1) * dim));
const contentOf = (image: number) => row(checkpoint.contentCodes, contentDim, image);
const classOf = (label: number) => row(checkpoint.classCodes, classDim, label);
const contentAt = (batch: CodeBatch, index: number) => row(batch.contentCodes, contentDim, index);
const classAt = (batch: CodeBatch, index: number) => row(batch.classCodes, classDim, index);
const mean = (a: number[], b: number[]) => a.map((x, i) => Math.fround((x + b[i]) / 2));

describe('reconstructions', () => {
  it('pair each image’s content code with the class code of its label', () => {
    const batch = reconstructions(checkpoint, [4, 0, 4]); // labels 5, 3, 5
    expect(batch.count).toBe(3);
    [4, 0, 4].forEach((image, i) => expect(contentAt(batch, i)).toEqual(contentOf(image)));
    [5, 3, 5].forEach((label, i) => expect(classAt(batch, i)).toEqual(classOf(label)));
  });

  it('refuse an image that has no code, and name the range', () => {
    expect(() => reconstructions(checkpoint, [10])).toThrow(
      'There is no code 10: codes are numbered 0 to 9.',
    );
  });
});

describe('transfers', () => {
  it('lay out classes as rows and contents as columns', () => {
    const batch = transfers(checkpoint, { contents: [2, 7, 1], classes: [8, 0] });
    expect(batch.count).toBe(6);
    [2, 7, 1, 2, 7, 1].forEach((image, i) => expect(contentAt(batch, i)).toEqual(contentOf(image)));
    [8, 8, 8, 0, 0, 0].forEach((label, i) => expect(classAt(batch, i)).toEqual(classOf(label)));
  });
});

describe('samples', () => {
  const options: SampleOptions = {
    classes: [3, 9],
    perClass: 400,
    prior: 'standard',
    temperature: 1,
    seed: 5,
    classCodes: 'learned',
  };
  const columnMeans = (values: Float32Array, dim: number) =>
    Array.from({ length: dim }, (_, i) => {
      const column = values.filter((_, at) => at % dim === i);
      return column.reduce((sum, x) => sum + x, 0) / column.length;
    });

  it('give each class a row and each picture its own content', () => {
    const batch = samples(checkpoint, { ...options, perClass: 2 });
    expect([0, 1, 2, 3].map((i) => classAt(batch, i))).toEqual([3, 3, 9, 9].map(classOf));
    const contents = new Set([0, 1, 2, 3].map((i) => contentAt(batch, i).join()));
    expect(contents.size).toBe(4);
  });

  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => samples(checkpoint, { ...options, seed }).contentCodes;
    expect(draw(5)).toEqual(draw(5));
    expect(draw(6)).not.toEqual(draw(5));
  });

  it('come from N(0, I), or around the mean of the learned codes', () => {
    const standard = columnMeans(samples(checkpoint, options).contentCodes, contentDim);
    const fitted = columnMeans(samples(checkpoint, { ...options, prior: 'fitted' }).contentCodes, contentDim);
    const learned = columnMeans(checkpoint.contentCodes, contentDim);
    for (let i = 0; i < contentDim; i++) {
      expect(Math.abs(standard[i])).toBeLessThan(0.15);
      expect(Math.abs(fitted[i] - learned[i])).toBeLessThan(0.15);
    }
  });

  it('all become the mean at temperature 0', () => {
    const { contentCodes } = samples(checkpoint, { ...options, prior: 'fitted', temperature: 0 });
    const learned = columnMeans(checkpoint.contentCodes, contentDim);
    contentCodes.forEach((value, at) => expect(value).toBeCloseTo(learned[at % contentDim], 5));
  });

  it('put one random vector of the class codes’ mean and spread in each row, with the same contents', () => {
    const classes = Array.from({ length: 2_000 }, (_, i) => i % 10);
    const learned = samples(checkpoint, { ...options, classes, perClass: 2 });
    const random = samples(checkpoint, { ...options, classes, perClass: 2, classCodes: 'random' });
    expect(random.contentCodes).toEqual(learned.contentCodes);
    expect(classAt(random, 0)).toEqual(classAt(random, 1));
    expect(classAt(random, 0)).not.toEqual(classAt(random, 2));
    const squared = (codes: Float32Array) => codes.map((x) => x * x);
    for (const moment of [(codes: Float32Array) => codes, squared]) {
      const drawn = columnMeans(moment(random.classCodes), classDim);
      const expected = columnMeans(moment(checkpoint.classCodes), classDim);
      drawn.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(0.15));
    }
  });
});

describe('interpolation', () => {
  const between = { images: [1, 6], classes: [2, 4] } as const;

  it('moves contents along the columns and classes down the rows', () => {
    const batch = interpolation(checkpoint, {
      ...between,
      contentSteps: [0, 0.5, 1],
      classSteps: [0, 1],
    });
    expect(batch.count).toBe(6);
    const contents = [contentOf(1), mean(contentOf(1), contentOf(6)), contentOf(6)];
    for (let i = 0; i < 6; i++) {
      expect(contentAt(batch, i)).toEqual(contents[i % 3]);
      expect(classAt(batch, i)).toEqual(classOf(i < 3 ? 2 : 4));
    }
  });

  it('gives one picture anywhere on the plane, for scrubbing', () => {
    const batch = interpolation(checkpoint, { ...between, contentSteps: [1], classSteps: [0.5] });
    expect(batch.count).toBe(1);
    expect(contentAt(batch, 0)).toEqual(contentOf(6));
    expect(classAt(batch, 0)).toEqual(mean(classOf(2), classOf(4)));
  });

  it('has even steps with both ends', () => {
    expect(evenSteps(5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(evenSteps(1)).toEqual([0]);
  });
});
