/**
 * Greedy layer-wise pre-training (Bengio et al., 2007): each pair of an encoder's layer and the decoder's that mirrors it is an autoencoder of
 * what the layers before it give, trained by itself, outermost first. The inner ones are trained on squared error.
 */
import { buildPass } from '../../../src/networks/layers/pass.ts';
import { shapesOf, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { fitEncoderDecoder, type FitInput } from './train.ts';

/** The parameters to start the whole network from, and the loss of each epoch of each pair. */
export function pretrain(
  input: FitInput,
  numEpochs: number,
): { readonly parameters: NamedParameters; readonly curves: readonly (readonly number[])[] } {
  const { encoder, decoder } = input.architecture;
  const curves: number[][] = [];
  let parameters = input.parameters;
  encoder.forEach((layer, i) => {
    const mirrored = decoder[decoder.length - 1 - i];
    const outer = encoder.slice(0, i);
    const epochs = fitEncoderDecoder({
      ...input,
      architecture: { encoder: [layer], decoder: [mirrored] },
      objective:
        i === 0 ? input.objective : { dataTerm: 'squared-error', dataWeight: 1, divergenceWeight: 0 },
      parameters: selectLayers([layer, mirrored], parameters),
      numEpochs,
      ...(i > 0 && { prepare: buildPass(outer, parameters) }),
      random: input.random.fork(layer.name),
    });
    const curve: number[] = [];
    for (let step = epochs.next(); ; step = epochs.next()) {
      if (step.done) {
        parameters = { ...parameters, ...step.value.parameters };
        break;
      }
      curve.push(step.value.loss);
    }
    curves.push(curve);
  });
  return { parameters, curves };
}

const selectLayers = (layers: Parameters<typeof shapesOf>[0], parameters: NamedParameters): NamedParameters =>
  Object.fromEntries(Object.keys(shapesOf(layers)).map((name) => [name, parameters[name]]));
