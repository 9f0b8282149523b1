/** `history.json`: one number an epoch for each curve of training, by family. */
import type { z } from 'zod';
import { historySchema } from './families.ts';
import { parseOrExplain } from './parse.ts';

export type History = z.infer<typeof historySchema>;

export const parseHistory = (value: unknown, where: string): History =>
  parseOrExplain(historySchema, value, where);
