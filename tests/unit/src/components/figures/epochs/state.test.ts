import { expect, test } from 'vitest';
import {
  epochsFields,
  explainGaps,
  findRun,
  hasRun,
  neighbouringRuns,
  playOn,
  sheetCell,
  type EpochRun,
} from '../../../../../../src/components/figures/epochs/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const run = (loss: EpochRun['loss'], contentNoiseStd: number): EpochRun => ({
  id: `${loss}-${contentNoiseStd}`,
  loss,
  contentNoiseStd,
  bytes: 1,
  l1: [0.2, 0.1],
  l2: [0.1, 0.05],
});
const runs = [
  ...(['l1', 'l2', 'l1+l2'] as const).flatMap((loss) => [0, 0.1, 0.3, 1].map((sigma) => run(loss, sigma))),
  run('perceptual', 0.3),
];
const fields = epochsFields({ runs, initial: { loss: 'l1+l2', sigma: 0.3 }, numEpochs: 50 });

test('the figure starts at the last epoch of its first run', () => {
  expect(parseState(fields, '')).toEqual({ loss: 'l1+l2', sigma: 0.3, epoch: 50 });
});

test('its whole state goes through a link', () => {
  const text = 'loss:l1+l2,sigma:0.1,epoch:7';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('an epoch that never was falls back to the last', () => {
  for (const epoch of ['0', '51', '-1', '2.5', '07', 'last']) {
    expect(parseState(fields, `epoch:${epoch}`).epoch, epoch).toBe(50);
  }
});

test('a loss at a level where it was not trained is shown at the nearest level where it was', () => {
  expect(findRun(runs, { loss: 'perceptual', sigma: 1 }).id).toBe('perceptual-0.3');
  expect(findRun(runs, { loss: 'l1', sigma: 1 }).id).toBe('l1-1');
  expect(hasRun(runs, 'perceptual', 1)).toBe(false);
  expect(hasRun(runs, 'perceptual', 0.3)).toBe(true);
});

test('choices that are off are explained', () => {
  expect(explainGaps(runs)).toBe('perceptual: trained at σ = 0.3 only.');
  expect(explainGaps(runs.filter(({ loss }) => loss !== 'perceptual'))).toBe('');
});

test('likely next runs are the same loss with a little more or less noise', () => {
  expect(neighbouringRuns(runs, run('l2', 0.3)).map(({ id }) => id)).toEqual(['l2-0.1', 'l2-1']);
  expect(neighbouringRuns(runs, run('perceptual', 0.3))).toEqual([]);
});

test('a sheet has a row an epoch, reconstructions left and transfers right', () => {
  expect(sheetCell('reconstructions', 1, 50)).toEqual({ rows: 50, columns: 2, row: 0, column: 0 });
  expect(sheetCell('transfers', 50, 50)).toEqual({ rows: 50, columns: 2, row: 49, column: 1 });
});

test('Play stays longer at the first epochs, goes on where it was, and ends at the last', () => {
  const options = { numEpochs: 50, calm: false };
  expect(playOn({ epoch: 1, spentMs: 0 }, 500, options)).toEqual({ epoch: 1, spentMs: 500 });
  expect(playOn({ epoch: 1, spentMs: 500 }, 400, options)).toEqual({ epoch: 2, spentMs: 100 });
  expect(playOn({ epoch: 40, spentMs: 0 }, 250, options).epoch).toBe(42);
  expect(playOn({ epoch: 1, spentMs: 0 }, 1e6, options).epoch).toBe(50);
});

test('who asked for less motion gets even, slow steps', () => {
  const options = { numEpochs: 50, calm: true };
  expect(playOn({ epoch: 40, spentMs: 0 }, 650, options).epoch).toBe(40);
  expect(playOn({ epoch: 40, spentMs: 0 }, 750, options).epoch).toBe(41);
});
