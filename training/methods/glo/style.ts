/**
 * What transfers are asked to keep of the handwriting: their style must stand to that of their class as their source's stands to that of
 * its own. Style is what the auxiliary classifier's convolutions see (gram.ts). The idea is the style loss of Gatys et al., 2016, made relative
 * to the class. Nothing is used but the training images and their labels.
 */
import type {
  AuxiliaryClassifier,
  InputLoss,
} from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { rowsByClass } from '../../../src/numerics/arrays.ts';

/**
 * How far `pictures` [n × numbers of an image], transfers of the contents of `images` [n] to the classes `labels` [n], are from the style
 * that they are held to.
 */
export type StyleLoss = (pictures: Float32Array, images: Uint32Array, labels: Uint8Array) => InputLoss;

/** Beside each standard deviation, so that a number that never varies in a class does not weigh without bound. */
const leastSpread = 1e-4;

interface StyleInput {
  /** Reads the style. */
  readonly network: Pick<AuxiliaryClassifier, 'styleLength' | 'styleStatistics' | 'styleDistance'>;
  /** The training images, [numImages × numbers of an image], row-major, intensity in [0, 1]. */
  readonly images: Float32Array;
  /** [numImages] */
  readonly labels: Uint8Array;
  readonly numClasses: number;
}

/**
 * Reads the style of every training image once. With M and S the mean and the standard deviation of the style in a class, a transfer from
 * class y to class t is held to M(t) + S(t) · (style of its source − M(y)) / S(y), in units of S(t). M and S of a class without images are
 * 0 and `leastSpread`.
 */
export function createStyleLoss({ network, images, labels, numClasses }: StyleInput): StyleLoss {
  const length = network.styleLength;
  const deviations = network.styleStatistics(images);
  const means = new Float64Array(numClasses * length);
  const spreads = new Float64Array(numClasses * length).fill(leastSpread);
  rowsByClass(labels, numClasses).forEach((rows, label) => {
    for (let k = 0; k < length; k++) {
      const at = label * length + k;
      for (const row of rows) means[at] += deviations[row * length + k] / rows.length;
      let variance = 0;
      for (const row of rows) variance += (deviations[row * length + k] - means[at]) ** 2 / rows.length;
      spreads[at] += Math.sqrt(variance);
      for (const row of rows) {
        deviations[row * length + k] = (deviations[row * length + k] - means[at]) / spreads[at];
      }
    }
  });

  return (pictures, sources, shown) => {
    const style = new Float64Array(sources.length * length);
    const spread = new Float64Array(style.length);
    sources.forEach((source, i) => {
      for (let k = 0; k < length; k++) {
        const ofClass = shown[i] * length + k;
        spread[i * length + k] = spreads[ofClass];
        style[i * length + k] = means[ofClass] + spreads[ofClass] * deviations[source * length + k];
      }
    });
    return network.styleDistance(pictures, style, spread);
  };
}
