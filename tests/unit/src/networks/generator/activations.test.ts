import { readFileSync } from 'node:fs';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../../../../src/components/build/manifests.ts';
import { codeShapes } from '../../../../../src/contract/families/glo.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import {
  buildObserver,
  sumOfUnit,
  type Observer,
} from '../../../../../src/networks/generator/activations.ts';
import { transfers } from '../../../../../src/networks/generator/codes.ts';
import { generatorShapes } from '../../../../../src/networks/generator/generator.ts';
import { layerNames } from '../../../../../src/networks/generator/layer-names.ts';
import { buildPredictor } from '../../../../../src/networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../../../../src/networks/tensors-file.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import { randomCodes, randomParameters } from '../../../../support/random-generator.ts';

const id = 'glo-mnist-lord-sigma0.3';
const manifest = readManifest(id);
const read = (path: string) => readTensors(readFileSync(`public/models/${id}/${path}`), path);
const parameters = requireTensors(
  read(manifest.files.weights.path),
  generatorShapes(manifest.model),
  'weights',
);
const tables = requireTensors(read(manifest.files.codes.path), codeShapes(manifest), 'codes');
const codes = transfers(
  { manifest, contentCodes: tables.content_codes, classCodes: tables.class_codes },
  { contents: [7], classes: [6] },
);

let observer: Observer;
beforeAll(async () => {
  await startWasmBackend();
  observer = buildObserver(manifest.model, parameters);
});
afterAll(() => observer.dispose());

describe('What goes on inside a trained generator', () => {
  it('has the sizes of its layers, and ends in the picture that is drawn', () => {
    const { layers } = observer.observe(codes, { layer: 'dense1', index: 0 });
    expect(layers.map(({ length }) => length)).toEqual([84, 120, 400, 14 * 14 * 16, 784]);
    const predictor = buildPredictor(manifest.model, parameters);
    const image = predictor.predict(codes);
    predictor.dispose();
    layers[4].forEach((intensity, i) => expect(intensity).toBeCloseTo(image[i], 6));
  });

  it('is in every place the sum of what came in: dense layers, maps from rim to rim, pixels', () => {
    for (const [at, layer] of layerNames.entries()) {
      const { length } = observer.observe(codes, { layer, index: 0 }).layers[at];
      let alive = 0;
      for (const index of [0, length - 1, ...Array.from({ length: 40 }, (_, i) => (i * 97) % length)]) {
        const { layers, sum } = observer.observe(codes, { layer, index });
        expect(sum.value, `${layer} ${index}`).toBeCloseTo(layers[at][index], 4);
        if (sum.value > 0) alive++;
      }
      expect(alive).toBeGreaterThan(5);
    }
  });

  it('names its inputs by their places in the layer before', () => {
    const { layers, sum } = observer.observe(codes, { layer: 'convT2', index: 14 * 28 + 14 });
    expect(sum.from).toHaveLength(9 * 16);
    sum.from.forEach((place, i) => expect(sum.inputs[i]).toBe(layers[3][place]));
    const first = observer.observe(codes, { layer: 'dense1', index: 3 }).sum;
    expect([...first.inputs]).toEqual([...codes.classCodes, ...codes.contentCodes]);
  });

  it('takes one pair of codes, and units that there are', () => {
    const two = { ...codes, count: 2 };
    expect(() => observer.observe(two, { layer: 'dense1', index: 0 })).toThrow(
      'Layers are those of one image, and 2 pairs of codes came. Ask one by one.',
    );
    expect(() => observer.observe(codes, { layer: 'dense2', index: 120 })).toThrow(
      'Layer dense2 has the numbers 0 to 119, and none at 120.',
    );
  });

  it('leaves no tensors behind', () => {
    const { numTensors } = memory();
    const own = buildObserver(manifest.model, parameters);
    own.observe(codes, { layer: 'convT1', index: 5 });
    own.dispose();
    expect(memory().numTensors).toBe(numTensors);
  });
});

it('The sum holds for other sides and for colours', () => {
  const config = { classDim: 3, contentDim: 4, imageHeight: 16, imageWidth: 20, imageChannels: 3 };
  const random = createRandom('colours');
  const own = randomParameters(config, random);
  const one = randomCodes(config, 1, random);
  const other = buildObserver(config, own);
  for (const layer of ['convT1', 'convT2'] as const) {
    const { layers } = other.observe(one, { layer, index: 0 });
    const input = Float32Array.of(...one.classCodes, ...one.contentCodes);
    const values = layers[layerNames.indexOf(layer)];
    for (let index = 0; index < values.length; index += 11) {
      const unit = { layer, index };
      const { value } = sumOfUnit({ config, parameters: own, layers: [input, ...layers], unit });
      expect(value).toBeCloseTo(values[index], 4);
    }
  }
  other.dispose();
});
