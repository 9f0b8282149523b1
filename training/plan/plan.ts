/** What every plan is: what has to be made, because it is missing, damaged, or of other settings or other code. Planning makes nothing. */
import type { DatasetInfo } from '../../src/contract/families/glo.ts';
import { ContractError } from '../../src/contract/parse.ts';
import type { Job } from '../pool/messages.ts';

export interface Plan<Kind extends Job> {
  readonly jobs: readonly Kind[];
  /** Results that were asked for and are there. */
  readonly numUpToDate: number;
  /** What is wrong with results that are there and have to be made again, a line each. */
  readonly damaged: readonly string[];
}

export type DatasetName = DatasetInfo['name'];

/** What is wrong with something that is there, in one line; nothing when it is whole or not there. */
export async function damageOf(reading: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ContractError)) return [];
  const [heading, problem = ''] = error.message.split('\n');
  return [`${heading.replace(/ does not follow .*$/, '')} is made again: ${problem.trim()}`];
}

export const stepsOf = (
  numImages: number,
  training: { readonly batchSize: number; readonly numEpochs: number },
) => Math.ceil(numImages / training.batchSize) * training.numEpochs;
