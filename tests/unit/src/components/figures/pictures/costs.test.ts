import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findSetting,
  readAllMetrics,
  type AnySetting,
} from '../../../../../../src/components/build/metrics.ts';
import {
  costedRecipes,
  costedShapes,
  costOf,
  readCosts,
} from '../../../../../../src/components/figures/pictures/costs.ts';
import { parseManifest } from '../../../../../../src/contract/manifest.ts';

const costs = readCosts();
const at = (side: number, channels: number) =>
  costs[costedShapes.findIndex((each) => each.imageWidth === side && each.imageChannels === channels)];

describe('What pictures cost', () => {
  it('is counted at every size that the trainer takes, grey and in colour', () => {
    expect(costedShapes.map(({ imageHeight, imageChannels }) => [imageHeight, imageChannels])).toEqual([
      [28, 1],
      [28, 3],
      [32, 1],
      [32, 3],
      [64, 1],
      [64, 3],
    ]);
  });

  it('begins with the networks of the checkpoints on MNIST', () => {
    costedRecipes.forEach(({ id }, i) => {
      const path = `public/models/${id}/manifest.json`;
      const { model } = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
      expect(at(28, 1)[i].numParameters).toBe(model.numParameters);
    });
  });

  it('rises with the size and with colours', () => {
    costedRecipes.forEach((_, i) => {
      for (const what of ['numParameters', 'multiplyAdds'] as const) {
        const of = (side: number, channels: number) => at(side, channels)[i][what];
        expect(of(28, 1)).toBeLessThan(of(28, 3));
        expect(of(28, 3)).toBeLessThan(of(32, 3));
        expect(of(32, 3)).toBeLessThan(of(64, 3));
        expect(of(64, 1)).toBeLessThan(of(64, 3));
      }
    });
  });

  it('is said of recipes that take no classifier alone', () => {
    const setting = findSetting<AnySetting>('glo-mnist-styled-sigma0.1', readAllMetrics());
    expect(() => costOf(setting, costedShapes[0])).toThrow(
      'glo-mnist-styled-sigma0.1 takes the classifier classifier-mnist-critic, and pictures are learned without one.',
    );
  });
});
