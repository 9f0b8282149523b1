/** The page's end of encoder-trainer-protocol.ts. */
import type { FromEncoderTrainer, ToEncoderTrainer } from './encoder-trainer-protocol.ts';
import { trainerIn, type MakeTrainer } from './trainer-client.ts';

export const createEncoderTrainer: MakeTrainer<ToEncoderTrainer, FromEncoderTrainer> = trainerIn(
  () => new Worker(new URL('./encoder-training.worker.ts', import.meta.url), { type: 'module' }),
);
