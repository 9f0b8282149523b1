/** The codes between two hands. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import type { CodeBatch } from '../../../networks/generator/codes.ts';
import { concatenate, gatherRows, rowsBetween } from '../../../numerics/arrays.ts';

export const numBetween = 9;

interface BetweenArgs {
  /** Content codes, [contentDim] each. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** A row of pictures each. */
  readonly classes: readonly number[];
}

export function betweenCodes(
  { manifest: { model }, classCodes }: Checkpoint<'glo'>,
  { from, to, classes }: BetweenArgs,
): CodeBatch {
  const line = rowsBetween(Float32Array.from(from), Float32Array.from(to), numBetween);
  const rows = classes.flatMap((digit) => Array.from({ length: numBetween }, () => digit));
  return {
    count: rows.length,
    contentCodes: concatenate(classes.map(() => line)),
    classCodes: gatherRows(classCodes, model.classDim, rows),
  };
}
