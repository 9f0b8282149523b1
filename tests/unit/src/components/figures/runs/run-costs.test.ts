import { describe, expect, it } from 'vitest';
import { readAllMetrics } from '../../../../../../src/components/build/metrics.ts';
import {
  durationText,
  hoursOfAll,
  hoursOfEqual,
  kindOf,
  secondsOf,
  timedRuns,
} from '../../../../../../src/components/figures/runs/run-costs.ts';

const { settings } = readAllMetrics();

describe('what many runs cost', () => {
  it('is one run after the other on each core, and the last round is as long as any', () => {
    expect(hoursOfEqual(10, 3600, 1)).toBe(5);
    expect(hoursOfEqual(11, 3600, 1)).toBe(6);
    expect(hoursOfEqual(1000, 3600, 8)).toBe(63);
  });

  it('is never less than one run, with however many machines', () => {
    expect(hoursOfEqual(10, 3600, 64)).toBe(1);
    const longest = Math.max(...settings.map((setting) => secondsOf(kindOf(setting))));
    expect(hoursOfAll(settings, 10_000)).toBeCloseTo(longest / 3600, 9);
  });

  it('of all runs counts each seed, at the time of its kind', () => {
    const [first] = settings;
    const hours = hoursOfAll([{ ...first, seeds: [1, 2, 3, 4] }], 1);
    expect(hours).toBeCloseTo((2 * secondsOf(kindOf(first))) / 3600, 9);
  });

  it('stands on timed runs that are in the list, each of its own kind', () => {
    for (const { id } of timedRuns) {
      const setting = settings.find((each) => each.id === id);
      expect(setting && kindOf(setting), id).toBe(id);
      expect(secondsOf(id)).toBeGreaterThan(0);
    }
  });
});

it('a kind that was not timed is named, with what measures it', () => {
  expect(() => secondsOf('gan-mnist-sn', { machine: 'none', seconds: {} })).toThrow(
    'machines/times.json has no time of gan-mnist-sn. Measure all with npm run times.',
  );
});

it('a duration has two digits', () => {
  expect([0.001, 0.5, 1.26, 12.4].map(durationText)).toEqual(['1 min', '30 min', '1.3 h', '12 h']);
});
