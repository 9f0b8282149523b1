/** A VAE in training in the page, held to the trainer's own loop. */
import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../../../../src/networks/encoder-decoder/architecture.ts';
import { buildEncoderDecoder } from '../../../../../../src/networks/encoder-decoder/predictor.ts';
import { initializeLayers } from '../../../../../../src/networks/layers/parameters.ts';
import { codesOf } from '../../../../../../src/networks/encoder-decoder/codes.ts';
import { meanOf } from '../../../../../../src/contract/statistics.ts';
import { createRandom } from '../../../../../../src/numerics/random.ts';
import { sampledCodes } from '../../../../../../src/engine/encoder-trainer-protocol.ts';
import {
  configOf,
  optimizer,
  weightedObjective,
} from '../../../../../../src/engine/training/vae/experiment.ts';
import { createCamera } from '../../../../../../src/engine/training/vae/frame.ts';
import { createVaeRun } from '../../../../../../src/engine/training/vae/live-run.ts';
import { makeStrokes } from '../../../../../../training/data/strokes.ts';
import { fitEncoderDecoder } from '../../../../../../training/methods/encoder-decoder/train.ts';
import { vaeRecipes } from '../../../../../../training/recipes/vae.ts';

// Two whole batches and a rest.
const numImages = 80;
const stepsPerEpoch = 3;
const strokes = makeStrokes({ seed: 'train', numImages });
const settings = { data: 'strokes', codeDim: 2, divergenceWeight: 1, seed: 5 } as const;

/** The same by the trainer's loop. */
function* fit(changed: Partial<typeof settings> | { codeDim: number; divergenceWeight: number }) {
  const { codeDim, divergenceWeight, seed } = { ...settings, ...changed };
  const config = configOf({ codeDim });
  const architecture = architectureOf(config);
  const random = createRandom(seed);
  const table = { images: strokes.images, length: 784 };
  return yield* fitEncoderDecoder({
    architecture,
    gaussianCode: true,
    objective: weightedObjective(config, divergenceWeight),
    parameters: initializeLayers([...architecture.encoder, ...architecture.decoder], random),
    numEpochs: 3,
    ...optimizer,
    rateDecays: false,
    training: table,
    validation: table,
    random,
  });
}

describe('a VAE in training in the page', () => {
  it.each([
    { codeDim: 2, divergenceWeight: 1 },
    { codeDim: 10, divergenceWeight: 0.25 },
    { codeDim: 2, divergenceWeight: 0 },
  ])('has the losses and the parameters of the trainer itself: %o', (changed) => {
    const run = createVaeRun(strokes.images, { ...settings, ...changed });
    const epochs = fit(changed);
    for (let next = epochs.next(); ; next = epochs.next()) {
      if (next.done) {
        expect(run.parameters()).toEqual(next.value.parameters);
        break;
      }
      let [data, divergence] = [0, 0];
      for (const size of [32, 32, 16]) {
        const losses = run.step();
        data += losses.data * size;
        divergence += losses.divergence * size;
      }
      expect(data / numImages).toBeCloseTo(next.value.data, 9);
      expect(divergence / numImages).toBeCloseTo(next.value.divergence, 9);
      expect(run).toMatchObject({ epoch: next.value.epoch, numSteps: stepsPerEpoch * next.value.epoch });
    }
  });

  it('is the dense experiment of the recipes', () => {
    expect(vaeRecipes[0].id).toBe('vae-mnist-dense-k2');
    expect(configOf({ codeDim: 2 })).toMatchObject(vaeRecipes[0].network);
    expect(weightedObjective(configOf({ codeDim: 2 }), 4)).toEqual({
      dataTerm: 'cross-entropy',
      dataWeight: 1,
      divergenceWeight: 4,
    });
  });

  it('takes another weight from the next step on: the parts are the same once, and their sum is not', () => {
    const [still, heavier] = [0, 1].map(() => createVaeRun(strokes.images, settings));
    for (const run of [still, heavier]) run.step();
    heavier.setWeight(4);
    const [a, b] = [still.step(), heavier.step()];
    expect(b).toMatchObject({ data: a.data, divergence: a.divergence });
    expect(b.loss).toBeCloseTo(a.data + 4 * a.divergence, 6);
    expect(heavier.step().data).not.toBe(still.step().data);
  });

  it('goes on as it was when the weight is the one it has', () => {
    const [still, told] = [0, 1].map(() => createVaeRun(strokes.images, settings));
    for (let i = 0; i < 4; i++) {
      told.setWeight(1);
      expect(told.step()).toEqual(still.step());
    }
  });

  it('does what the chapter says of it: codes run apart at weight 0, are pulled back by weight 4, and pictures pay for it', () => {
    const run = createVaeRun(strokes.images, { ...settings, divergenceWeight: 0 });
    const frameOf = createCamera(run.config, strokes, [0]);
    const train = (numSteps: number) => {
      const data = Array.from({ length: numSteps }, () => run.step().data).slice(-2 * stepsPerEpoch);
      const { map } = frameOf(run);
      return { data: meanOf(data), spread: Math.hypot(...map) / Math.sqrt(map.length) };
    };
    const apart = train(400);
    run.setWeight(4);
    const back = train(200);
    expect(apart.spread).toBeGreaterThan(10);
    expect(back.spread).toBeLessThan(2);
    expect(back.data).toBeGreaterThan(1.1 * apart.data);
  });
});

describe('what a page sees of it', () => {
  it.each([2, 10])('is drawn as the networks draw it: %i numbers in a code', (codeDim) => {
    const run = createVaeRun(strokes.images, { ...settings, codeDim });
    const shown = [3, 7];
    const camera = createCamera(run.config, strokes, shown);
    const images = Float32Array.from(strokes.images, (byte) => byte / 255);
    for (let i = 0; i < 4; i++) run.step(); // a look changes nothing for the next
    camera(run);
    run.step();
    const { pictures, map } = camera(run);
    const model = buildEncoderDecoder(run.config, run.parameters());
    const codes = codesOf(run.config, model.encode(images));
    const ofShown = shown.flatMap((image) => [...codes.subarray(image * codeDim, (image + 1) * codeDim)]);
    expect(pictures).toEqual(model.decode(Float32Array.of(...ofShown, ...sampledCodes(codeDim))));
    expect(map).toHaveLength(2 * (numImages + 1));
    if (codeDim > 2) return;
    const wanted = [...codes, 0, 0];
    // A kernel rounds the last rows of a pass in another way.
    map.forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 5));
  });
});
