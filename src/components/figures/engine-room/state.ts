/** What the comparison of runtimes says, in words and numbers. Its state is the checkpoint alone; whether one of the reader's own draws is no part of a link. */
import { runtimeKinds, runtimeNames, type RuntimeKind } from '../../../engine/runtimes/kinds.ts';
import type { RuntimeResults } from '../../../engine/runtimes/results.ts';
import type { FigureStatusValue } from '../../controls/figure-status.ts';

/** What the reader sees of the comparison. */
export interface ComparisonState {
  readonly results: RuntimeResults;
  readonly running: RuntimeKind | undefined;
  /** The page was left for another tab while it ran. */
  readonly isInterrupted: boolean;
}

/** @param what draws, in words. */
export function comparisonStatus(
  { results, running, isInterrupted }: ComparisonState,
  what: string,
): FigureStatusValue {
  if (running) {
    const { progress } = results[running];
    const name = runtimeNames[running];
    const place = `${runtimeKinds.indexOf(running) + 1} of ${runtimeKinds.length}`;
    if (progress) return { kind: 'loading', what: `Loading ${name} (${place})`, ...progress };
    return { kind: 'ready', text: `Measuring ${name} (${place}).` };
  }
  const states = runtimeKinds.map((kind) => results[kind].state);
  const numDone = states.filter((state) => state === 'done').length;
  if (isInterrupted) {
    return { kind: 'ready', text: 'Stopped: a page in the background is slowed down. Measure again.' };
  }
  if (states.every((state) => state === 'waiting'))
    return { kind: 'preview', text: `Drawn beforehand: ${what}.` };
  if (states.includes('waiting')) return { kind: 'ready', text: `Stopped. Drawn with: ${what}.` };
  return {
    kind: 'ready',
    text: `Measured here and now: ${numDone} of ${runtimeKinds.length} runtimes, ${what}.`,
  };
}

/** Three digits, whatever the size: "0.412", "3.08", "41.2", "412". */
export const millisecondsText = (ms: number): string =>
  ms >= 100 ? ms.toFixed(0) : ms.toFixed(ms >= 10 ? 1 : ms >= 1 ? 2 : 3);

/** In levels of 255. */
export const differenceText = (levels: number): string =>
  levels === 0 ? '0' : levels < 0.001 ? 'under 0.001' : levels.toFixed(3);

/** As it travelled. */
export const megabytesText = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
