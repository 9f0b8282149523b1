/** What the evaluation classifier says of pictures from found codes: as they are, and of each content in every other class. */
import type { CodeBatch } from '../../../src/networks/generator/codes.ts';
import { gatherRows } from '../../../src/numerics/arrays.ts';
import { classifyPictures, type EvaluationClassifier, type Predict } from '../pictures.ts';

export interface ReadInput {
  readonly predict: Predict;
  readonly evaluationClassifier: EvaluationClassifier;
  /** The learned ones, [numClasses × classDim]. */
  readonly classCodes: Float32Array;
  readonly classDim: number;
  /** Classes of the images that the codes are of. */
  readonly labels: Uint8Array;
}

/** Share of pictures that are read as their image's class. */
export function ownClassAccuracy(
  { predict, evaluationClassifier, labels }: ReadInput,
  codes: CodeBatch,
): number {
  const read = classifyPictures(evaluationClassifier, predict(codes));
  return read.filter((digit, i) => digit === labels[i]).length / codes.count;
}

/** Share of transfers, each content with the learned code of each class but its image's, that are read as their target. */
export function swapAccuracy(
  { predict, evaluationClassifier, classCodes, classDim, labels }: ReadInput,
  { count, contentCodes }: CodeBatch,
): number {
  const numClasses = classCodes.length / classDim;
  const rows = Array.from({ length: count }, (_, i) => i);
  let asTarget = 0;
  for (let target = 0; target < numClasses; target++) {
    const pictures = predict({
      count,
      contentCodes,
      classCodes: gatherRows(
        classCodes,
        classDim,
        rows.map(() => target),
      ),
    });
    const read = classifyPictures(evaluationClassifier, pictures);
    asTarget += rows.filter((i) => labels[i] !== target && read[i] === target).length;
  }
  return asTarget / (count * (numClasses - 1));
}

/** The class whose learned code each class code is nearest to, [count]. */
export function nearestClasses(
  { classCodes, classDim }: Pick<ReadInput, 'classCodes' | 'classDim'>,
  found: Float32Array,
): number[] {
  const numClasses = classCodes.length / classDim;
  return Array.from({ length: found.length / classDim }, (_, i) => {
    const distance = (label: number): number => {
      let squared = 0;
      for (let j = 0; j < classDim; j++)
        squared += (found[i * classDim + j] - classCodes[label * classDim + j]) ** 2;
      return squared;
    };
    return Array.from({ length: numClasses }, (_, label) => label).reduce((best, label) =>
      distance(label) < distance(best) ? label : best,
    );
  });
}
