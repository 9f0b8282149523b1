/** Plain, whitened and aligned settings in blocks that share dimensions and σ. Build time. */
import type { Metrics, Setting } from '../../build/metrics.ts';

const texts = { none: 'plain', 'per-class': 'whitened', aligned: 'aligned' } as const;
const order = Object.keys(texts);

/** A plain run of the same dimensions and σ is in the noise sweep, or among the dimensions. */
const isPlain = ({ group, dataset, training, model, shipped }: Setting): boolean =>
  dataset.name === 'mnist' &&
  training.preset === 'lord' &&
  training.loss === 'l1+l2' &&
  ((group === 'sigma' && shipped) || (group === 'dims' && model.contentDim === 8));

export function whiteningRows(metrics: Metrics) {
  const whitened = metrics.settings.filter(({ group }) => group === 'whitening');
  const blocks = new Map(
    whitened
      .toSorted(
        (a, b) =>
          b.model.contentDim - a.model.contentDim || a.training.contentNoiseStd - b.training.contentNoiseStd,
      )
      .map(({ model, training }) => [
        `${model.contentDim}, ${training.contentNoiseStd}`,
        { dims: model.contentDim, sigma: training.contentNoiseStd },
      ]),
  );
  return Array.from(blocks.values(), ({ dims, sigma }) =>
    [...metrics.settings.filter(isPlain), ...whitened]
      .filter(({ model, training }) => model.contentDim === dims && training.contentNoiseStd === sigma)
      .toSorted(
        (a, b) => order.indexOf(a.training.contentWhitening) - order.indexOf(b.training.contentWhitening),
      )
      .map((setting) => ({
        says: [texts[setting.training.contentWhitening], ...(dims === 25 ? [] : [`${dims} dimensions`])].join(
          ', ',
        ),
        setting,
      })),
  ).flat();
}
