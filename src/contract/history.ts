/** `history.json`: one number an epoch for each curve, rounded to six significant digits. */
import { z } from 'zod';
import { parseOrExplain } from './parse.ts';

const curve = z.array(z.number().nonnegative());

const historySchema = z.strictObject({
  /** Training losses: means over the epoch's batches, with noise and batch statistics. */
  loss: curve,
  l1: curve,
  l2: curve,
  contentCodeRms: curve,
});

export type History = z.infer<typeof historySchema>;

export const parseHistory = (value: unknown, where: string): History =>
  parseOrExplain(historySchema, value, where);
