/** One experiment as a flat typed object: everything that decides a checkpoint and what is measured on it, nothing about how it is run. */
import type { DatasetInfo, GroupName, TrainingConfig } from '../../src/contract/families/glo.ts';
import type { GeneratorConfig } from '../../src/networks/generator/generator.ts';

export interface Recipe {
  /** Also the name of the checkpoint and of its folder; see src/contract/ids.ts. */
  readonly id: string;
  readonly title: string;
  readonly group: GroupName;
  readonly dataset: Pick<DatasetInfo, 'name' | 'numTrainingImages'>;
  readonly dims: GeneratorConfig;
  readonly training: TrainingConfig;
  /** Whether the site gets the weights and codes, or only what was measured and one picture. */
  readonly ships: boolean;
  /** `light` leaves out what is slow: probes, samplers, factors. `projected` adds the projection of unseen images. */
  readonly evaluation: 'light' | 'full' | 'projected';
  /** Whether the same images are drawn after every epoch, for the picture that the epoch scrubber plays. */
  readonly drawsEpochs: boolean;
  /** Epochs before the last, ascending, after which the run is kept too, so that a figure can draw from it as it was. */
  readonly snapshotEpochs: readonly number[];
}

export const numClasses = 10;
export const seeds = [1, 2, 3] as const;

/** Where codes start and how fast everything learns: the published exercise, or LORD's small codes with a rate of their own. */
const codeSettings = {
  exercise: { codeInitStd: 1, learningRates: { generator: 1e-3, classCodes: 1e-3, contentCodes: 1e-3 } },
  lord: { codeInitStd: 0.05, learningRates: { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 } },
} as const satisfies Record<TrainingConfig['preset'], unknown>;

interface Variation extends Partial<Omit<TrainingConfig, 'preset' | 'learningRates' | 'codeInitStd'>> {
  /** The middle of the id: `glo-<dataset>-<name>-sigma<σ>`. */
  readonly name: string;
  /** The same in words. */
  readonly says: string;
  readonly group: GroupName;
  readonly contentNoiseStd: number;
  readonly preset?: TrainingConfig['preset'];
  readonly datasetName?: DatasetInfo['name'];
  readonly numTrainingImages?: number;
  readonly contentDim?: number;
  readonly ships?: boolean;
  readonly evaluation?: Recipe['evaluation'];
  readonly drawsEpochs?: boolean;
  readonly snapshotEpochs?: readonly number[];
}

/** The base experiment (2,000 images, 50 epochs, L1 + L2, 25 + 25 dimensions, lord preset) with one thing varied. */
export function vary(variation: Variation): Recipe {
  const {
    name,
    says,
    group,
    contentNoiseStd,
    preset = 'lord',
    datasetName = 'mnist',
    numTrainingImages = 2000,
    contentDim = 25,
    ships = false,
    evaluation = 'full',
    drawsEpochs = false,
    snapshotEpochs = [],
    ...training
  } = variation;
  const seed = training.seed ?? 1;
  return {
    id: `glo-${datasetName}-${name}-sigma${contentNoiseStd}${seed === 1 ? '' : `-seed${seed}`}`,
    title: `GLO on ${datasetName === 'mnist' ? 'MNIST' : 'strokes'}, ${says}, σ = ${contentNoiseStd}${seed === 1 ? '' : `, seed ${seed}`}`,
    group,
    dataset: { name: datasetName, numTrainingImages },
    dims: { classDim: 25, contentDim },
    training: {
      preset,
      seed,
      numEpochs: 50,
      batchSize: 32,
      loss: 'l1+l2',
      contentNoiseStd,
      contentDecay: 0,
      ...codeSettings[preset],
      contentWhitening: 'none',
      guidance: null,
      mistake: null,
      ...training,
    },
    ships,
    evaluation,
    drawsEpochs,
    snapshotEpochs,
  };
}
