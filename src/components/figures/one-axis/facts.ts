/** What the chart of all models is told at build time: every model whose samples the judge measured. For .astro files, not for islands. */
import type { MetricName } from '../../../contract/metric-names.ts';
import { countParameters } from '../../../networks/generator/generator.ts';
import { readManifest, readManifestOf } from '../../build/manifests.ts';
import {
  findSetting,
  metricOf,
  readAllMetrics,
  referenceOf,
  type AllMetrics,
  type AnySetting,
} from '../../build/metrics.ts';
import { scaleAxis, type ScaledAxis } from '../../charts/axes.ts';
import { formatX } from '../../charts/format.ts';
import { withBase } from '../../layout/links.ts';
import { axes, type Axis } from './axes.ts';
import type { FamiliesFacts } from './families.ts';
import {
  acrossNames,
  families,
  qualityNames,
  samplerNames,
  type AcrossName,
  type AxisFamily,
  type AxisFacts,
  type AxisModel,
  type Quality,
  type QualityName,
  type SamplerName,
  type Value,
} from './models.ts';

import { trainingArithmetic } from './training-arithmetic.ts';

/** Models that draw digits of their own accord; encoders for GLO draw with GLO's. */
type AxisSetting = Extract<AnySetting, { readonly family: AxisFamily }>;

const encoded = { error: 'reconstruction.training.mse', class: 'codes.class.linear' } as const;

/** Of images that a model learned, and of their codes or those of other images: what else is measured, where a family has it. */
const measures: Readonly<Record<AxisFamily, Readonly<Partial<Record<'error' | 'class', MetricName>>>>> = {
  autoencoder: encoded,
  gan: {},
  glo: { error: 'reconstruction.l2', class: 'probe.linear.clean' },
  vae: encoded,
};

const valueOf = (setting: AnySetting, name: MetricName): Value => {
  const { mean, sd } = metricOf(setting, name);
  return { mean, sd };
};

/** The images of MNIST and its classes, as a checkpoint has them. */
const learned = () => {
  const { imageHeight, imageWidth, imageChannels, numClasses } =
    readManifest('glo-mnist-lord-sigma0.3').model;
  return { images: { imageHeight, imageWidth, imageChannels }, numClasses };
};

/** Whatever training moves: of GLO the codes of all images and classes, too. */
export function learnedNumbers(setting: AnySetting): number {
  if (setting.family !== 'glo') return metricOf(setting, 'network.parameters').mean;
  const { images, numClasses } = learned();
  const { model, dataset } = setting;
  const codes = dataset.numTrainingImages * model.contentDim + numClasses * model.classDim;
  return countParameters({ ...model, ...images }) + codes;
}

/** Of the networks as the site stores them; of GLO with the codes that a figure loads. */
export function storedBytes(setting: AnySetting): number {
  if (setting.family !== 'glo') return metricOf(setting, 'network.bytes').mean;
  const { files } = readManifest(setting.id);
  return files.weights.bytes + files.codes.bytes;
}

export const multiplyAdds = (setting: AnySetting): number =>
  trainingArithmetic(setting, {
    images: learned().images,
    classifierOf: (id) => readManifestOf('classifier', id),
  });

function acrossOf(setting: AxisSetting): AxisModel['across'] {
  const exactly = (mean: number): Value => ({ mean, sd: null });
  const { error, class: read } = measures[setting.family];
  return {
    training: exactly(multiplyAdds(setting)),
    size: exactly(learnedNumbers(setting)),
    ...(error && { error: valueOf(setting, error) }),
    ...(read && { class: valueOf(setting, read) }),
  };
}

const samplesFrom = (setting: AnySetting, sampler: SamplerName): Quality => ({
  frechet: valueOf(setting, `generated.${sampler}.frechet`),
  inception: valueOf(setting, `generated.${sampler}.inception`),
});

const wasMeasured = ({ metrics }: AnySetting, sampler: SamplerName): boolean =>
  metrics[`generated.${sampler}.frechet`] !== undefined;

export const axisModelOf = (setting: AxisSetting): AxisModel => ({
  id: setting.id,
  family: setting.family,
  text: setting.title.replace(/,? on MNIST/, ''),
  shipped: setting.shipped,
  across: acrossOf(setting),
  samples: {
    standard: samplesFrom(setting, 'standard'),
    ...Object.fromEntries(
      samplerNames
        .filter((sampler) => wasMeasured(setting, sampler))
        .map((sampler) => [sampler, samplesFrom(setting, sampler)]),
    ),
  },
});

/** Family by family, in each as the registry has them. */
export const axisSettings = (metrics: AllMetrics = readAllMetrics()): readonly AxisSetting[] =>
  families.flatMap((family) =>
    metrics.settings.filter(
      (setting): setting is AxisSetting => setting.family === family && wasMeasured(setting, 'standard'),
    ),
  );

/** About how many ticks there are on an axis that is not logarithmic. */
const numTicks = 6;

/** A logarithmic axis has a little room at both ends, and words for each power by itself. */
function roomyScale(axis: Axis, values: readonly number[]): ScaledAxis {
  if (axis.scale !== 'log') return scaleAxis(axis, values, numTicks);
  const domain = [Math.min(...values) / 1.5, Math.max(...values) * 1.5] as const;
  const scale = scaleAxis({ ...axis, domain }, values, numTicks);
  return { ...scale, words: scale.ticks.map(formatX) };
}

export function axisFacts(first: string, metrics: AllMetrics = readAllMetrics()): AxisFacts {
  const models = axisSettings(metrics).map(axisModelOf);
  const real: Record<QualityName, number> = {
    frechet: referenceOf('real.generated.frechet', 'mnist', metrics),
    inception: referenceOf('real.generated.inception', 'mnist', metrics),
  };
  const scale = (name: AcrossName | QualityName, values: readonly number[]) =>
    [
      name,
      roomyScale(
        axes[name],
        values.map((value) => value / axes[name].divisor),
      ),
    ] as const;
  const scales = [
    ...acrossNames.map((name) =>
      scale(
        name,
        models.flatMap(({ across }) => across[name]?.mean ?? []),
      ),
    ),
    ...qualityNames.map((name) =>
      scale(name, [
        real[name],
        ...models.flatMap(({ samples }) => Object.values(samples).map((quality) => quality[name].mean)),
      ]),
    ),
  ];
  return {
    models,
    scales: Object.fromEntries(scales) as AxisFacts['scales'],
    real,
    first,
    modelsUrl: withBase('models/'),
  };
}

/** Of each family one whose networks are small enough to be drawn at once. */
const shownFamilies = [
  ['glo-mnist-lord-sigma0.3', 'GLO, lord'],
  ['autoencoder-mnist-relu-k50', 'ReLU autoencoder'],
  ['vae-mnist-conv-variance0.0003', 'convolutional VAE'],
  ['gan-mnist-wgan-gp-n5', 'WGAN-GP'],
] as const;

export function familiesFacts(): FamiliesFacts {
  const models = shownFamilies.map(([id, title]) => {
    const { family, text, shipped } = axisModelOf(findSetting(id, { settings: axisSettings() }));
    return { id, title, family, text, shipped };
  });
  return { models, modelsUrl: withBase('models/') };
}
