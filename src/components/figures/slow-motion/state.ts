/** State of the slow motion: which step of the recorded run, which phase of it, and whether one goes on by phases or by steps. Pure. */
import { phases, type Phase } from '../../mdx/running-lines.ts';
import { choice, type Fields } from '../shell/state/fields.ts';
import type { Point, RecordedStep, Recording, RunSettings } from './recording.ts';

export const paces = ['phases', 'steps'] as const;
export type Pace = (typeof paces)[number];

/** A moment of the run. */
export interface Moment {
  /** From 1 on. */
  readonly step: number;
  readonly phase: Phase;
}

export interface SlowMotionState extends Moment {
  readonly by: Pace;
}

/** A step without its pictures, and the tables around it. */
export interface StepNumbers extends Omit<RecordedStep, 'drawn' | 'drawnAgain'> {
  readonly contents: readonly Point[];
  readonly contentsAfter: readonly Point[];
  readonly classes: readonly Point[];
  readonly classesAfter: readonly Point[];
}

/** Props of the figure, made at build time. */
export interface SlowMotionFacts {
  readonly recordingUrl: string;
  /** Of the file, packed. */
  readonly recordingBytes: number;
  readonly settings: RunSettings;
  readonly labels: readonly number[];
  /** Before each step, of its batch. */
  readonly losses: readonly number[];
  /** The planes reach from −extent to extent in both directions. */
  readonly contentExtent: number;
  readonly classExtent: number;
  /** The pictures of the first moment: rows of the batch's, then all twenty (first-frame.ts). */
  readonly sheetUrl: string;
  readonly first: StepNumbers;
}

/** The pictures tell something by then, and every step of the way back to the codes has been made. */
export const firstMoment: Moment = { step: 50, phase: 'gradients' };

export const slowMotionFields = (numSteps: number): Fields<SlowMotionState> => ({
  step: {
    initial: firstMoment.step,
    parse: (text) => (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= numSteps ? Number(text) : undefined),
    format: String,
  },
  phase: choice(phases, firstMoment.phase),
  by: choice(paces, 'phases'),
});

export const isLast = ({ step, phase }: Moment, numSteps: number): boolean =>
  step === numSteps && phase === 'update';

/** What comes next, or what was before; at either end it stays. Steps are seen as what they leave behind. */
export function move({ step, phase }: Moment, by: Pace, direction: 1 | -1, numSteps: number): Moment {
  if (by === 'steps') {
    // From within a step, its end comes first.
    const next = direction === 1 && phase !== 'update' ? step : step + direction;
    return { step: Math.min(Math.max(next, 1), numSteps), phase: 'update' };
  }
  const at = (step - 1) * phases.length + phases.indexOf(phase) + direction;
  const kept = Math.min(Math.max(at, 0), numSteps * phases.length - 1);
  return { step: Math.floor(kept / phases.length) + 1, phase: phases[kept % phases.length] };
}

/** How long Play stays, in milliseconds: long enough to read a phase, or to see a step. */
export const dwellMs: Readonly<Record<Pace, number>> = { phases: 2600, steps: 160 };

export const reached = (phase: Phase, by: Phase): boolean => phases.indexOf(phase) >= phases.indexOf(by);

export const numbersOf = ({ contents, classes, steps }: Recording, step: number): StepNumbers => {
  const { drawn: _, drawnAgain: __, ...numbers } = steps[step - 1];
  return {
    ...numbers,
    contents: contents[step - 1],
    contentsAfter: contents[step],
    classes: classes[step - 1],
    classesAfter: classes[step],
  };
};

/** Where the batch's copies of content codes are once the noise is on them. */
export const noisyCopies = ({ images, contents, noise }: StepNumbers): Point[] =>
  images.map((image, i) => [contents[image][0] + noise[i][0], contents[image][1] + noise[i][1]] as const);

/** Letters by which the pictures of a batch and their dots are told apart. */
export const slotName = (slot: number): string => String.fromCharCode('a'.charCodeAt(0) + slot);
