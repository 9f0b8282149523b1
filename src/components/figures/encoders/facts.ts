/** What the figures of models with an encoder are told at build time. For .astro files and endpoints, not for islands. */
import { settingsOfSeries, type EncoderSeriesName, type EncoderSetting } from '../../build/encoder-series.ts';
import { withBase } from '../../layout/links.ts';
import { encoderSeriesTexts } from '../../build/encoder-series-texts.ts';
import { loadShownImages, type Split } from '../originals/shown-images.ts';
import type { EncoderFacts, EncoderModel, EncoderSeries } from './models.ts';

/** All of them have one. */
export const encoderSplit = (): Split => settingsOfSeries('pca')[0].dataset;

export const encoderModelOf = ({ id, family, model, shipped }: EncoderSetting): EncoderModel => ({
  id,
  family,
  codeDim: model.codeDim,
  shipped,
});

const seriesNamed = (name: EncoderSeriesName): EncoderSeries => ({
  name,
  text: encoderSeriesTexts[name],
  models: settingsOfSeries(name).map(encoderModelOf),
});

/** Of the images that all of them show; undefined where the build found no MNIST. */
export const shownOriginalsUrl = async (): Promise<string | undefined> =>
  (await loadShownImages(encoderSplit())) && withBase('data/shown/originals.png');

export async function encoderFacts(names: readonly EncoderSeriesName[]): Promise<EncoderFacts> {
  const series = names.map(seriesNamed);
  const codeDims = new Set(series.flatMap(({ models }) => models.map(({ codeDim }) => codeDim)));
  return {
    series,
    codeDims: [...codeDims].sort((a, b) => a - b),
    modelsUrl: withBase('models/'),
    originalsUrl: await shownOriginalsUrl(),
  };
}
