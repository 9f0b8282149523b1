/** State of the cloud: one content code, noise added to it sixteen times, and what generators make of that. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import type { CodeBatch } from '../../../networks/generator/codes.ts';
import { createRandom } from '../../../numerics/random.ts';
import type { Preset } from '../shell/state/checkpoints.ts';
import { choice, decimal, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { classOf, type Labels } from '../shell/state/images.ts';
import { seedLimit } from '../shell/state/seeds.ts';

export interface CloudState {
  /** Of the training. */
  readonly sigma: number;
  /** Standard deviation of the noise that is added now. */
  readonly noise: number;
  /** Whose content code, and with it whose class. */
  readonly image: number;
  readonly seed: number;
}

/** One generator of the figure. */
export interface CloudModel {
  readonly preset: Preset;
  readonly id: string;
}

/** Props of the figure, made at build time. */
export interface CloudFacts {
  /** What was trained, by σ, rising. */
  readonly levels: readonly { readonly sigma: number; readonly models: readonly CloudModel[] }[];
  readonly initial: CloudState;
  /** Of the initial state, one sheet a model, as data URLs. */
  readonly firstFrames: readonly string[];
  readonly labels: Labels;
  readonly numClasses: number;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  readonly originalsUrl: string | undefined;
}

export const numDraws = 16;
export const drawColumns = 4;
export const maxNoise = 3;

export const cloudFields = ({
  levels,
  initial,
  labels,
}: Pick<CloudFacts, 'levels' | 'initial' | 'labels'>): Fields<CloudState> => ({
  sigma: choice(
    levels.map(({ sigma }) => sigma),
    initial.sigma,
  ),
  noise: decimal(maxNoise, initial.noise),
  image: wholeNumber(labels.length, initial.image),
  seed: wholeNumber(seedLimit, initial.seed),
});

export type CloudArgs = Omit<CloudState, 'sigma'>;

/** The image's codes sixteen times, each content with noise of its own: the same directions whatever the noise and the model. */
export function cloudCodes(
  { manifest, contentCodes, classCodes }: Checkpoint<'glo'>,
  { image, noise, seed }: CloudArgs,
): CodeBatch {
  const { contentDim, classDim } = manifest.model;
  const random = createRandom(`cloud/${seed}`);
  const digit = classOf(manifest.dataset.labels, image);
  return {
    count: numDraws,
    contentCodes: Float32Array.from(
      { length: numDraws * contentDim },
      (_, i) => contentCodes[image * contentDim + (i % contentDim)] + noise * random.normal(),
    ),
    classCodes: Float32Array.from(
      { length: numDraws * classDim },
      (_, i) => classCodes[digit * classDim + (i % classDim)],
    ),
  };
}
