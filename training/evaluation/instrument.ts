/**
 * What an instrument is: the functions that it needs of a model, and what it measures with them. It runs for every family that has
 * these functions. Not here: which instruments there are (measure-run.ts).
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import type { ContentSamplers } from './content-samplers.ts';
import type { FactorReader } from './factor-reader.ts';
import type { Factors } from './factors.ts';
import type { EvaluationClassifier, Predict } from './pictures.ts';

/** What a model can offer to be measured by; each family has some of these. */
export interface ModelFunctions {
  /** Codes → intensity in [0, 1], [count × pixels]. */
  readonly generate: Predict;
  /** The content code of every image, the class code of every class. */
  readonly codes: () => CodeSource;
}
export type ModelFunctionName = keyof ModelFunctions;

/** What a run is measured with and against, whatever its family. */
export interface MeasuringSetup {
  /** How many images the run learned. */
  readonly numTrainingImages: number;
  /** σ of the training. */
  readonly contentNoiseStd: number;
  readonly evaluationClassifier: EvaluationClassifier;
  /** The originals of the codes, [numImages × pixels], intensity in 0..255. */
  readonly images: Uint8Array;
  /** Of strokes: what each image was drawn with. */
  readonly factors?: Factors | undefined;
  /** With `factors`: what reads them in pictures. */
  readonly factorReader?: FactorReader | undefined;
  /** How contents are drawn; without a mistake unless said. */
  readonly samplers?: ContentSamplers | undefined;
}

export interface Instrument {
  readonly needs: readonly ModelFunctionName[];
  /** A light measuring takes the light instruments only. */
  readonly tier: 'light' | 'full';
  /** Of a model that has what is needed; nothing of any other. */
  measure(model: Partial<ModelFunctions>, setup: MeasuringSetup): MetricValues;
}

/** An instrument that is handed the functions it names, and no other. */
export function instrument<const Name extends ModelFunctionName>(
  tier: Instrument['tier'],
  needs: readonly Name[],
  measure: (model: Pick<ModelFunctions, Name>, setup: MeasuringSetup) => MetricValues,
): Instrument {
  const has = (model: Partial<ModelFunctions>): model is Pick<ModelFunctions, Name> =>
    needs.every((name) => model[name] !== undefined);
  return { needs, tier, measure: (model, setup) => (has(model) ? measure(model, setup) : {}) };
}
