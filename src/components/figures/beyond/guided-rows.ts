/** Settings with an auxiliary classifier: blocks of one σ, λ rising from noise alone; and the variants. Build time. */
import { readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';
import { baseAt } from './series.ts';

interface Row {
  /** What it has beside the noise. */
  readonly says: string;
  readonly setting: Setting;
}

const guided = (metrics: Metrics): readonly Setting[] =>
  metrics.settings.filter(({ group }) => group === 'guided');

const weightOf = ({ training }: Setting): number => training.guidance?.weight ?? 0;

/** One thing changed beside λ and σ. */
export const isVariant = (setting: Setting): boolean => variantText(setting) !== undefined;

/** The weight that the variants have, but where they say another. */
const variedWeight = 0.02;

export function variantText(setting: Setting): string | undefined {
  const { training, model } = setting;
  const changes = [
    ...(training.contentWhitening === 'aligned' ? ['aligned'] : []),
    ...(training.guidance?.fromEpoch === 1 ? ['from epoch 1 on'] : []),
    ...(model.contentDim === 25 ? [] : [`${model.contentDim} dimensions`]),
    ...(training.contentDecay > 0 ? ['with decay'] : []),
  ];
  return changes.length === 0 ? undefined : changes.join(', ');
}

export function guidedRows(metrics: Metrics = readMetrics()): readonly Row[] {
  const grid = guided(metrics).filter((setting) => !isVariant(setting));
  const sigmas = [...new Set(grid.map(({ training }) => training.contentNoiseStd))].sort((a, b) => a - b);
  return sigmas.flatMap((sigma) =>
    [
      baseAt(sigma, metrics),
      ...grid
        .filter(({ training }) => training.contentNoiseStd === sigma)
        .toSorted((a, b) => weightOf(a) - weightOf(b)),
    ].map((setting) => ({
      says: weightOf(setting) === 0 ? 'noise alone' : `λ = ${weightOf(setting)}`,
      setting,
    })),
  );
}

/** Each σ that has variants: the setting that they vary, then they. */
export function variantRows(metrics: Metrics = readMetrics()): readonly Row[] {
  const all = guided(metrics);
  const variants = all.filter(isVariant);
  const sigmas = [...new Set(variants.map(({ training }) => training.contentNoiseStd))].sort((a, b) => a - b);
  return sigmas.flatMap((sigma) => {
    const here = variants.filter(({ training }) => training.contentNoiseStd === sigma);
    const base = all.filter(
      (setting) =>
        !isVariant(setting) &&
        setting.training.contentNoiseStd === sigma &&
        weightOf(setting) === variedWeight,
    );
    return [...base, ...here].map((setting) => ({
      says: [`λ = ${weightOf(setting)}`, variantText(setting)].filter(Boolean).join(', '),
      setting,
    }));
  });
}
