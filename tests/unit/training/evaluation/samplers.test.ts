import { describe, expect, it } from 'vitest';
import type { CodeBatch } from '../../../../src/networks/generator/codes.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { contentSamplers, samplerNames } from '../../../../training/evaluation/content-samplers.ts';
import { contentSamplersFor } from '../../../../training/methods/glo/content-samplers-for.ts';
import { drawnContents } from '../../../../training/evaluation/drawn-contents.ts';
import { measureSamplers, nearestDistance } from '../../../../training/evaluation/samplers.ts';
import { codeSource } from './code-source.ts';

const numImages = 400;
const numClasses = 10;
const labels = Array.from({ length: numImages }, (_, i) => i % numClasses);
/** Class c around (c, −c) with standard deviation 0.1. */
const codes = normalArray(createRandom('codes'), numImages * 2, 0.1).map(
  (value, i) => value + (i % 2 ? -1 : 1) * labels[Math.floor(i / 2)],
);
const source = codeSource({ contentCodes: codes, labels: labels.join(''), numClasses });
const table = { codes, dim: 2, labels: Uint8Array.from(labels), noiseStd: 0 };

const sorted = (values: ArrayLike<number>) => Array.from(values).sort((a, b) => a - b);
const drawAll = (name: (typeof samplerNames)[number], classes: Uint8Array, changed = {}) =>
  contentSamplers[name]({ ...table, ...changed }, { classes, random: createRandom('draw') });

describe('the content samplers', () => {
  const classes = Uint8Array.from({ length: 2000 }, (_, i) => i % numClasses);

  it('draw from the Gaussian of the class they are shown in', () => {
    const contents = drawAll('class-gaussian', classes);
    classes.forEach((label, row) => {
      expect(Math.hypot(contents[2 * row] - label, contents[2 * row + 1] + label)).toBeLessThan(1);
    });
  });

  it('draw codes themselves with kernels of no width, of any class', () => {
    const contents = drawAll('kernel', classes);
    expect(nearestDistance(contents, codes, 2)).toBe(0);
    const agreeing = classes.filter((label, row) => Math.abs(contents[2 * row] - label) < 0.5);
    expect(agreeing.length / classes.length).toBeLessThan(0.2);
  });

  it('add the training noise with kernels', () => {
    const contents = drawAll('kernel', classes, { codes: new Float32Array(800).fill(5), noiseStd: 2 });
    const mean = contents.reduce((sum, value) => sum + value, 0) / contents.length;
    const variance = contents.reduce((sum, value) => sum + (value - mean) ** 2, 0) / contents.length;
    expect(mean).toBeCloseTo(5, 0);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });

  it('give every draw a width within classes when a class has too few codes for its own', () => {
    // Class 9 has one code, at (50, 50); the others as before.
    const few = labels.map((label, i) => (label === 9 && i !== 9 ? 8 : label));
    const moved = codes.map((value, i) =>
      i === 18 || i === 19 ? 50 : few[i >> 1] === 8 ? value % 1 : value,
    );
    const contents = drawAll('class-gaussian', new Uint8Array(500).fill(9), {
      codes: moved,
      labels: Uint8Array.from(few),
    });
    const first = sorted(contents.filter((_, i) => i % 2 === 0));
    expect(first[250]).toBeCloseTo(50, 0);
    expect(first[450]).toBeGreaterThan(first[50]);
  });

  it('draw from all codes for a class that has none', () => {
    const contents = drawAll('class-gaussian', new Uint8Array(500).fill(9), {
      labels: Uint8Array.from(labels, (label) => label % 5),
    });
    expect(sorted(contents.filter((_, i) => i % 2 === 0))[250]).toBeCloseTo(4.5, 0);
  });
});

describe('contentSamplersFor', () => {
  it('changes the Gaussian of all codes, and nothing else, for statistics over the wrong axis', () => {
    const { gaussian, ...others } = contentSamplersFor('statistics-axis');
    const { gaussian: right, ...rightOthers } = contentSamplers;
    expect(others).toEqual(rightOthers);
    const classes = new Uint8Array(10);
    // Every code the same number twice: a mean of its own, and no spread within.
    const same = { ...table, codes: codes.map((_, i) => i >> 1) };
    const contents = gaussian(same, { classes, random: createRandom('draw') });
    expect(nearestDistance(contents, same.codes, 2)).toBe(0);
    expect(
      nearestDistance(right(same, { classes, random: createRandom('draw') }), same.codes, 2),
    ).toBeGreaterThan(0);
  });

  it('are the right ones without a mistake, and with one that is made elsewhere', () => {
    for (const mistake of [null, 'batch-of-one', 'shared-noise'] as const) {
      expect(contentSamplersFor(mistake)).toBe(contentSamplers);
    }
  });
});

describe('nearestDistance', () => {
  it('is 0 for training codes and 1 at the distance of a root mean square norm', () => {
    const own = Float32Array.of(3, 4, -3, -4);
    expect(nearestDistance(own, own, 2)).toBe(0);
    expect(nearestDistance(Float32Array.of(3, 9), own, 2)).toBeCloseTo(1, 6);
    expect(nearestDistance(Float32Array.of(3, 9, 3, 4), own, 2)).toBeCloseTo(0.5, 6);
  });

  it('is a plain distance when all codes are 0', () => {
    expect(nearestDistance(Float32Array.of(0, 2), new Float32Array(4), 2)).toBeCloseTo(2, 6);
  });
});

describe('measureSamplers', () => {
  /** Two pixels hold the class code and the first number of the content. */
  const predict = ({ count, classCodes, contentCodes }: CodeBatch) => {
    const pictures = new Float32Array(count * 784);
    for (let row = 0; row < count; row++) {
      pictures.set([classCodes[row], contentCodes[row * 2]], row * 784);
    }
    return pictures;
  };
  /** Reads the class from the first pixel without doubt; the features are both pixels. */
  const evaluationClassifier = {
    classify(pictures: Float32Array) {
      const count = pictures.length / 784;
      const probabilities = new Float32Array(count * numClasses);
      const features = new Float32Array(count * 2);
      for (let row = 0; row < count; row++) {
        const [label, content] = pictures.subarray(row * 784);
        probabilities[row * numClasses + label] = 1;
        features.set([label, content], row * 2);
      }
      return { numClasses, probabilities, features };
    },
  };
  const measure = (seed = 'samplers', contentNoiseStd = 0, samplers = contentSamplersFor(null)) =>
    measureSamplers({
      source,
      contentNoiseStd,
      predict,
      evaluationClassifier,
      realFeatures: Float32Array.from(labels.flatMap((label, i) => [label, codes[2 * i]])),
      random: createRandom(seed),
      samplers,
    });

  it('measures four metrics of each sampler, over 200 pictures of each class', () => {
    const metrics = measure();
    expect(Object.keys(metrics)).toHaveLength(4 * samplerNames.length);
    for (const { value, n } of Object.values(metrics)) {
      expect(Number.isFinite(value)).toBe(true);
      expect(n).toBe(2000);
    }
  });

  it('says that all are read, evenly, when the generator obeys and the evaluation classifier is certain', () => {
    const metrics = measure();
    for (const name of samplerNames) {
      expect(metrics[`sampler.${name}.accuracy`]?.value).toBe(1);
      expect(metrics[`sampler.${name}.inception`]?.value).toBeCloseTo(10, 6);
    }
  });

  it('finds samples from each class’s Gaussian near the training images, and N(0, I) far', () => {
    const metrics = measure();
    expect(metrics['sampler.class-gaussian.frechet']?.value).toBeLessThan(0.05);
    expect(metrics['sampler.standard.frechet']?.value).toBeGreaterThan(10);
  });

  it('shows that kernels of no width repeat the training codes', () => {
    expect(measure()['sampler.kernel.nearest']?.value).toBe(0);
    expect(measure('samplers', 0.3)['sampler.kernel.nearest']?.value).toBeGreaterThan(0);
    expect(measure()['sampler.gaussian.nearest']?.value).toBeGreaterThan(0);
  });

  it('draws with the samplers that it is given', () => {
    const { 'sampler.gaussian.frechet': mistaken, ...metrics } = measure(
      'samplers',
      0,
      contentSamplersFor('statistics-axis'),
    );
    const right = measure();
    expect(mistaken?.value).not.toBe(right['sampler.gaussian.frechet']?.value);
    expect(metrics['sampler.kernel.frechet']).toEqual(right['sampler.kernel.frechet']);
  });

  it('gives the same metrics for the same seed, and others for another', () => {
    expect(measure()).toEqual(measure());
    expect(measure('other')).not.toEqual(measure());
  });
});

it('contents are drawn in turn for every class, so that a thousand in a row hold all of them', () => {
  /** A picture says where its content lies from its class: [content, content, class, 0 …]. */
  const predict = ({ count, contentCodes, classCodes }: CodeBatch) => {
    const pictures = new Float32Array(count * 784);
    for (let i = 0; i < count; i++)
      pictures.set([contentCodes[2 * i], contentCodes[2 * i + 1], classCodes[i]], i * 784);
    return pictures;
  };
  const { standard, fitted, classFitted } = drawnContents(source, predict, 0, 30);
  for (const draw of [standard, fitted, classFitted]) {
    const pictures = draw?.() ?? new Float32Array();
    expect(Array.from({ length: 30 }, (_, i) => pictures[i * 784 + 2])).toEqual(
      Array.from({ length: 30 }, (_, i) => i % numClasses),
    );
    expect(draw?.()).toEqual(pictures);
  }
  const own = classFitted?.() ?? new Float32Array();
  for (let i = 0; i < 30; i++) expect(Math.abs(own[i * 784] - (i % numClasses))).toBeLessThan(1);
});
