/** docs/glo.py, the algorithm as the page shows it in PyTorch, makes the exact reference step. Runs where PyTorch is installed. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenLosses } from '../../support/golden-step.ts';
import { describeWithPython, runPython } from '../../support/python.ts';

interface Outcome {
  readonly loss: number;
  /** Largest difference from the reference relative to its largest value, by the name in the fixture. */
  readonly distances: Readonly<Record<string, number>>;
  /** Of the class and the content codes after `train`. */
  readonly shapes: readonly number[][];
  readonly finite: boolean;
  readonly training: boolean;
}

describe('the algorithm in PyTorch', () => {
  it('is short, and narrow enough to read', () => {
    const lines = readFileSync('docs/glo.py', 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(33);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(106);
  });
});

describeWithPython('the algorithm in PyTorch, run', ['torch'], () => {
  let outcome: Outcome;
  beforeAll(() => {
    outcome = runPython(['tests/support/golden_step.py']) as Outcome;
  }, 120_000);

  it('has the loss of the reference step', () => {
    expect(outcome.loss).toBeCloseTo(goldenLosses.loss, 7);
  });

  it('has its gradients, what moved, the running statistics and the picture after it', () => {
    const { distances } = outcome;
    // Eleven parameters and two tables, each before and after; two statistics; the output.
    expect(Object.keys(distances)).toHaveLength(2 * 13 + 3);
    for (const [name, distance] of Object.entries(distances)) {
      expect.soft(distance, name).toBeLessThan(1e-5);
    }
  });

  it('trains two tables in a loop, and leaves them ready to draw', () => {
    expect(outcome.shapes).toEqual([
      [10, 3],
      [40, 3],
    ]);
    expect(outcome.finite).toBe(true);
    expect(outcome.training).toBe(false);
  });
});
