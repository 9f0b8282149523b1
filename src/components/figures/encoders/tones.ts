/** One colour for each series of autoencoders, in every chart. */
export const autoencoderTones = {
  pca: 'series-2',
  linear: 'series-1',
  relu: 'series-3',
  stacked: 'series-4',
} as const;
