/** State of the chart of all models: its axes, where codes are drawn from, whose points stand out, and whose samples are shown. Pure. */
import { choice, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import {
  acrossNames,
  families,
  qualityNames,
  samplerNames,
  type AcrossName,
  type AxisFacts,
  type AxisFamily,
  type AxisModel,
  type QualityName,
  type SamplerName,
} from './models.ts';

/** `standard`: N(0, I), which takes no look at any code. `best`: wherever the model's samples are closest to real images. */
export const origins = ['best', 'standard'] as const;
export type Origin = (typeof origins)[number];

export type Shown = 'all' | AxisFamily;

export interface AxisState {
  readonly across: AcrossName;
  readonly quality: QualityName;
  readonly from: Origin;
  readonly show: Shown;
  /** Id of the model whose samples are shown. */
  readonly of: string;
  readonly seed: number;
}

export const axisFields = ({ models, first }: Pick<AxisFacts, 'models' | 'first'>): Fields<AxisState> => ({
  across: choice(acrossNames, 'training'),
  quality: choice(qualityNames, 'frechet'),
  from: choice(origins, 'best'),
  show: choice<Shown>(['all', ...families], 'all'),
  of: choice(
    models.map(({ id }) => id),
    first,
  ),
  seed: wholeNumber(seedLimit, 0),
});

/** Of the samplers that were measured, the one with the least Fréchet distance. */
export const bestSampler = ({ samples }: Pick<AxisModel, 'samples'>): SamplerName =>
  samplerNames.reduce<SamplerName>((best, name) => {
    const [least, here] = [samples[best], samples[name]];
    return least && here && here.frechet.mean < least.frechet.mean ? name : best;
  }, 'standard');

export const samplerOf = (model: AxisModel, from: Origin): SamplerName =>
  from === 'best' ? bestSampler(model) : 'standard';
