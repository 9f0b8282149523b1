/** PCA as a linear autoencoder: the encoder projects on the first components about the mean, the decoder goes back. */
import type { NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { componentsOf } from '../../../src/numerics/principal-components.ts';
import type { Random } from '../../../src/numerics/random.ts';
import { momentsOf } from '../../../src/numerics/simd/moments.ts';
import { imageBatches, type ImageTable } from '../../data/image-batches.ts';

/** Images of one product: their sums in float32 stay short. */
const atOnce = 500;

/** `random` starts the search for the components; they depend on it in the last digits only. */
export function principalAutoencoder(table: ImageTable, codeDim: number, random: Random): NamedParameters {
  const { length } = table;
  const { mean, components } = componentsOf(momentsOf(imageBatches(table, atOnce), length), codeDim, random);
  const bias = new Float32Array(codeDim);
  const encoder = new Float32Array(length * codeDim);
  for (let k = 0; k < codeDim; k++) {
    let offset = 0;
    for (let i = 0; i < length; i++) {
      const share = components[k * length + i];
      encoder[i * codeDim + k] = share;
      offset += share * mean[i];
    }
    bias[k] = -offset;
  }
  return {
    'encoder.code.weight': encoder,
    'encoder.code.bias': bias,
    'decoder.output.weight': Float32Array.from(components),
    'decoder.output.bias': Float32Array.from(mean),
  };
}
