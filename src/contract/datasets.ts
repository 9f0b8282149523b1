/** What models learn, by name: one list for ids, manifests, metrics and command lines. What is in it is in training/data. */

/** The data sets of the project, each with classifiers that read it. */
export const datasetNames = ['mnist', 'strokes'] as const;
export type DatasetName = (typeof datasetNames)[number];

/** A checkpoint learned one of these, or a folder of somebody's own pictures, which nothing of ours reads. */
export const learnedNames = [...datasetNames, 'pictures'] as const;
export type LearnedName = (typeof learnedNames)[number];

/** What a number of an image in [0, 1] is: of digits the amount of ink, of pictures that of light, grey or of red, green and blue. */
export const unitOf = (name: LearnedName): 'ink' | 'light' => (name === 'pictures' ? 'light' : 'ink');
