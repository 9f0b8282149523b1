/** The curves of a training run, in its `metrics.json`: one number an epoch for each, rounded to six significant digits. */
import { z } from 'zod';

const curve = z.array(z.number().nonnegative());

export const historySchema = z.strictObject({
  /** Training losses: means over the epoch's batches, with noise and batch statistics. */
  loss: curve,
  l1: curve,
  l2: curve,
  contentCodeRms: curve,
});

export type History = z.infer<typeof historySchema>;
