/** What the slow motion is told at build time: the numbers of its first moment, and where the rest is. Not for islands. */
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { withBase } from '../../layout/links.ts';
import { recordingFile } from './recording-file.ts';
import { decodeRecording, type Point, type Recording } from './recording.ts';
import { firstMoment, numbersOf, type SlowMotionFacts } from './state.ts';

export const readRecording = (): Recording => decodeRecording(gunzipSync(readFileSync(recordingFile)));

/** The largest coordinate, with a little room around it. Noise may lead out of that. */
const extentOf = (points: readonly Point[]): number => 1.2 * Math.max(...points.flat().map(Math.abs));

export function slowMotionFacts(recordingUrl: string): SlowMotionFacts {
  const recording = readRecording();
  const { settings, labels, contents, classes, steps } = recording;
  return {
    recordingUrl,
    recordingBytes: statSync(recordingFile).size,
    settings,
    labels,
    losses: steps.map(({ loss }) => loss),
    contentExtent: extentOf(contents.flat()),
    classExtent: extentOf(classes.flat()),
    sheetUrl: withBase('data/slow-motion.png'),
    first: numbersOf(recording, firstMoment.step),
  };
}
