/** What the build would tell a figure about four checkpoints. */
import type { FigureFacts } from '../../../../../src/components/figures/shell/state/checkpoints.ts';

export const facts: FigureFacts = {
  checkpoints: (['exercise', 'lord'] as const).flatMap((preset) =>
    [0.3, 1].map((contentNoiseStd) => ({
      id: `glo-mnist-${preset}-sigma${contentNoiseStd}`,
      preset,
      contentNoiseStd,
    })),
  ),
  initial: { preset: 'lord', sigma: 0.3 },
  modelsUrl: '/models/',
  originalsUrl: undefined,
  previewFile: 'preview-transfers.png',
  previewImages: [21, 6, 5, 7, 2, 0, 13, 15, 17, 4],
  judge: { id: 'classifier-mnist-judge', accuracy: 0.99 },
  costs: {},
  realDiversity: {},
  numImages: 2000,
  numClasses: 10,
};
