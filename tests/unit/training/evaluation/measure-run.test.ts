import { describe, expect, it } from 'vitest';
import { metricNames } from '../../../../src/contract/metric-names.ts';
import { numPixels } from '../../../support/digit-shape.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import type { ModelFunctions } from '../../../../training/evaluation/instrument.ts';
import { measureRun } from '../../../../training/evaluation/measure-run.ts';
import type { Predict } from '../../../../training/evaluation/pictures.ts';
import { codeSource } from './code-source.ts';
import { drawBlob, joinPictures, markClass, markJudge } from './fakes.ts';

const numImages = 60;
const { images, labels, factors } = makeStrokes({ seed: 'measure run', numImages });
const source = codeSource({
  contentCodes: normalArray(createRandom('codes'), numImages * 2, 1),
  labels: labels.join(''),
  numClasses: 10,
});

/** Sixteen blobs that lean as the content says, marked with the class they are asked for. */
const blobs = Array.from({ length: 16 }, (_, i) =>
  drawBlob({ ink: 20, slant: (i - 8) / 20, width: 2, height: 3.5 }),
);
const predict: Predict = ({ count, contentCodes, classCodes }) =>
  joinPictures(
    Array.from({ length: count }, (_, row) => {
      const lean = Math.max(0, Math.min(15, Math.round(8 + 4 * contentCodes[row * 2])));
      return markClass(blobs[lean].slice(), classCodes[row]);
    }),
  );

const run = {
  model: { generate: predict, codes: () => source },
  numTrainingImages: numImages,
  contentNoiseStd: 0.3,
  trainLoss: 0.05,
  evaluationClassifier: markJudge,
  images,
};
/** What encoders/ measures, of models with an encoder alone. */
const ofEncoders =
  /^(?:reconstruction\.(?:training|validation)\.|codes\.(?:active|dead|smallestStd|largestStd|class\.|ink$|slant$))/;
const names = (...prefixes: string[]) =>
  Object.keys(metricNames).filter(
    (name) => prefixes.some((prefix) => name.startsWith(prefix)) && !ofEncoders.test(name),
  );
const light = names(
  'train.',
  'reconstruction.',
  'swap.',
  'diversity',
  'factorCorrelation.transfer.',
  'factorCorrelation.reconstruction.',
  'codes.',
);

describe('measureRun', () => {
  it('measures all but probes, samplers and factors in the light tier', () => {
    const metrics = measureRun({ ...run, factors, tier: 'light' });
    expect(Object.keys(metrics).sort()).toEqual(light.sort());
    expect(metrics['train.loss']).toEqual({ value: 0.05, n: numImages });
    expect(metrics['swap.accuracy']).toEqual({ value: 1, n: numImages * 9 });
    expect(metrics['reconstruction.accuracy']).toEqual({ value: 1, n: numImages });
  });

  it('measures everything but held-out images in the full tier, the same twice', () => {
    const metrics = measureRun({ ...run, factors, tier: 'full' });
    expect(Object.keys(metrics).sort()).toEqual([...light, ...names('probe.', 'sampler.', 'factor.')].sort());
    for (const { value, n } of Object.values(metrics)) {
      expect(Number.isFinite(value)).toBe(true);
      expect(n).toBeGreaterThan(0);
    }
    expect(measureRun({ ...run, factors, tier: 'full' })).toEqual(metrics);
  });

  it('leaves out what is not a number: a loss that diverged, the scale of codes that are all 0', () => {
    const flat = codeSource({
      contentCodes: new Float32Array(numImages * 2),
      labels: labels.join(''),
      numClasses: 10,
    });
    const metrics = measureRun({
      ...run,
      model: { ...run.model, codes: () => flat },
      trainLoss: NaN,
      tier: 'light',
    });
    expect(metrics).not.toHaveProperty(['train.loss']);
    expect(metrics).not.toHaveProperty(['codes.noiseToCode']);
    expect(metrics['codes.contentRms']?.value).toBe(0);
    expect(metrics['factorCorrelation.transfer.slant']?.value).toBe(0);
    for (const { value } of Object.values(metrics)) expect(Number.isFinite(value)).toBe(true);
  });

  it('measures what the functions of a model allow: codes alone without a generator, nothing without codes', () => {
    const measured = (model: Partial<ModelFunctions>) =>
      Object.keys(measureRun({ ...run, model, factors, tier: 'full' })).sort();
    expect(measured({ codes: () => source })).toEqual(names('train.', 'codes.', 'probe.', 'factor.').sort());
    expect(measured({ generate: predict })).toEqual(['train.loss']);
  });

  it('refuses images that are not those of the codes', () => {
    expect(() => measureRun({ ...run, images: images.subarray(numPixels), tier: 'light' })).toThrow(
      'measureRun expects 60 images and labels, as many as content codes; it got 59 images and 60 labels.',
    );
  });
});
