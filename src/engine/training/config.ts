/** From what the reader chose to what the trainer takes: the base experiment of training/recipes/glo/vary.ts with that changed. */
import { codeSettings } from '../../../training/recipes/glo/presets.ts';
import type { TrainingConfig } from '../../contract/families/glo.ts';
import type { GeneratorConfig } from '../../networks/generator/generator.ts';
import type { TrainingSettings } from '../trainer-protocol.ts';

export const dimsOf = ({ classDim, contentDim }: TrainingSettings): GeneratorConfig => ({
  classDim,
  contentDim,
  imageHeight: 28,
  imageWidth: 28,
  imageChannels: 1,
});

/** What can change while a run goes on. */
export interface Changing {
  readonly contentNoiseStd: number;
  readonly rateFactor: number;
}

export function configOf(
  { preset, seed, loss, contentDecay, codeRateFactor }: TrainingSettings,
  { contentNoiseStd, rateFactor }: Changing,
  numEpochs: number,
): TrainingConfig {
  const { codeInitStd, learningRates } = codeSettings[preset];
  return {
    preset,
    seed,
    numEpochs,
    batchSize: 32,
    loss,
    contentNoiseStd,
    contentDecay,
    codeInitStd,
    learningRates: {
      generator: learningRates.generator * rateFactor,
      classCodes: learningRates.classCodes * rateFactor * codeRateFactor,
      contentCodes: learningRates.contentCodes * rateFactor * codeRateFactor,
    },
    contentWhitening: 'none',
    guidance: null,
    mistake: null,
  };
}
