import { describe, expect, it } from 'vitest';
import {
  noiseOfRuns,
  otherwise,
  runTitles,
} from '../../../../../../src/components/figures/train/second-run.ts';
import { settingsOfRuns, trainFields } from '../../../../../../src/components/figures/train/state.ts';
import { parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const runsOf = (text: string) => settingsOfRuns(parseState(trainFields({ mnist: undefined }), text));

describe('a second run', () => {
  it('has one setting otherwise, and else those of the first', () => {
    const [first, second] = runsOf('loss:l2,seed:7,second:sigma=0');
    expect(second).toEqual({ ...first, contentNoiseStd: 0 });
  });

  it('is none where the address names no setting or no value of it', () => {
    for (const text of ['second:no', 'second:pace=slow', 'second:loss=l3', 'second:sigma'])
      expect(runsOf(text)).toHaveLength(1);
  });

  it('begins with a value that the first does not have', () => {
    const [first] = runsOf('sigma:0,seed:4');
    expect(otherwise(first, 'contentNoiseStd')).toEqual({ contentNoiseStd: 0.05 });
    expect(otherwise(first, 'preset')).toEqual({ preset: 'exercise' });
    expect(otherwise(first, 'seed')).toEqual({ seed: 5 });
  });

  it('is called by what tells it from the first', () => {
    const titles = (text: string) => {
      const runs = runsOf(text);
      return runTitles(runs, runs);
    };
    expect(titles('second:sigma=0')).toEqual(['First run: σ\u00a00.3', 'Second run: σ\u00a00']);
    expect(titles('second:loss=l1')).toEqual(['First run: loss L1 + L2', 'Second run: loss L1']);
    expect(titles('second:decay=0.001')).toEqual([
      'First run: content decay none',
      'Second run: content decay 0.001',
    ]);
    expect(titles('second:seed=1')).toEqual(['First run', 'Second run']);
  });

  it('takes the σ of the first, but where σ is the difference', () => {
    const chosen = { contentNoiseStd: 1, other: { loss: 'l1' } } as const;
    const losses = runsOf('second:loss=l1');
    expect(noiseOfRuns(losses, losses, chosen)).toEqual([1, 1]);
    const sigmas = runsOf('second:sigma=0');
    expect(noiseOfRuns(sigmas, sigmas, chosen)).toEqual([1, 0]);
    expect(noiseOfRuns(sigmas, sigmas, { ...chosen, other: { contentNoiseStd: 0.5 } })).toEqual([1, 0.5]);
  });
});
