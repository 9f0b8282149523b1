/**
 * A trained network without its batch normalizations: with running statistics each is a linear map of every channel, which goes into weights
 * and biases of the layer before it. What draws and judges then needs no layer of another kind.
 */
import { batchNormEpsilon } from './batch-norm.ts';
import type { BatchNormSpec, LayerSpec, TrainableSpec } from './layer.ts';
import type { NamedParameters } from './parameters.ts';

/**
 * The layers that stay: each takes the activation of the batch normalization behind it. @throws RangeError where a batch normalization does not
 * follow a linear layer.
 */
export function foldedLayers(specs: readonly TrainableSpec[]): readonly LayerSpec[] {
  const folded: LayerSpec[] = [];
  for (const spec of specs) {
    if (spec.kind !== 'batch-norm') folded.push(spec);
    else folded.push({ ...beforeOf(spec, folded.pop()), activation: spec.activation });
  }
  return folded;
}

/** Their parameters; `statistics`: of the batch normalizations, as a chain gives them. */
export function foldedParameters(
  specs: readonly TrainableSpec[],
  parameters: NamedParameters,
  statistics: NamedParameters,
): NamedParameters {
  const folded: Record<string, Float32Array> = {};
  let before: TrainableSpec | undefined;
  for (const spec of specs) {
    if (spec.kind === 'batch-norm') {
      const layer = beforeOf(spec, before);
      const { name } = layer;
      const of = (what: 'mean' | 'variance') => statistics[`${spec.name}.${what}`];
      const [scales, shifts] = [parameters[`${spec.name}.weight`], parameters[`${spec.name}.bias`]];
      const factors = scales.map(
        (scale, channel) => scale / Math.sqrt(of('variance')[channel] + batchNormEpsilon),
      );
      const { channels } = spec.size;
      const weight = parameters[`${name}.weight`];
      // Channels are last, but in the kernels of a transposed convolution [ky, kx, out, in].
      const stride = layer.kind === 'transposed-convolution' ? layer.input.channels : 1;
      folded[`${name}.weight`] = weight.map((value, i) => value * factors[Math.floor(i / stride) % channels]);
      folded[`${name}.bias`] = parameters[`${name}.bias`].map((value, i) => {
        const channel = i % channels;
        return (value - of('mean')[channel]) * factors[channel] + shifts[channel];
      });
    } else {
      for (const name of [`${spec.name}.weight`, `${spec.name}.bias`]) folded[name] = parameters[name];
    }
    before = spec;
  }
  return folded;
}

function beforeOf({ name }: BatchNormSpec, before: TrainableSpec | undefined): LayerSpec {
  if (before && before.kind !== 'batch-norm' && before.activation === 'linear') return before;
  throw new RangeError(`${name} does not follow a linear layer.`);
}
