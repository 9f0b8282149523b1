/**
 * The messages between a page and the worker that trains in it. The page says what to do and never waits for an answer; the worker tells what
 * it did. One run at a time, or two beside each other that take their steps in turn: `start` and `resume` end what was before.
 */
import type { LoadProgress } from './api.ts';
import type { EngineErrorCode } from './engine-error.ts';

/** What the reader chooses before a run; the rest is the trainer's base experiment. */
export interface TrainingSettings {
  /** `pictures` are the reader's own alone. */
  readonly data: 'strokes' | 'mnist' | 'pictures';
  /** Of strokes or MNIST. */
  readonly numImages: number;
  readonly preset: 'exercise' | 'lord';
  readonly loss: 'l1' | 'l2' | 'l1+l2';
  readonly classDim: number;
  readonly contentDim: number;
  /** Weight of the mean squared norm of the content codes in the loss. */
  readonly contentDecay: number;
  /** σ at the start; it can change while the run goes on. */
  readonly contentNoiseStd: number;
  /** Times the preset's learning rates, at the start. */
  readonly rateFactor: number;
  /** Times the rates of both kinds of code once more. */
  readonly codeRateFactor: number;
  readonly seed: number;
}

/** Where MNIST is, where the build has it. */
export interface MnistPlace {
  /** Address of the sheets of originals, ending in a slash. */
  readonly originalsUrl: string;
  /** How a sheet is laid out. */
  readonly columns: number;
  readonly imagesPerSheet: number;
  /** The digits of the first images, a character each. */
  readonly labels: string;
}

/** A picture of the reader's: a drawing that is learned behind the data, or one of a folder. */
export interface OwnImage {
  /** 28 × 28, ink in 0..255. */
  readonly image: Uint8Array;
  /** Its class. */
  readonly digit: number;
}

export type ToTrainer =
  | {
      readonly type: 'start';
      /** One a run. All learn the same images: `data` and `numImages` are alike. */
      readonly settings: readonly TrainingSettings[];
      readonly mnist: MnistPlace | undefined;
      readonly ownImages: readonly OwnImage[];
      /** At most ten. */
      readonly classNames: readonly string[];
    }
  /** Goes on with the run that the browser keeps: of two, the first. */
  | { readonly type: 'resume'; readonly mnist: MnistPlace | undefined }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** One step, and then a pause. */
  | { readonly type: 'step' }
  /** Steps a second at most; null is as fast as it goes. */
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null }
  /** One a run. */
  | { readonly type: 'noise'; readonly contentNoiseStds: readonly number[] }
  /** Back to the end of a kept epoch, 0 being the start; the learning rates times `rates` from there on. */
  | { readonly type: 'rewind'; readonly epoch: number; readonly rates: number }
  /** A checkpoint, as a zip or kept among the reader's own. `run`: its place. `codeVersion`: of the trainer that this site was built with. */
  | {
      readonly type: 'export';
      readonly run: number;
      readonly as: 'zip' | 'own';
      readonly codeVersion: string;
    };

/** What there is to see of one run. Codes and pictures are of the model without noise. */
export interface Frame {
  /** Whole epochs done. */
  readonly epoch: number;
  /** Steps done. */
  readonly step: number;
  readonly contentNoiseStd: number;
  readonly rateFactor: number;
  /** Of the last step's batch; NaN before the first. */
  readonly loss: number;
  /** Root mean square of all content codes. */
  readonly contentCodeRms: number;
  /** Ink in [0, 1]: a row of reconstructions of the shown images, then a row of their transfers for each of the classes that `started` tells. */
  readonly pictures: Float32Array<ArrayBuffer>;
  /** Where the first content codes lie on the map, two numbers each; see numerics/code-map.ts. */
  readonly map: Float32Array<ArrayBuffer>;
}

export const numShown = 10;
/** The first so many images are on the map. */
export const mostMapped = 500;
/** Of the ten digits; a run tells its own. */
export const transferClasses = [0, 1, 2, 3, 4] as const;
export const digitNames: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export type FromTrainer =
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  | {
      readonly type: 'started';
      /** One a run; σ and rates as they are now. */
      readonly settings: readonly TrainingSettings[];
      readonly numImages: number;
      readonly classNames: readonly string[];
      /** Of the rows of transfers: the first five that have an image. */
      readonly transferClasses: readonly number[];
      /** Of the shown images, and their ink in [0, 1]. */
      readonly digits: readonly number[];
      readonly originals: Float32Array<ArrayBuffer>;
      /** Classes of the images on the map. */
      readonly mapped: Uint8Array;
    }
  | {
      readonly type: 'progress';
      /** One a run, all of the same step. */
      readonly frames: readonly Frame[];
      /** Of each run, of the steps since the last message; the first of them is step `firstStep`, from 1, and what was told of it and later is void. */
      readonly losses: readonly Float32Array<ArrayBuffer>[];
      readonly firstStep: number;
      /** Epochs that the runs can go back to, ascending; `frames` are what the last of them looks like where `isKept`. */
      readonly keptEpochs: readonly number[];
      readonly isKept: boolean;
    }
  /** By itself: it was asked to, it has made as many epochs as it makes at a time, or it diverged. */
  | { readonly type: 'stopped'; readonly why: StopReason }
  /** `name`: of the checkpoint, or what it is kept under, and then there is no zip. */
  | {
      readonly type: 'exported';
      readonly name: string;
      readonly zip?: Uint8Array<ArrayBuffer>;
      /** What the reader changed on the way, in words, in order, as the manifest's title has it. */
      readonly changes: readonly string[];
    }
  /** The browser does not keep the run; it goes on. */
  | { readonly type: 'not-kept'; readonly message: string }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string };

export type StopReason =
  | { readonly kind: 'paused' }
  | { readonly kind: 'epochs' }
  /** `run`: the place of the one that did. The other stops with it. */
  | { readonly kind: 'diverged'; readonly run: number; readonly message: string };
