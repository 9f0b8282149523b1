/**
 * What the browser measures: the engines and the trainer as figures use them, workers and messages included, and the frames of a map. Driven
 * by browser.ts.
 */
import type { EngineKind } from '../../src/engine/api.ts';
import { createDotPainter, mapSize } from '../../src/components/figures/walk/draw-dots.ts';
import { createThumbnailPainter, representatives } from '../../src/components/figures/walk/thumbnails.ts';
import { between } from '../../src/components/figures/walk/layout.ts';
import { transfers } from '../../src/networks/generator/codes.ts';
import { beginSearch, searchDefaults } from '../../src/networks/generator/search.ts';
import { rootMeanSquare } from '../../src/numerics/arrays.ts';
import { getEngine } from '../../src/engine/page-engine.ts';
import { createTrainer } from '../../src/engine/trainer-client.ts';
import { digitNames } from '../../src/engine/trainer-protocol.ts';
import { setEngineKind } from '../../src/engine/setting.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { batchSizes, benchCheckpoint, time, type Timing } from './measure.ts';

const numDots = 2000;

async function benchEngine(
  kind: EngineKind,
): Promise<readonly { readonly count: number; readonly timing: Timing }[]> {
  setEngineKind(kind);
  const engine = getEngine(benchCheckpoint);
  const checkpoint = await engine.load('glo', benchCheckpoint);
  const rows = [];
  for (const count of batchSizes) {
    const contents = Array.from({ length: count }, (_, i) => i);
    const batch = transfers(checkpoint, { contents, classes: [3] });
    rows.push({ count, timing: await time(() => engine.generate(benchCheckpoint, batch)) });
  }
  return rows;
}

/** From frame to frame while the map of codes, with pictures on it, moves from one layout to another: 16.7 ms where it keeps up with 60 frames a second. */
async function benchMap(): Promise<Timing> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = mapSize;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas.');
  const random = createRandom('map');
  const layout = (): Float32Array => Float32Array.from({ length: 2 * numDots }, () => random.uniform());
  const [from, to] = [layout(), layout()];
  const groups = Uint8Array.from({ length: numDots }, (_, i) => i % 10);
  const colours = Array.from({ length: 10 }, (_, i) => `hsl(${36 * i} 60% 40%)`);
  const ink = Float32Array.from({ length: numDots * 784 }, () => random.uniform());
  const paintDots = createDotPainter(colours);
  const paintPictures = createThumbnailPainter(
    { images: representatives(to), ink },
    (image) => colours[groups[image]],
  );
  let frame = 0;
  return time(async () => {
    const places = between(from, to, (frame++ % 60) / 60);
    paintDots(context, { places, groups, faint: true });
    paintPictures(context, places);
    await new Promise(requestAnimationFrame);
  });
}

/** A step of a search for one picture under all ten classes at once, as a figure shows it: a picture of each after every step. */
async function benchSearch(): Promise<Timing> {
  setEngineKind('tfjs');
  const engine = getEngine(benchCheckpoint);
  const checkpoint = await engine.load('glo', benchCheckpoint);
  const classes = Array.from({ length: 10 }, (_, digit) => digit);
  const image = await engine.generate(
    benchCheckpoint,
    transfers(checkpoint, { contents: [0], classes: [3] }),
  );
  const options = { ...searchDefaults, codeScale: rootMeanSquare(checkpoint.contentCodes) };
  let state = beginSearch(transfers(checkpoint, { contents: [1], classes }));
  return time(async () => {
    ({ state } = await engine.search(benchCheckpoint, { image, state, numPasses: 1, options }));
  });
}

/** Steps at full speed in the worker that trains, pictures for the page included: the time of one, over as many as make a second or two. */
function benchTrainer(): Promise<Timing> {
  const [warmup, runs] = [60, 300];
  const settings = {
    data: 'strokes',
    numImages: 2000,
    preset: 'lord',
    loss: 'l1+l2',
    classDim: 25,
    contentDim: 25,
    contentDecay: 0,
    contentNoiseStd: 0.3,
    rateFactor: 1,
    codeRateFactor: 1,
    seed: 1,
  } as const;
  return new Promise((resolve, reject) => {
    let start: { readonly at: number; readonly step: number } | undefined;
    const trainer = createTrainer((message) => {
      if (message.type === 'failed') reject(new Error(message.message));
      if (message.type === 'started') trainer.send({ type: 'play' });
      if (message.type !== 'progress' || message.frames[0].step < warmup) return;
      const now = { at: performance.now(), step: message.frames[0].step };
      start ??= now;
      const numSteps = now.step - start.step;
      if (numSteps < runs) return;
      trainer.dispose();
      resolve({ medianMs: (now.at - start.at) / numSteps, runs: numSteps });
    });
    trainer.send({
      type: 'start',
      settings: [settings],
      mnist: undefined,
      ownImages: [],
      classNames: digitNames,
    });
  });
}

Object.assign(globalThis, { benchEngine, benchMap, benchSearch, benchTrainer });
