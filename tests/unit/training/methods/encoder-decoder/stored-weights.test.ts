/** Eight bits for the large matrices, where no picture shows it. */
import { expect, it } from 'vitest';
import type { EncoderDecoderConfig } from '../../../../../src/networks/encoder-decoder/architecture.ts';
import { architectureOf } from '../../../../../src/networks/encoder-decoder/architecture.ts';
import { initializeLayers } from '../../../../../src/networks/layers/parameters.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import { roundToHalf } from '../../../../../src/numerics/half.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { toIntensity } from '../../../../../training/evaluation/pictures.ts';
import { storeWeights } from '../../../../../training/methods/encoder-decoder/files/stored-weights.ts';

const config = (hidden: number): EncoderDecoderConfig => ({
  imageHeight: 28,
  imageWidth: 28,
  imageChannels: 1,
  network: 'dense',
  hidden: [hidden],
  encoderActivation: 'relu',
  decoderActivation: 'sigmoid',
  codeDim: 3,
  codeActivation: 'linear',
  gaussianCode: true,
  outputActivation: 'sigmoid',
});
const images = toIntensity(makeStrokes({ seed: 'eight bits', numImages: 20 }).images);

/** Weights as training begins, and those of the decoder’s last layer `times` as large. */
function start(hidden: number, times = 1) {
  const { encoder, decoder } = architectureOf(config(hidden));
  const parameters = initializeLayers([...encoder, ...decoder], createRandom('start'));
  return {
    ...parameters,
    'decoder.output.weight': parameters['decoder.output.weight'].map((value) => value * times),
  };
}

it('keeps halves where no matrix is large', () => {
  const parameters = start(50);
  const stored = storeWeights(config(50), parameters, images);
  expect(stored.eightBits).toBeNull();
  for (const [name, values] of Object.entries(parameters))
    expect(stored.parameters[name]).toEqual(roundToHalf(values));
});

it('stores large matrices in eight bits, and the small ones and the biases in halves', () => {
  const parameters = start(160);
  const stored = storeWeights(config(160), parameters, images);
  expect(stored.eightBits).toMatchObject({ encoder: { stored: true }, decoder: { stored: true } });
  expect(stored.files.encoder.length).toBeLessThan(1.3 * 784 * 160);
  const large = ['encoder.dense1.weight', 'decoder.output.weight'];
  for (const [name, values] of Object.entries(parameters)) {
    if (large.includes(name)) expect(stored.parameters[name]).not.toEqual(roundToHalf(values));
    else expect(stored.parameters[name]).toEqual(roundToHalf(values));
  }
});

it('keeps halves where eight bits would show in pictures, and says by how much', () => {
  const parameters = start(160, 500);
  const stored = storeWeights(config(160), parameters, images);
  expect(stored.eightBits).toMatchObject({ decoder: { stored: false } });
  expect(stored.eightBits?.decoder.largest).toBeGreaterThan(2);
  expect(stored.parameters['decoder.output.weight']).toEqual(
    roundToHalf(parameters['decoder.output.weight']),
  );
});
