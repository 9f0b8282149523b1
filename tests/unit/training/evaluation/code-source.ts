/** A code source of two numbers a content and one a class, for tests that say which codes they are about. */
import type { CodeSource } from '../../../../src/networks/generator/codes.ts';

export function codeSource({
  contentCodes,
  labels,
  numClasses = 2,
}: {
  /** [labels.length, 2]. */
  readonly contentCodes: Float32Array;
  readonly labels: string;
  readonly numClasses?: number;
}): CodeSource {
  const numImages = labels.length;
  return {
    manifest: {
      dataset: {
        name: 'strokes',
        split: 'train',
        firstImage: 0,
        numTrainingImages: numImages,
        sha256: '0'.repeat(64),
        numImages,
        labels,
      },
      model: {
        network: 'exercise-generator',
        numClasses,
        classDim: 1,
        contentDim: 2,
        imageHeight: 28,
        imageWidth: 28,
        imageChannels: 1,
        numParameters: 1,
      },
    },
    contentCodes,
    /** Class c has the code [c]. */
    classCodes: Float32Array.from({ length: numClasses }, (_, c) => c),
  };
}
