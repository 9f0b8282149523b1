/** Settings that the prose types out: what it says about models, presets and arithmetic is what the checkpoints were made with. */
import { describe, expect, it } from 'vitest';
import { presetNames, type GloManifest, type TrainingConfig } from '../../src/contract/families/glo.ts';
import { presets, runsOf } from './support/checkpoints.ts';
import { pageOf } from './support/pages.ts';

const runs = presets.flatMap(runsOf);
const method = pageOf('method').source;

/** The one value that all checkpoints have. */
function shared<Value>(read: (run: GloManifest) => Value): Value {
  const values = new Set(runs.map(read));
  expect([...values]).toHaveLength(1);
  return read(runs[0]);
}

/** Rows of a Markdown table by their first cell. */
const rowOf = (source: string, name: string): string[] =>
  (new RegExp(`^\\| ${name} *\\|(.*)\\|$`, 'm').exec(source)?.[1] ?? '')
    .split('|')
    .map((cell) => cell.trim());

describe('The pages', () => {
  it('count the models, presets and noise levels there are', () => {
    expect(runs).toHaveLength(16);
    for (const preset of presetNames) expect(runsOf(preset)).toHaveLength(8);
    expect(presetNames).toHaveLength(3);
    expect(pageOf('').source).toMatch(
      /Twenty-four models[^.]*three training presets,\s+eight levels of noise/,
    );
  });

  it('count what the generator and the codes hold', () => {
    const numParameters = shared(({ model }) => model.numParameters);
    const numCodes = shared(({ model, dataset }) => {
      const { numClasses, classDim, contentDim } = model;
      return numClasses * classDim + dataset.numImages * contentDim;
    });
    expect(method).toContain(numParameters.toLocaleString('en'));
    expect(method).toContain(numCodes.toLocaleString('en'));
    expect(shared(({ model }) => [model.classDim, model.contentDim].join())).toBe('25,25');
  });

  it('say how long a run is: 50 epochs of 63 steps over the first 2,000 images of the train file', () => {
    expect(shared(({ training }) => training.numEpochs)).toBe(50);
    expect(shared(({ training, dataset }) => Math.ceil(dataset.numTrainingImages / training.batchSize))).toBe(
      63,
    );
    expect(
      shared(({ dataset }) => `${dataset.split} ${dataset.firstImage} ${dataset.numTrainingImages}`),
    ).toBe('train 0 2000');
    expect(shared(({ training }) => `${training.loss} ${training.contentDecay} ${training.seed}`)).toBe(
      'l1+l2 0 1',
    );
  });

  it('give the presets in a table as the checkpoints have them', () => {
    const power = (rate: number): string => `$10^{${Math.round(Math.log10(rate))}}$`;
    const inRecipes = (read: (training: TrainingConfig) => string): string[] =>
      presets.map((preset) => {
        const values = new Set(runsOf(preset).map(({ training }) => read(training)));
        return [...values].join(' or ');
      });
    expect(rowOf(method, 'codes start as')).toEqual(inRecipes((t) => `$N(0, ${t.codeInitStd}^2)$`));
    expect(rowOf(method, 'learning rate of the weights')).toEqual(
      inRecipes((t) => power(t.learningRates.generator)),
    );
    for (const table of ['classCodes', 'contentCodes'] as const) {
      expect(rowOf(method, 'learning rate of the codes')).toEqual(
        inRecipes((t) => power(t.learningRates[table])),
      );
    }
  });

  it('work out the bits of a noisy line rightly', () => {
    const bits = (sigma: number): number => (25 / 2) * Math.log2(1 + 1 / sigma ** 2);
    expect(method).toMatch(/\$45\$ bits at \$\\sigma = 0\.3.*12\.5.*less\s+than\s+one\s+bit.*\\sigma = 5/s);
    expect(bits(0.3)).toBeCloseTo(45, 0);
    expect(bits(1)).toBe(12.5);
    expect(bits(5)).toBeLessThan(1);
    expect(Math.log2(10)).toBeCloseTo(3.3, 1);
  });
});
