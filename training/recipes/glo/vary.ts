/** One experiment of GLO as a flat typed object, and the base experiment that all of them vary. */
import type { DatasetName } from '../../../src/contract/datasets.ts';
import type { GroupName, Guidance, TrainingConfig } from '../../../src/contract/families/glo.ts';
import { dataSources } from '../../data/sources.ts';
import { auxiliaryClassifierOf } from '../classifiers.ts';
import type { MeasuredRecipe } from '../recipe.ts';
import { codeSettings } from './presets.ts';
import type { CodeDims } from '../../../src/networks/generator/generator.ts';

export interface GloRecipe extends MeasuredRecipe {
  readonly family: 'glo';
  readonly group: GroupName;
  readonly dims: CodeDims;
  readonly training: TrainingConfig;
  /** Whether a page shows the transfers of this very run, though its weights are not shipped. */
  readonly showsTransfers: boolean;
  /** Whether the same images are drawn after every epoch, for the picture that the epoch scrubber plays. */
  readonly drawsEpochs: boolean;
  /** Epochs before the last, ascending, after which the run is kept too, so that a figure can draw from it as it was. */
  readonly snapshotEpochs: readonly number[];
}

export const numClasses = 10;
export const seeds = [1, 2, 3] as const;

/** Every setting of these is a point of a chart, or a card, that leads to its picture. */
const shownGroups: readonly GroupName[] = ['decay', 'dims', 'whitening', 'guided', 'styled', 'mistakes'];

interface Variation extends Partial<
  Omit<TrainingConfig, 'preset' | 'learningRates' | 'codeInitStd' | 'guidance'>
> {
  /** The middle of the id: `glo-<dataset>-<name>-sigma<σ>`. */
  readonly name: string;
  /** The same in words. */
  readonly says: string;
  readonly group: GroupName;
  readonly contentNoiseStd: number;
  readonly preset?: TrainingConfig['preset'];
  readonly datasetName?: DatasetName;
  readonly numTrainingImages?: number;
  readonly contentDim?: number;
  /** By the critic of the data set, from epoch 10 on and without style, unless said. */
  readonly guidance?: Partial<Guidance> & Pick<Guidance, 'weight'>;
  readonly ships?: boolean;
  readonly evaluation?: GloRecipe['evaluation'];
  readonly drawsEpochs?: boolean;
  readonly snapshotEpochs?: readonly number[];
}

/** How a shipped sweep over σ is measured: only its first seed in all ways, and that by the protocol for all families where it `isCompared`. */
export function sweepEvaluation(seed: number, isCompared: boolean): GloRecipe['evaluation'] {
  if (seed > 1) return 'full';
  return isCompared ? 'compared' : 'projected';
}

/** The base experiment (2,000 images, 50 epochs, L1 + L2, 25 + 25 dimensions, lord preset) with one thing varied. */
export function vary(variation: Variation): GloRecipe {
  const {
    name,
    says,
    group,
    contentNoiseStd,
    preset = 'lord',
    datasetName = 'mnist',
    numTrainingImages = 2000,
    contentDim = 25,
    guidance,
    ships = false,
    evaluation = 'full',
    drawsEpochs = false,
    snapshotEpochs = [],
    ...training
  } = variation;
  const seed = training.seed ?? 1;
  return {
    id: `glo-${datasetName}-${name}-sigma${contentNoiseStd}${seed === 1 ? '' : `-seed${seed}`}`,
    title: `GLO on ${dataSources[datasetName].title}, ${says}, σ = ${contentNoiseStd}${seed === 1 ? '' : `, seed ${seed}`}`,
    family: 'glo',
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
      guidance: guidance
        ? {
            fromEpoch: guidance.fromEpoch ?? 10,
            auxiliaryClassifier: guidance.auxiliaryClassifier ?? auxiliaryClassifierOf(datasetName),
            weight: guidance.weight,
            style: guidance.style ?? null,
          }
        : null,
      mistake: null,
      ...training,
    },
    ships,
    evaluation,
    showsTransfers: seed === 1 && shownGroups.includes(group),
    drawsEpochs,
    snapshotEpochs,
  };
}
