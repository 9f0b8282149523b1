/** `history.json`: one number an epoch for each curve of training, by family. */
import { z } from './schema.ts';
import { historySchemas } from './families.ts';
import { parseOrExplain } from './parse.ts';

type Measured = keyof typeof historySchemas;
export type HistoryOf<Name extends Measured> = z.infer<(typeof historySchemas)[Name]>;
export type History = HistoryOf<Measured>;

/** Of a run of any family. */
export const historySchema = z.union(Object.values(historySchemas));

export const parseHistory = (value: unknown, where: string): History =>
  parseOrExplain(historySchema, value, where);

/** The same where only one family will do. */
export const parseHistoryOf =
  <Name extends Measured>(family: Name) =>
  (value: unknown, where: string): HistoryOf<Name> =>
    parseOrExplain(historySchemas[family], value, where) as HistoryOf<Name>;
