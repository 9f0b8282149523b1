/** What the probes share: rows with a class, a fitted probe, and how well its answers fit. No fitting here. */
import { gatherRows } from '../../../src/numerics/arrays.ts';
import type { Random } from '../../../src/numerics/random.ts';
import type { Split } from './folds.ts';

export interface LabelledRows {
  /** [rows, dim], row-major. */
  readonly features: Float32Array;
  readonly dim: number;
  /** [rows] */
  readonly labels: Uint8Array;
  readonly numClasses: number;
}

/** Writes the scores of row `row` of `features` into `logits` [numClasses]. */
export type Probe = (features: Float32Array, row: number, logits: Float64Array) => void;

/** Fits on all rows; what must be chosen is chosen with `inner`, a split of these rows. */
export type FitProbe = (rows: LabelledRows, inner: Split, random: Random) => Probe;

export const selectRows = (rows: LabelledRows, chosen: Uint32Array): LabelledRows => ({
  ...rows,
  features: gatherRows(rows.features, rows.dim, chosen),
  labels: Uint8Array.from(chosen, (row) => rows.labels[row]),
});

/** The share of rows whose class gets the highest score, and the mean cross-entropy of softmax(scores). */
export function scoreProbe(probe: Probe, { features, labels, numClasses }: LabelledRows) {
  const logits = new Float64Array(numClasses);
  let [numRight, crossEntropy] = [0, 0];
  labels.forEach((label, row) => {
    probe(features, row, logits);
    if (logits.indexOf(Math.max(...logits)) === label) numRight++;
    crossEntropy += softmax(logits, label);
  });
  return { accuracy: numRight / labels.length, crossEntropy: crossEntropy / labels.length };
}

/** Turns logits into probabilities in place and returns −log of the label's. */
export function softmax(logits: Float64Array, label: number): number {
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  const own = logits[label];
  let total = 0;
  for (let k = 0; k < logits.length; k++) total += logits[k] = Math.exp(logits[k] - highest);
  for (let k = 0; k < logits.length; k++) logits[k] /= total;
  return Math.log(total) - (own - highest);
}
