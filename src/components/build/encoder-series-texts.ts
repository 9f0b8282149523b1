/** What pages call each series of models with an encoder. */
import type { EncoderSeriesName } from './encoder-series.ts';

export const encoderSeriesTexts: Readonly<Record<EncoderSeriesName, string>> = {
  pca: 'PCA',
  linear: 'linear',
  relu: 'ReLU',
  stacked: 'stacked',
  'stacked-greedy': 'stacked, greedy',
  'stacked-sigmoid': 'stacked, sigmoid',
  'stacked-sigmoid-greedy': 'stacked, sigmoid, greedy',
  vae: 'VAE',
  'vae-without-kl': 'without KL',
};
