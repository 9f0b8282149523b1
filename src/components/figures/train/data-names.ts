/** What a run in the page learns, in the words of the page. Pure. */
import type { TrainingSettings } from '../../../engine/trainer-protocol.ts';

export const dataNames: Readonly<Record<TrainingSettings['data'], string>> = {
  strokes: 'strokes',
  mnist: 'MNIST',
  pictures: 'your folder',
};
