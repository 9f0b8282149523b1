/**
 * A run under way: all that changes while it trains, as plain data. So a copy (`structuredClone`) of it is a place to come back to, in memory or
 * in a browser's store, and goes on with the very numbers that it would have had. What does not change is in `TrainInput`.
 */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import type { GeneratorConfig } from '../../../src/networks/generator/generator.ts';
import { createRandom, type RandomState } from '../../../src/numerics/random.ts';
import { initializeModel, type GloModel } from './model.ts';
import { startMoments, type Moments } from './train-step.ts';

export interface GloRun {
  readonly model: GloModel;
  readonly moments: Moments;
  readonly random: Readonly<Record<'shuffle' | 'noise' | 'guidance', RandomState>>;
  /** Done so far, over all epochs. */
  numSteps: number;
  /** The epoch that the next step belongs to, from 1. */
  epoch: number;
  /** The images in the order of that epoch; not yet drawn where none of them was seen. */
  order: Uint32Array;
  /** How many of them were seen. */
  numSeen: number;
  /** Means over all images of the epoch, of those that were seen. */
  totals: EpochLosses;
}

export interface EpochLosses {
  /** The reconstruction loss and the weighted decay. Guidance is not in it, so that curves compare with those of plain runs. */
  readonly loss: number;
  readonly l1: number;
  readonly l2: number;
}

export const noLosses: EpochLosses = { loss: 0, l1: 0, l2: 0 };

interface RunInput {
  readonly dims: GeneratorConfig;
  readonly config: Pick<TrainingConfig, 'seed' | 'codeInitStd'>;
  readonly numImages: number;
  readonly numClasses: number;
}

/** Before its first step. */
export function startRun({ dims, config, numImages, numClasses }: RunInput): GloRun {
  const random = createRandom(config.seed);
  const model = initializeModel({ dims, numClasses, numImages, codeInitStd: config.codeInitStd }, random);
  return {
    model,
    moments: startMoments(model),
    random: {
      shuffle: random.fork('shuffle').state,
      noise: random.fork('noise').state,
      guidance: random.fork('guidance').state,
    },
    numSteps: 0,
    epoch: 1,
    order: new Uint32Array(),
    numSeen: 0,
    totals: noLosses,
  };
}
