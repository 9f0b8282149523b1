/** Every model of the laboratory as a point, in groups by what keeps the class out of its content codes. Groups without a run yet are left out. */
import type { MetricName } from '../../../contract/metric-names.ts';
import { readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';
import { pointOf } from '../../charts/from-metrics.ts';
import type { PointGroup } from '../../charts/types.ts';

type Look = Omit<PointGroup, 'points'>;

interface Method {
  readonly look: Look;
  readonly holds: (setting: Setting) => boolean;
}

/** The settings that all others vary: 2,000 images of MNIST, L1 + L2, no mistake. */
const isBase = ({ dataset, training }: Setting): boolean =>
  dataset.name === 'mnist' &&
  dataset.numTrainingImages === 2000 &&
  training.loss === 'l1+l2' &&
  training.mistake === null;

export const methods = [
  {
    look: { id: 'exercise', label: 'exercise, by σ', tone: 'series-2', symbol: 'circle', connect: true },
    holds: ({ group, training, shipped }) => group === 'sigma' && shipped && training.preset === 'exercise',
  },
  {
    look: { id: 'lord', label: 'lord, by σ', tone: 'series-1', symbol: 'circle', connect: true },
    holds: ({ group, training, shipped }) => group === 'sigma' && shipped && training.preset === 'lord',
  },
  {
    look: { id: 'decay', label: 'decay', tone: 'series-4', symbol: 'triangle' },
    holds: ({ group }) => group === 'decay',
  },
  {
    look: { id: 'dims', label: 'content dims', tone: 'series-5', symbol: 'square' },
    holds: ({ group }) => group === 'dims',
  },
  {
    look: { id: 'whitened', label: 'whitened', tone: 'series-6', symbol: 'diamond2' },
    holds: ({ group, training }) => group === 'whitening' && training.contentWhitening === 'per-class',
  },
  {
    look: { id: 'aligned', label: 'whitened and aligned', tone: 'ink-soft', symbol: 'wye' },
    holds: ({ group, training }) => group === 'whitening' && training.contentWhitening === 'aligned',
  },
  {
    look: { id: 'guided', label: 'guided', tone: 'ink', symbol: 'star' },
    holds: ({ group }) => group === 'guided',
  },
  {
    look: { id: 'styled', label: 'styled, by σ', tone: 'series-3', symbol: 'circle', connect: true },
    holds: ({ training }) => training.preset === 'styled',
  },
] as const satisfies readonly Method[];

export type MethodName = (typeof methods)[number]['look']['id'];

/** What a setting is, without what all of them are. */
export const nameOf = ({ title }: Setting): string => title.replace('GLO on MNIST, ', '');

/** @param hrefOf where a point leads. */
export const groupsOfMethods = (
  figures: { readonly x: MetricName; readonly y: MetricName },
  hrefOf: (setting: Setting) => string,
  {
    only,
    metrics = readMetrics(),
  }: { readonly only?: readonly MethodName[]; readonly metrics?: Metrics } = {},
): readonly PointGroup[] =>
  methods
    .filter(({ look }) => only?.includes(look.id) ?? true)
    .map(({ look, holds }: Method) => ({
      ...look,
      points: metrics.settings
        .filter((setting) => isBase(setting) && holds(setting))
        .toSorted((a, b) => a.training.contentNoiseStd - b.training.contentNoiseStd)
        .map((setting) =>
          pointOf(setting, figures, {
            label: nameOf(setting),
            ...(look.connect === true ? { short: String(setting.training.contentNoiseStd) } : {}),
            href: hrefOf(setting),
          }),
        ),
    }))
    .filter(({ points }) => points.length > 0);
