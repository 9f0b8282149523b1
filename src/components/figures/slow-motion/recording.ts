/**
 * The recording of a small training run, and its bytes: a line of JSON with all numbers, then pictures as packed levels of ink. What is
 * rounded is said at each field; `decodeRecording` of `encodeRecording` is the same again. Not here: who trains (scripts/slow-motion), gzip.
 */
export type Point = readonly [number, number];

/** How the run was made. */
export interface RunSettings {
  readonly seed: number;
  readonly sigma: number;
  readonly codeInitStd: number;
  readonly weightRate: number;
  readonly codeRate: number;
  readonly batchSize: number;
  readonly numEpochs: number;
  readonly numClasses: number;
  /** Trainable numbers of the generator. */
  readonly numWeights: number;
}

/** Which way the codes of one table would have to go to lower the loss: minus the gradient. */
export interface Pulls {
  /** Relative to the longest, to hundredths. */
  readonly arrows: readonly Point[];
  /** Length of the longest gradient, to three digits. */
  readonly longest: number;
}

export interface RecordedStep {
  /** Which images, in the order of the batch. */
  readonly images: readonly number[];
  /** For each of them, already × σ, to a 250th. */
  readonly noise: readonly Point[];
  /** Of each image of the batch. */
  readonly contentPulls: Pulls;
  /** Of each class; zero for a class that is not in the batch. */
  readonly classPulls: Pulls;
  /** Of the batch: before the step, and after it with the same noise; to four digits. */
  readonly loss: number;
  readonly lossAfter: number;
  /** How far the step moved a weight, on average; to three digits. */
  readonly weightsMoved: number;
  /** What the generator drew of the noisy codes, and what it draws of them after the step: levels of ink, [batch, 28 × 28]. */
  readonly drawn: Uint8Array;
  readonly drawnAgain: Uint8Array;
}

export interface Recording {
  readonly settings: RunSettings;
  /** The class of each image. */
  readonly labels: readonly number[];
  /** The tables before each step, and after the last, to a 250th. */
  readonly contents: readonly (readonly Point[])[];
  readonly classes: readonly (readonly Point[])[];
  /** The training images in levels of ink, [images, 28 × 28]. */
  readonly targets: Uint8Array;
  readonly steps: readonly RecordedStep[];
}

export const imageSide = 28;
export const imageLength = imageSide * imageSide;
/** From paper, 0, to full ink, one less than this. */
export const numLevels = 8;

/** As JSON has it: whole numbers, tables as the first and then its changes, step by step. */
interface Numbers {
  readonly settings: RunSettings;
  readonly labels: readonly number[];
  readonly contents: readonly (readonly number[])[];
  readonly classes: readonly (readonly number[])[];
  readonly steps: readonly {
    readonly images: readonly number[];
    readonly noise: readonly number[];
    readonly contentPulls: readonly number[];
    readonly classPulls: readonly number[];
    readonly longest: readonly [content: number, class_: number];
    readonly losses: readonly [before: number, after: number];
    readonly weightsMoved: number;
  }[];
}

const codeUnit = 250;
const pullUnit = 100;

const toWhole = (points: readonly Point[], unit: number): number[] =>
  points.flat().map((value) => Math.round(value * unit) + 0); // no −0

const toPoints = (whole: readonly number[], unit: number): Point[] =>
  Array.from({ length: whole.length / 2 }, (_, i) => [whole[2 * i] / unit, whole[2 * i + 1] / unit] as const);

const digits = (value: number, count: number): number => Number(value.toPrecision(count));

const changes = (tables: readonly (readonly Point[])[]): number[][] => {
  const whole = tables.map((table) => toWhole(table, codeUnit));
  return whole.map((table, i) => (i === 0 ? table : table.map((value, j) => value - whole[i - 1][j])));
};

function sums(steps: readonly (readonly number[])[]): Point[][] {
  let now = steps[0].map(() => 0);
  return steps.map((step) => {
    now = now.map((value, i) => value + step[i]);
    return toPoints(now, codeUnit);
  });
}

export function encodeRecording(recording: Recording): Uint8Array<ArrayBuffer> {
  const { settings, labels, contents, classes, targets, steps } = recording;
  const numbers: Numbers = {
    settings,
    labels,
    contents: changes(contents),
    classes: changes(classes),
    steps: steps.map((step) => ({
      images: step.images,
      noise: toWhole(step.noise, codeUnit),
      contentPulls: toWhole(step.contentPulls.arrows, pullUnit),
      classPulls: toWhole(step.classPulls.arrows, pullUnit),
      longest: [digits(step.contentPulls.longest, 3), digits(step.classPulls.longest, 3)],
      losses: [digits(step.loss, 4), digits(step.lossAfter, 4)],
      weightsMoved: digits(step.weightsMoved, 3),
    })),
  };
  const header = new TextEncoder().encode(`${JSON.stringify(numbers)}\n`);
  const pixels = [
    targets,
    ...steps.flatMap(({ drawn, drawnAgain }) => [
      drawn,
      // Most pixels stay: what changed packs better than what there is.
      drawnAgain.map((level, i) => (level - drawn[i] + numLevels) % numLevels),
    ]),
  ].map(pack);
  const bytes = new Uint8Array(header.length + pixels.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of [header, ...pixels]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws Error when the bytes are cut off, or of another make. */
export function decodeRecording(bytes: Uint8Array): Recording {
  const end = bytes.indexOf('\n'.charCodeAt(0));
  if (end < 0) throw new Error('This is no recording: it has no line of numbers.');
  const { settings, labels, contents, classes, steps } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  ) as Numbers;
  const numPictures = labels.length + 2 * steps.length * settings.batchSize;
  const length = end + 1 + (numPictures * imageLength) / 2;
  if (bytes.length !== length)
    throw new Error(`This recording is damaged: ${bytes.length} bytes, ${length} expected.`);
  let at = end + 1;
  const take = (count: number): Uint8Array => {
    const packed = bytes.subarray(at, at + (count * imageLength) / 2);
    at += packed.length;
    return unpack(packed);
  };
  return {
    settings,
    labels,
    contents: sums(contents),
    classes: sums(classes),
    targets: take(labels.length),
    steps: steps.map((step) => {
      const drawn = take(settings.batchSize);
      const changed = take(settings.batchSize);
      return {
        images: step.images,
        noise: toPoints(step.noise, codeUnit),
        contentPulls: { arrows: toPoints(step.contentPulls, pullUnit), longest: step.longest[0] },
        classPulls: { arrows: toPoints(step.classPulls, pullUnit), longest: step.longest[1] },
        loss: step.losses[0],
        lossAfter: step.losses[1],
        weightsMoved: step.weightsMoved,
        drawn,
        drawnAgain: drawn.map((level, i) => (level + changed[i]) % numLevels),
      };
    }),
  };
}

/** Two levels a byte. */
const pack = (levels: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: levels.length / 2 }, (_, i) => levels[2 * i] | (levels[2 * i + 1] << 4));

const unpack = (packed: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: packed.length * 2 }, (_, i) => (packed[i >> 1] >> (i % 2 === 0 ? 0 : 4)) & 15);
