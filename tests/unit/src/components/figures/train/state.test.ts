import { describe, expect, it } from 'vitest';
import { plotLosses } from '../../../../../../src/components/figures/train/loss-plot.ts';
import { mapPoints } from '../../../../../../src/components/figures/train/map-points.ts';
import {
  areOtherSettings,
  changesText,
  classesText,
  keptText,
  settingsOfRuns,
  trainFields,
} from '../../../../../../src/components/figures/train/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const mnist = { originalsUrl: '/', columns: 10, imagesPerSheet: 20, labels: '' };
const fields = trainFields({ mnist });

describe('the settings of a run', () => {
  it('go through a link whole', () => {
    const text =
      'data:mnist,images:200,preset:exercise,loss:l2,class:5,content:2,decay:0.001,sigma:0.5,rates:100,code-rates:3,seed:7,drawings:yes,pace:slow,second:content=10';
    expect(formatState(fields, parseState(fields, text))).toBe(text);
  });

  it('fall back to strokes where the build has no MNIST', () => {
    expect(parseState(trainFields({ mnist: undefined }), 'data:mnist,images:200')).toMatchObject({
      data: 'strokes',
      numImages: 200,
    });
  });

  it('are other ones when anything but σ and the pace changed', () => {
    const [now, next] = [parseState(fields, ''), parseState(fields, 'sigma:1,pace:slow')];
    expect(areOtherSettings(settingsOfRuns(now), settingsOfRuns(next))).toBe(false);
    for (const text of ['seed:2', 'second:sigma=0'])
      expect(areOtherSettings(settingsOfRuns(now), settingsOfRuns(parseState(fields, text)))).toBe(true);
  });
});

it('names a kept run by what it learned and how far it is', () => {
  expect(keptText({ format: 2, data: 'mnist', numImages: 200, numEpochs: 1, numSteps: 9 })).toBe(
    'This browser keeps your run on 200 images of MNIST: 1 epoch, 9 steps.',
  );
});

it('says of a checkpoint what changed on the way to it', () => {
  expect(changesText([])).toBe('');
  expect(changesText(['σ 1 from step 3', 'σ 0 from step 9'])).toBe(
    ' Its title says what changed on the way: σ 1 from step 3, σ 0 from step 9. npm run verify trains with the last settings alone, so it cannot make this model again.',
  );
});

it('names classes that are no digits', () => {
  expect(classesText(['0', '1'])).toBeUndefined();
  expect(classesText(['cats', 'owls'])).toBe('Classes: 0 cats, 1 owls.');
});

describe('the plot of the loss', () => {
  it('needs two losses', () => {
    expect(plotLosses([[0.5]])).toBeUndefined();
    expect(plotLosses([[0.5, 0.25]])?.lines[0].path).toMatch(/^M34\.0,22\.0L292\.0,\d/);
  });

  it('has no more points than it is wide, and ends at the mean of the last steps', () => {
    const plot = plotLosses([Array.from({ length: 10_000 }, (_, i) => 1 / (1 + i))])?.lines[0];
    expect(plot?.path.split('L').length).toBeLessThanOrEqual(130);
    expect(plot?.last.x).toBeCloseTo(292);
  });

  it('has one scale for two runs', () => {
    const plot = plotLosses([
      [1, 0.25],
      [0.5, 0.5],
    ]);
    const [first, second] = plot?.lines ?? [];
    expect(second.last.x).toBe(first.last.x);
    expect(second.last.y).toBeLessThan(first.last.y); // higher on the screen
  });

  it('draws a flat loss too', () => {
    expect(plotLosses([[0.3, 0.3, 0.3]])?.lines[0].path).not.toContain('NaN');
  });
});

describe('the points of the map', () => {
  it('lie about the middle, at most at the edge', () => {
    const points = mapPoints(Float32Array.of(1, 5, 3, 5, 2, 105, 2, 5));
    expect(points[0] + points[2] + points[4] + points[6]).toBeCloseTo(0, 4);
    expect(Math.max(...points.map(Math.abs))).toBeLessThanOrEqual(49);
  });

  it('are all in the middle when all codes are one', () => {
    expect([...mapPoints(Float32Array.of(2, 3, 2, 3))]).toEqual([0, 0, 0, 0]);
  });
});
