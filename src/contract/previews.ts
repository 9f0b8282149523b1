/**
 * What the first frames show beyond the images of `manifest.previews.images`: the trainer draws these previews, and the
 * figures start from the same picks, so that the live picture takes the preview's place without a change.
 */
export const samplesPreview = {
  perClass: 10,
  prior: 'fitted',
  temperature: 1,
  seed: 0,
  classCodes: 'learned',
} as const;

/** Contents run between the preview images of two classes along x, class codes between the same two along y. */
export const interpolationPreview = { classes: [2, 7], steps: 8 } as const;

/** Those classes, or the first and the last of a model that has fewer. */
export const interpolatedClasses = (numClasses: number): readonly [from: number, to: number] =>
  numClasses > Math.max(...interpolationPreview.classes) ? interpolationPreview.classes : [0, numClasses - 1];

/** Transfers of the golden file go to this class. */
export const goldenClass = 3;

/**
 * `epochs.png`, one row an epoch: reconstructions of the first image of these classes, then their transfers, each to the class
 * `transferShift` further on.
 */
export const epochsPicture = { classes: [0, 1, 2, 3, 4, 5, 6, 7], transferShift: 3 } as const;
