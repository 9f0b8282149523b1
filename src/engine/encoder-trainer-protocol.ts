/**
 * The messages between a page and the worker that trains an encoder with its decoder in it; those of trainer-protocol.ts are GLO's. The page says
 * what to do and never waits for an answer; the worker tells what it did. One run at a time: `start` ends what was before.
 */
import { createRandom, normalArray } from '../numerics/random.ts';
import type { EngineErrorCode } from './engine-error.ts';
import { numShown, type MnistPlace } from './trainer-protocol.ts';

/** What the reader chooses before a run; the rest is the trainer's own experiment. */
export interface EncoderTrainingSettings {
  readonly data: 'strokes' | 'mnist';
  readonly codeDim: number;
  /** Times the divergence in the loss at the start; it can change while the run goes on. */
  readonly divergenceWeight: number;
  readonly seed: number;
}

export type ToEncoderTrainer =
  | {
      readonly type: 'start';
      readonly settings: EncoderTrainingSettings;
      readonly mnist: MnistPlace | undefined;
    }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** One step, and then a pause. */
  | { readonly type: 'step' }
  /** Steps a second at most; null is as fast as it goes. */
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null }
  | { readonly type: 'weight'; readonly divergenceWeight: number };

/** What there is to see of a run. Codes are the means that the encoder gives, without a draw. */
export interface EncoderFrame {
  /** Whole epochs done. */
  readonly epoch: number;
  /** Steps done. */
  readonly step: number;
  readonly divergenceWeight: number;
  /** Ink in [0, 1]: a row of the shown images from their codes, then a row drawn from `sampledCodes`. */
  readonly pictures: Float32Array<ArrayBuffer>;
  /** Where the codes of the first images lie on the map, two numbers each, in units of a code; and last where a code of zeros does. */
  readonly map: Float32Array<ArrayBuffer>;
}

/** Means over the images of a step's batch, in nats; one a step. */
export interface LossParts {
  readonly data: ArrayLike<number>;
  readonly divergence: ArrayLike<number>;
}

export type FromEncoderTrainer =
  | {
      readonly type: 'started';
      readonly settings: EncoderTrainingSettings;
      readonly numImages: number;
      /** Of the shown images, and their ink in [0, 1]. */
      readonly digits: readonly number[];
      readonly originals: Float32Array<ArrayBuffer>;
      /** Classes of the images on the map. */
      readonly mapped: Uint8Array;
    }
  /** `losses`: of the steps since the last message. */
  | { readonly type: 'progress'; readonly frame: EncoderFrame; readonly losses: LossParts }
  /** By itself: it was asked to, it has made as many epochs as it makes at a time, or it diverged. */
  | { readonly type: 'stopped'; readonly why: EncoderStopReason }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string };

export type EncoderStopReason =
  | { readonly kind: 'paused' }
  | { readonly kind: 'epochs' }
  | { readonly kind: 'diverged'; readonly message: string };

/** Ten draws from N(0, I), the same in every run, so that they can be seen to change: [numShown × codeDim]. */
export const sampledCodes = (codeDim: number): Float32Array<ArrayBuffer> =>
  normalArray(createRandom('samples'), numShown * codeDim, 1);
