import { describe, expect, it } from 'vitest';
import { generatorStages, placeStages } from '../../../../../src/components/mdx/generator-diagram.ts';
import { countParameters } from '../../../../../src/networks/generator/generator.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

const config = { classDim: 25, contentDim: 25, ...digitShape };
const stages = generatorStages(config);

describe('The drawing of the generator', () => {
  it('names the shapes from codes to image', () => {
    expect(stages.map(({ label }) => label)).toEqual([
      '25 + 25',
      '84',
      '120',
      '400',
      '16 × 5 × 5',
      '16 × 10 × 10',
      '16 × 14 × 14',
      '16 × 28 × 28',
      '1 × 28 × 28',
    ]);
  });

  it('accounts for every parameter of the network', () => {
    const drawn = stages.reduce((total, { step }) => total + (step?.numParameters ?? 0), 0);
    expect(drawn).toBe(countParameters(config));
  });

  it.each(['across', 'down'] as const)('lets no two tensors touch, %s', (orientation) => {
    const placed = placeStages(stages, orientation, { start: 0, axis: 100 });
    for (const [i, { x, y }] of placed.slice(1).entries()) {
      const before = placed[i];
      const gap = orientation === 'across' ? x - before.x - before.width : y - before.y - before.height;
      expect(gap).toBeGreaterThan(30);
    }
  });
});
