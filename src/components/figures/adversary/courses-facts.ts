/** What the chart of training courses is told at build time. Not for islands. */
import { toSixDigits } from '../../../contract/statistics.ts';
import { ganSetting } from '../../build/gan-series.ts';
import { readManifestOf } from '../../build/manifests.ts';
import { ganArithmetic } from '../one-axis/training-arithmetic.ts';
import type { CoursesFacts } from './courses.ts';
import { ofCourses, readComparisons } from './run-facts.ts';

/** Multiply-adds of all that a run computes in one epoch. */
export function epochArithmetic(id: string): number {
  const { model, training } = readManifestOf('gan', id);
  return ganArithmetic({ model, training }, { images: model }) / training.numEpochs;
}

export function coursesFacts(): CoursesFacts {
  const comparisons = readComparisons();
  return {
    comparisons,
    courses: ofCourses(comparisons, ({ inception }, id) => ({
      inception,
      epochArithmetic: toSixDigits(epochArithmetic(id)),
    })),
    stepsPerEpoch: ganSetting(comparisons.methods[0].id).training.stepsPerEpoch,
  };
}
