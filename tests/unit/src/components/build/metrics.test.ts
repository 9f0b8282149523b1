import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  metricOf,
  findSetting,
  readHistory,
  readMetrics,
  readRunMetrics,
  referenceOf,
  runMetricOf,
  settingsOf,
} from '../../../../../src/components/build/metrics.ts';
import { summarize } from '../../../../../src/contract/metrics.ts';
import { formatRunRecords } from '../../../../../src/contract/run-records.ts';
import { inventedMetrics, inventedRun } from '../../../../support/invented-metrics.ts';

const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

const metrics = inventedMetrics();

const runs = ['lord', 'exercise'].map((preset) =>
  inventedRun({ preset: preset as 'lord', sigma: 0.3, shipped: false, metrics: { diversity: 0.12 } }),
);
const history = { loss: [0.2, 0.1], l1: [0.1, 0.05], l2: [0.1, 0.05], contentCodeRms: [1, 1] };
const records = runs.map((run) => ({ ...run, history, files: [] }));

describe('The metrics of all', () => {
  it('that are not there fail, and the error says what makes them', () => {
    expect(() => readMetrics('no/such/folder')).toThrow(
      'Nothing was measured in no/such/folder. Make it with npm run train:all.',
    );
  });

  it('are those of records and folders, read once for as long as the records stay the same', () => {
    const all = join(folder, 'all');
    const shipped = inventedRun({ preset: 'lord', sigma: 5, metrics: { diversity: 0.1 } });
    mkdirSync(join(all, shipped.id), { recursive: true });
    writeFileSync(join(all, shipped.id, 'metrics.json'), JSON.stringify(shipped));
    const path = join(all, 'runs.jsonl');
    writeFileSync(path, formatRunRecords(records));
    const read = readMetrics(all);
    expect(read).toEqual(summarize([...runs, shipped], []));
    expect(readMetrics(all)).toBe(read);
    writeFileSync(path, formatRunRecords(records.slice(1)));
    utimesSync(path, 1, 1);
    expect(readMetrics(all).settings).toHaveLength(2);
  });

  it('that follow another contract fail, and the error names file and line', () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'runs.jsonl'), `${formatRunRecords(records)}{}\n`);
    expect(() => readMetrics(broken)).toThrow(`${broken}/runs.jsonl, line 3 does not follow`);
  });
});

describe('A run', () => {
  it('has its own metrics and its own curves, and errors name the command for each', () => {
    const run = inventedRun({ preset: 'lord', sigma: 0.3, metrics: { diversity: 0.12 } });
    mkdirSync(join(folder, run.id));
    writeFileSync(join(folder, run.id, 'metrics.json'), JSON.stringify(run));
    writeFileSync(join(folder, run.id, 'history.json'), JSON.stringify(history));
    expect(readRunMetrics(run.id, folder)).toEqual(run);
    expect(readHistory(run.id, folder)).toEqual(history);
    expect(runMetricOf(run, 'diversity')).toBe(0.12);
    expect(() => runMetricOf(run, 'swap.accuracy')).toThrow(
      'glo-mnist-lord-sigma0.3 has no metric "swap.accuracy". npm run evaluate -- glo-mnist-lord-sigma0.3',
    );
    expect(() => readRunMetrics('glo-mnist-none', folder)).toThrow('npm run evaluate -- glo-mnist-none');
    expect(() => readHistory('glo-mnist-none', folder)).toThrow('npm run train -- glo-mnist-none');
  });
});

describe('A run without a folder', () => {
  it('has its metrics and its curves in the records', () => {
    const lone = join(folder, 'lone');
    mkdirSync(lone);
    writeFileSync(join(lone, 'runs.jsonl'), formatRunRecords(records));
    expect(readRunMetrics(runs[0].id, lone)).toEqual(runs[0]);
    expect(readHistory(runs[0].id, lone)).toEqual(history);
  });
});

describe('Settings', () => {
  it('are chosen by what they are, by preset and then by σ', () => {
    const chosen = settingsOf({ group: 'sigma', shipped: true }, metrics);
    expect(chosen.map(({ id }) => id)).toEqual([
      'glo-mnist-exercise-sigma0',
      'glo-mnist-exercise-sigma0.3',
      'glo-mnist-exercise-sigma5',
      'glo-mnist-lord-sigma0',
      'glo-mnist-lord-sigma0.3',
      'glo-mnist-lord-sigma5',
    ]);
    expect(settingsOf({ preset: 'lord', contentNoiseStd: 0.3 }, metrics)).toHaveLength(1);
    expect(settingsOf({ loss: 'l1+l2', guidanceWeight: 0, mistake: null }, metrics)).toHaveLength(7);
  });

  it('that nobody measured fail, and the error repeats the question', () => {
    expect(() => settingsOf({ group: 'dims', contentDim: 3 }, metrics)).toThrow(
      'Nothing was measured with group dims, contentDim 3. npm run train:all trains and measures',
    );
    expect(() => findSetting('glo-mnist-lord-sigma4', metrics)).toThrow(
      /Nothing was measured of glo-mnist-lord-sigma4; like it: .*glo-mnist-lord-sigma5.* npm run train:all/,
    );
  });

  it('have metrics over their seeds, and name those that they have', () => {
    const setting = findSetting('glo-mnist-lord-sigma0.3', metrics);
    expect(metricOf(setting, 'reconstruction.l1')).toEqual({ mean: 0.2, sd: 0.01, seeds: 3, n: 2000 });
    expect(() => metricOf(setting, 'diversity')).toThrow(
      'glo-mnist-lord-sigma0.3 has no metric "diversity"; it has: reconstruction.l1, swap.accuracy.',
    );
  });
});

it('A mark of a data set is found by name, and an unknown one lists the known', () => {
  expect(referenceOf('baseline.class-only.loss', 'mnist', metrics)).toBe(0.159);
  expect(() => referenceOf('real.accuracy', 'mnist', metrics)).toThrow(
    'There is no reference "real.accuracy" of mnist; there are: baseline.class-only.loss. Make it with npm run train:all.',
  );
  expect(() => referenceOf('real.accuracy', 'strokes', metrics)).toThrow('there are: none');
});
