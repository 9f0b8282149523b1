/** What Node measures: a training step, and the generator on both runtimes. Strokes for data, so it needs no download. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import { modelsFolder } from '../../src/contract/ids.ts';
import { buildPredictor } from '../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { createRandom, normalArray } from '../../src/numerics/random.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import { epochBatches } from '../../training/methods/glo/batches.ts';
import { initializeModel } from '../../training/methods/glo/model.ts';
import { createOptimizer, trainStep } from '../../training/methods/glo/train-step.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { numClasses } from '../../training/recipes/glo/vary.ts';
import { sigmaRecipes } from '../../training/recipes/glo/sigma.ts';
import { batchSizes, benchCheckpoint, time, type Timing } from './measure.ts';
import { imageShapeOf } from '../../src/networks/blocks/image-shape.ts';
import { dataSources } from '../../training/data/sources.ts';
import { toPhases } from '../../src/networks/blocks/pixel-phases.ts';

export interface BenchRow {
  readonly name: string;
  readonly timing: Timing;
}

const { training, dataset, ...recipe } = sigmaRecipes[0];
const dims = { ...recipe.dims, ...imageShapeOf(dataSources[dataset.name]) };

function freshModel() {
  const numImages = dataset.numTrainingImages;
  return initializeModel(
    { dims, numClasses, numImages, codeInitStd: training.codeInitStd },
    createRandom(training.seed),
  );
}

/** The whole step of the exercise: forward, backward, Adam on everything, batch of 32. */
export async function benchTraining(): Promise<BenchRow[]> {
  await startWasmBackend();
  const { images, labels } = makeStrokes({ seed: 'bench', numImages: dataset.numTrainingImages });
  const model = freshModel();
  const optimizer = createOptimizer(model, training.learningRates);
  const source = {
    targets: toPhases(dims, images).map((byte) => byte / 255),
    labels,
    batchSize: training.batchSize,
    contentDim: dims.contentDim,
    noiseStd: 0.3,
    shuffle: createRandom('shuffle'),
    noise: createRandom('noise'),
  };
  let batches = epochBatches(source);
  const step = () => {
    let { value: batch } = batches.next() as { value: Parameters<typeof trainStep>[0]['batch'] | undefined };
    if (batch?.images.length !== training.batchSize) {
      batches = epochBatches(source);
      batch = batches.next().value as Parameters<typeof trainStep>[0]['batch'];
    }
    trainStep({ model, optimizer, batch, config: training });
  };
  return [
    {
      name: `training step, batch ${training.batchSize}`,
      timing: await time(step, { warmup: 60, runs: 300 }),
    },
  ];
}

/** Codes for `count` images. */
const codes = (count: number) => ({
  count,
  contentCodes: normalArray(createRandom('content'), count * dims.contentDim, 1),
  classCodes: normalArray(createRandom('class'), count * dims.classDim, 1),
});

export async function benchGenerators(): Promise<BenchRow[]> {
  await startWasmBackend();
  const predictor = buildPredictor(dims, freshModel().parameters);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = readFileSync(
    fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
  );
  const onnx = await ort.InferenceSession.create(await makeOnnx(`${modelsFolder}/${benchCheckpoint}`));
  const rows: BenchRow[] = [];
  for (const count of batchSizes) {
    const batch = codes(count);
    rows.push({ name: `tfjs in Node, n = ${count}`, timing: await time(() => predictor.predict(batch)) });
  }
  for (const count of batchSizes) {
    const { contentCodes, classCodes } = codes(count);
    const feeds = {
      content_code: new ort.Tensor('float32', contentCodes, [count, dims.contentDim]),
      class_code: new ort.Tensor('float32', classCodes, [count, dims.classDim]),
    };
    rows.push({ name: `ONNX Runtime in Node, n = ${count}`, timing: await time(() => onnx.run(feeds)) });
  }
  predictor.dispose();
  await onnx.release();
  return rows;
}
