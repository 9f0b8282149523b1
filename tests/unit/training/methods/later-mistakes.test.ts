/** The two mistakes that are made after training: what they draw, and that weights, codes and golden pictures are the right run's. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { samplesPreview } from '../../../../src/contract/previews.ts';
import type { MistakeName } from '../../../../src/contract/families/glo.ts';
import { samples, type CodeBatch } from '../../../../src/networks/generator/codes.ts';
import { numPixels } from '../../../support/digit-shape.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { buildCheckpoint } from '../../../../training/methods/glo/files/build-checkpoint.ts';
import {
  drawOverDimensions,
  predictorFor,
  samplesFor,
} from '../../../../training/methods/glo/later-mistakes.ts';
import { naiveGenerateAll } from '../../../support/naive-generator.ts';
import { randomCodes, randomParameters } from '../../../support/random-generator.ts';
import { trainedRun } from '../../../support/trained-run.ts';
import { codeSource } from '../evaluation/code-source.ts';
import { digitShape } from '../../../support/digit-shape.ts';

beforeAll(() => startWasmBackend());

describe('a batch of one', () => {
  const dims = { classDim: 3, contentDim: 4, ...digitShape };
  const parameters = randomParameters(dims, createRandom('later mistakes'));
  const codes = randomCodes(dims, 3, createRandom('codes'));
  const draw = (mistake: MistakeName | null, of: CodeBatch = codes, with_ = parameters) => {
    const predictor = predictorFor(mistake, dims, with_);
    const pictures = predictor.predict(of);
    predictor.dispose();
    return pictures;
  };
  const largestDifference = (a: Float32Array, b: Float32Array) =>
    a.reduce((largest, intensity, i) => Math.max(largest, Math.abs(intensity - b[i])), 0);

  it('normalizes each picture by its own mean and variance, by the plain definition', () => {
    const plain = naiveGenerateAll(dims, parameters, codes, 'own');
    expect(largestDifference(draw('batch-of-one'), plain)).toBeLessThan(1e-5);
    expect(largestDifference(naiveGenerateAll(dims, parameters, codes), plain)).toBeGreaterThan(0.1);
  });

  it('draws a picture the same whatever is drawn before and after it', () => {
    const second = {
      count: 1,
      contentCodes: codes.contentCodes.subarray(dims.contentDim, 2 * dims.contentDim),
      classCodes: codes.classCodes.subarray(dims.classDim, 2 * dims.classDim),
    };
    expect(draw('batch-of-one', second)).toEqual(draw('batch-of-one').slice(numPixels, 2 * numPixels));
  });

  it('never looks at the running statistics, and leaves no tensor behind', () => {
    const before = memory().numTensors;
    const others = { ...parameters, 'batchNorm.runningMean': new Float32Array(16).fill(7) };
    expect(draw('batch-of-one', codes, others)).toEqual(draw('batch-of-one'));
    expect(memory().numTensors).toBe(before);
  });

  it('is only drawn by the run that makes it', () => {
    const predictor = buildPredictor(dims, parameters);
    const right = predictor.predict(codes);
    predictor.dispose();
    for (const mistake of [null, 'statistics-axis', 'shared-noise'] as const) {
      expect(draw(mistake)).toEqual(right);
    }
  });
});

describe('statistics over the wrong axis', () => {
  const drawFrom = (codes: readonly number[], count: number) =>
    drawOverDimensions(
      { codes: Float32Array.from(codes), dim: 2 },
      { count, random: createRandom('wrong axis') },
    );
  const momentsOf = (values: Float32Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, std: Math.sqrt(variance) };
  };

  it('draw every dimension alike, with the mean and spread of the numbers of one code', () => {
    // Right would be: first number always 0, second always 10. The one code's numbers have mean 5 and standard deviation 7.07.
    const contents = drawFrom([0, 10, 0, 10, 0, 10], 5000);
    for (const parity of [0, 1]) {
      const { mean, std } = momentsOf(contents.filter((_, i) => i % 2 === parity));
      expect(Math.abs(mean - 5)).toBeLessThan(0.3);
      expect(Math.abs(std - Math.SQRT1_2 * 10)).toBeLessThan(0.2);
    }
  });

  it('take both numbers from the same image, any image', () => {
    const contents = drawFrom([1, 1, 2, 2, 3, 3], 300); // no spread within a code: the mean itself
    const counts = [1, 2, 3].map((mean) => contents.filter((value) => value === mean).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
    for (const count of counts) expect(count).toBeGreaterThan(140);
  });

  it('change the contents of the samples, not their number or classes', () => {
    const source = codeSource({
      contentCodes: Float32Array.from([0, 10, 1, 11, 2, 12]),
      labels: '012',
      numClasses: 3,
    });
    const options = { ...samplesPreview, classes: [0, 1, 2] };
    const right = samples(source, options);
    expect(samplesFor(null, source, options)).toEqual(right);
    expect(samplesFor('batch-of-one', source, options)).toEqual(right);
    const { contentCodes, ...rest } = samplesFor('statistics-axis', source, options);
    const { contentCodes: rightContents, ...rightRest } = right;
    expect(rest).toEqual(rightRest);
    expect(contentCodes).toHaveLength(rightContents.length);
    expect(contentCodes).not.toEqual(rightContents);
  });
});

describe('the checkpoint of such a run', () => {
  const run = trainedRun(0.3);
  const build = (mistake: MistakeName | null) =>
    buildCheckpoint({ ...run, training: { ...run.training, mistake } }).files;
  const differing = (mistake: MistakeName) => {
    const right = build(null);
    const files = build(mistake);
    expect([...files.keys()]).toEqual([...right.keys()]);
    return [...files].filter(([path, bytes]) => !Buffer.from(bytes).equals(right.get(path) ?? Buffer.of()));
  };

  it.each([
    [
      'batch-of-one',
      [
        'manifest.json',
        'preview-interpolation.png',
        'preview-reconstructions.png',
        'preview-samples.png',
        'preview-transfers.png',
      ],
    ],
    ['statistics-axis', ['manifest.json', 'preview-samples.png']],
  ] as const)('has the bytes of the right run but for its pictures: %s', (mistake, pictures) => {
    const paths = differing(mistake).map(([path]) => path);
    expect(paths.sort()).toEqual(pictures);
  });
});
