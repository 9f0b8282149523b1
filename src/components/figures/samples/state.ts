/** State of the samples figure, which starts as its preview, and the codes of its pictures. */
import { samplesPreview } from '../../../contract/previews.ts';
import type { SampleOptions } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, decimal, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';

interface SamplesState extends CheckpointState {
  readonly prior: SampleOptions['prior'];
  readonly codes: SampleOptions['classCodes'];
  readonly temperature: number;
  readonly seed: number;
}

export const maxTemperature = 2;

export const samplesFields = (facts: FigureFacts): Fields<SamplesState> => ({
  ...checkpointFields(facts),
  prior: choice(['fitted', 'standard'], samplesPreview.prior),
  codes: choice(['learned', 'random'], samplesPreview.classCodes),
  temperature: decimal(maxTemperature, samplesPreview.temperature),
  seed: wholeNumber(seedLimit, samplesPreview.seed),
});

export const sampleOptions = (
  { prior, codes, temperature, seed }: SamplesState,
  numClasses: number,
): SampleOptions => ({
  classes: Array.from({ length: numClasses }, (_, digit) => digit),
  perClass: samplesPreview.perClass,
  prior,
  classCodes: codes,
  temperature,
  seed,
});
