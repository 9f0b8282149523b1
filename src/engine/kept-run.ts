/**
 * The run that the browser keeps in its database, one at most, so that a reload or a crash loses no more than its last seconds. Beside it lies
 * a line about it, which is all that a page reads to offer it. Written by the worker that trains.
 */
import type { TrainingSettings } from './trainer-protocol.ts';
import { createStore, delMany, get, setMany, type UseStore } from 'idb-keyval';

/** For people, and to see whether this version of the site can go on with it. */
export interface KeptRunLine {
  readonly format: number;
  readonly data: TrainingSettings['data'];
  readonly numImages: number;
  /** Whole ones. */
  readonly numEpochs: number;
  readonly numSteps: number;
}

/** Goes up whenever the record of a run changes its shape; an older one is not offered. */
export const keptRunFormat = 2;

let opened: UseStore | undefined;
// Made at the first use: where a browser has no database, the mere page still opens.
const store = (): UseStore => (opened ??= createStore('glo-training', 'run'));

/** Undefined where there is none that this version can go on with. Rejects where the browser keeps nothing for this site. */
export async function readKeptLine(): Promise<KeptRunLine | undefined> {
  const line = await get<KeptRunLine>('line', store());
  return line?.format === keptRunFormat ? line : undefined;
}

export const readKeptRun = <Run>(): Promise<Run | undefined> => get<Run>('run', store());

/** Both or none. Rejects where the browser denies or has filled its storage. */
export const keepRun = (line: KeptRunLine, run: object): Promise<void> =>
  setMany(
    [
      ['line', line],
      ['run', run],
    ],
    store(),
  );

export const forgetRun = (): Promise<void> => delMany(['line', 'run'], store());
