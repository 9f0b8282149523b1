/** The data sets there are, by name: one list for ids, manifests, metrics and command lines. What is in them is in training/data. */
export const datasetNames = ['mnist', 'strokes'] as const;
export type DatasetName = (typeof datasetNames)[number];
