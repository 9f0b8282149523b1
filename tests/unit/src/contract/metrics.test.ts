import { describe, expect, test } from 'vitest';
import { contractVersion } from '../../../../src/contract/parts.ts';
import {
  parseRunMetrics,
  roundValues,
  summarize,
  type ReferenceMetrics,
} from '../../../../src/contract/metrics.ts';
import { inventedRun } from '../../../support/invented-metrics.ts';

const run = (seed: number, accuracy: number, sigma = 0.3) =>
  inventedRun({ preset: 'lord', sigma, seed, metrics: { 'swap.accuracy': accuracy } });

describe('summarize', () => {
  test('gives mean and sample standard deviation over the seeds of a setting', () => {
    const { settings } = summarize([run(1, 0.1), run(2, 0.2), run(3, 0.6)], []);
    expect(settings).toHaveLength(1);
    const { mean, sd, seeds } = settings[0].metrics['swap.accuracy'] ?? { mean: NaN, sd: NaN, seeds: 0 };
    expect(mean).toBeCloseTo(0.3, 9);
    expect(sd).toBeCloseTo(Math.sqrt((0.2 ** 2 + 0.1 ** 2 + 0.3 ** 2) / 2), 6);
    expect(seeds).toBe(3);
  });

  test('knows no spread of one seed', () => {
    expect(summarize([run(1, 0.5)], []).settings[0].metrics['swap.accuracy']).toMatchObject({
      mean: 0.5,
      sd: null,
      seeds: 1,
    });
  });

  test('names a setting after its first seed, whatever the order of the runs', () => {
    const runs = [run(3, 0.3), run(1, 0.1), run(2, 0.2)];
    const [setting] = summarize(runs, []).settings;
    expect(setting.id).toBe(run(1, 0).id);
    expect(setting.title).not.toContain('seed');
    expect(setting.seeds).toEqual([1, 2, 3]);
    expect(setting.command).toBe(`npm run train -- ${[1, 2, 3].map((seed) => run(seed, 0).id).join(' ')}`);
    expect(summarize([...runs].reverse(), [])).toEqual(summarize(runs, []));
    expect(summarize([run(2, 0.2)], []).settings[0].title).not.toContain('seed');
  });

  test('keeps runs that differ in more than their seed apart, in the order of their ids', () => {
    const other = run(1, 0.9, 1);
    const longer = {
      ...run(1, 0.4),
      id: 'glo-mnist-zzz',
      training: { ...run(1, 0).training, numEpochs: 99 },
    };
    const wider = { ...run(1, 0.4), id: 'glo-mnist-aaa', model: { classDim: 25, contentDim: 8 } };
    const { settings } = summarize([longer, other, wider, run(1, 0.1)], []);
    expect(settings.map(({ id }) => id)).toEqual([wider.id, run(1, 0).id, other.id, longer.id]);
  });

  test('counts the seeds that a metric was measured on', () => {
    const more = inventedRun({ preset: 'lord', sigma: 0.3, metrics: { 'swap.accuracy': 1, diversity: 0.1 } });
    const [{ metrics }] = summarize([more, run(2, 0.5)], []).settings;
    expect(metrics).toEqual({
      'swap.accuracy': { mean: 0.75, sd: 0.353553, seeds: 2, n: more.metrics.diversity?.n },
      diversity: { mean: 0.1, sd: null, seeds: 1, n: more.metrics.diversity?.n },
    });
  });

  test('has the root mean square of the runs’ spreads over folds', () => {
    const folded = (seed: number, foldSd: number) => ({
      ...run(seed, 0.5),
      metrics: { 'probe.mlp.clean': { value: 0.1, n: 2000, foldSd } },
    });
    const [{ metrics }] = summarize([folded(1, 0.03), folded(2, 0.04)], []).settings;
    expect(metrics['probe.mlp.clean']).toEqual({ mean: 0.1, sd: 0, seeds: 2, n: 2000, foldSd: 0.0353553 });
  });

  test('holds the references by id', () => {
    const reference = (dataset: ReferenceMetrics['dataset']): ReferenceMetrics => ({
      contractVersion,
      id: `reference-${dataset}-floors`,
      dataset,
      metrics: { 'baseline.black.loss': { value: 0.2, n: 2000 } },
      provenance: { command: 'npm test', evaluationVersion: '0', evaluationClassifier: '0'.repeat(64) },
    });
    const metrics = summarize([run(1, 0.5)], [reference('strokes'), reference('mnist')]);
    expect(metrics.references.map(({ dataset }) => dataset)).toEqual(['mnist', 'strokes']);
    expect(summarize([], [])).toEqual({ references: [], settings: [] });
  });
});

test('roundValues keeps six digits of all that is measured', () => {
  const third = { value: 1 / 3, n: 2000 };
  expect(roundValues({ diversity: third, 'probe.mlp.clean': { ...third, foldSd: 1 / 300 } })).toEqual({
    diversity: { value: 0.333333, n: 2000 },
    'probe.mlp.clean': { value: 0.333333, n: 2000, foldSd: 0.00333333 },
  });
});

describe('parseRunMetrics', () => {
  test('names a metric that it does not know, its file and what to do', () => {
    // cspell:ignore accurcy
    const wrong = { ...run(1, 0.5), metrics: { 'swap.accurcy': { value: 1, n: 1 } } };
    expect(() => parseRunMetrics(wrong, 'runs/x/metrics.json')).toThrow(
      /^runs\/x\/metrics\.json does not follow the checkpoint contract:\n {2}metrics.*\n?.*\nMake it again with npm run train/,
    );
    expect(() => parseRunMetrics(wrong, 'x')).toThrow('swap.accurcy');
  });

  test('refuses a metric that is not a number, or is a mean over nothing', () => {
    for (const measured of [{ value: NaN, n: 1 }, { value: 1, n: 0 }, { value: 1 }, 1]) {
      const wrong = { ...run(1, 0.5), metrics: { diversity: measured } };
      expect(() => parseRunMetrics(wrong, 'x')).toThrow('metrics.diversity');
    }
  });
});
