/** What a judge reads in a figure's pictures, in words; and how the figure gets it, or does without. No React here. */
import { EngineError, type Engine, type Reading } from '../../../../engine/api.ts';
import { aDigit } from '../../../controls/digit-words.ts';
import { inPercent } from '../../../layout/bound-text.ts';
import type { FigureFacts } from './checkpoints.ts';

/** In whole percent. Below it, a reading is a guess. */
const clearFrom = 50;

/** "looks like a 7, 93 %"; below 50 %, "unclear, perhaps a 7, 41 %". */
export function readingText({ digit, probability }: Reading): string {
  const percent = Math.round(100 * probability);
  return `${percent < clearFrom ? 'unclear, perhaps' : 'looks like'} ${aDigit(digit)}, ${inPercent(percent)}`;
}

/** A text alternative with what its picture looks like, where that is known. */
export const withReading = (text: string, reading: Reading | undefined): string =>
  reading ? `${text}: ${readingText(reading)}` : text;

/** Of a row of pictures, shorter: "look like 0, 1, perhaps 7, 3". */
export const rowText = (readings: readonly Reading[]): string =>
  `look like ${readings
    .map(({ digit, probability }) => `${Math.round(100 * probability) < clearFrom ? 'perhaps ' : ''}${digit}`)
    .join(', ')}`;

/** Of a figure whose dots may be none. */
export const dotsMean = 'Where the judge reads another class, there is a dot.';

/** How many pictures are read as the digit that they were meant to be. */
export const countAsMeant = (readings: readonly Reading[], meant: (picture: number) => number): number =>
  readings.filter(({ digit }, picture) => digit === meant(picture)).length;

/** Which cells of a grid get a dot; undefined while nobody has read them, or where they were meant to be nothing. */
export const missedBy = (
  readings: readonly Reading[] | undefined,
  meant: ((picture: number) => number) | undefined,
): ((picture: number) => boolean) | undefined =>
  readings && meant && ((picture) => readings[picture]?.digit !== meant(picture));

/** "97 of 100" */
export const countText = (readings: readonly Reading[], meant: (picture: number) => number): string =>
  `${countAsMeant(readings, meant)} of ${readings.length}`;

type Judge = NonNullable<FigureFacts['judge']>;

/** The part of a `Picture` that is read. */
export interface DrawnPicture {
  readonly request: { readonly engine: Engine };
  readonly ink: Float32Array;
}

/** Engines whose judge is missing or spoilt: asked once, not again with every picture. */
const withoutJudge = new WeakSet<Engine>();

/**
 * One reading an image; undefined when the request was aborted, and when there is no judge to be had, which is no failure
 * of the figure: its picture is there.
 */
export async function readPicture(
  { request: { engine }, ink }: DrawnPicture,
  judge: Judge,
  signal: AbortSignal,
): Promise<readonly Reading[] | undefined> {
  if (withoutJudge.has(engine)) return undefined;
  try {
    return await engine.classify(judge.id, ink, { signal });
  } catch (error) {
    const mayPass = error instanceof EngineError && (error.code === 'aborted' || error.code === 'network');
    if (!mayPass) withoutJudge.add(engine);
    return undefined;
  }
}
