/**
 * A linear autoencoder beside PCA: how much larger its error is, and the angles between the subspace that its decoder spans and that of the
 * first components. And what PCA foretells of a variational one: above which variance of the data term its posterior collapses.
 */
import type { MetricValues } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import type { NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { multiplyTransposed } from '../../../src/numerics/matrices.ts';
import { orthonormalRows } from '../../../src/numerics/orthonormal-rows.ts';
import { componentsOf, type PrincipalComponents } from '../../../src/numerics/principal-components.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { momentsOf } from '../../../src/numerics/simd/moments.ts';
import { symmetricEigen } from '../../../src/numerics/symmetric-eigen.ts';
import { toIntensity } from '../pictures.ts';
import type { EncoderSetup } from './setup.ts';

const random = () => createRandom('principal subspace');

/** Images of one product of moments. */
const atOnce = 500;

function* parts(images: Uint8Array, length: number): Generator<Float32Array> {
  for (let at = 0; at < images.length; at += atOnce * length) {
    yield toIntensity(images.subarray(at, at + atOnce * length));
  }
}

const componentsOfImages = ({ images }: EncoderSetup['training'], length: number, count: number) =>
  componentsOf(momentsOf(parts(images, length), length), count, random());

/** `pca.*` of a decoder [codeDim, length] whose errors on training and validation images were measured. */
export function measureSubspace(
  { model, training, validation }: EncoderSetup,
  parameters: NamedParameters,
  measured: MetricValues,
): MetricValues {
  const { codeDim } = model.config;
  const length = imageLength(model.config);
  const n = training.labels.length;
  const pca = componentsOfImages(training, length, codeDim);
  const numImages = validation.labels.length;
  const gap = (name: 'training' | 'validation', images: Uint8Array) => {
    const own = measured[`reconstruction.${name}.mse`]?.value ?? NaN;
    return { value: own / meanSquaredError(pca, toIntensity(images)) - 1, n: numImages };
  };
  const angles = principalAngles(
    Float64Array.from(parameters['decoder.output.weight']),
    pca.components,
    length,
  );
  return {
    'pca.gap.training': gap('training', training.images.subarray(0, numImages * length)),
    'pca.gap.validation': gap('validation', validation.images),
    'pca.angle.largest': { value: Math.max(...angles), n },
    'pca.angle.mean': { value: angles.reduce((sum, angle) => sum + angle, 0) / angles.length, n },
  };
}

/** λ₁ / number of pixels: where the course's form of the loss is at its least with every code the same. */
export function measureThreshold({ model, training }: EncoderSetup): MetricValues {
  const length = imageLength(model.config);
  const { variances } = componentsOfImages(training, length, 1);
  return { 'posterior.threshold': { value: variances[0] / length, n: training.labels.length } };
}

function meanSquaredError({ project, reconstruct }: PrincipalComponents, images: Float32Array): number {
  const pictures = reconstruct(project(images));
  let total = 0;
  for (let i = 0; i < images.length; i++) total += (pictures[i] - images[i]) ** 2;
  return total / images.length;
}

/** In degrees, ascending, between what the rows of `a` [k, dim] and the orthonormal rows of `b` [k, dim] span. */
export function principalAngles(a: Float64Array<ArrayBuffer>, b: Float64Array, dim: number): number[] {
  const k = b.length / dim;
  const basis = orthonormalRows(a.slice(), dim, random());
  const cosines = multiplyTransposed(basis, b, dim);
  const { values } = symmetricEigen(multiplyTransposed(cosines, cosines, k), k);
  return Array.from(
    values,
    (squared) => (Math.acos(Math.sqrt(Math.min(Math.max(squared, 0), 1))) * 180) / Math.PI,
  );
}
