/** What Node measures: a training step, and the generator on both runtimes. Strokes for data, so it needs no download. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import { modelsFolder } from '../../src/contract/ids.ts';
import {
  buildAuxiliaryClassifier,
  type AuxiliaryClassifier,
} from '../../src/networks/classifier/auxiliary-classifier.ts';
import { buildPredictor } from '../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { createRandom, normalArray } from '../../src/numerics/random.ts';
import { withScratch } from '../../src/numerics/scratch.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import { toIntensity } from '../../training/evaluation/pictures.ts';
import { readClassifier } from '../../training/methods/classifier/files/read-classifier.ts';
import { epochBatches } from '../../training/methods/glo/batches.ts';
import { otherClasses } from '../../training/methods/glo/guidance.ts';
import { initializeModel } from '../../training/methods/glo/model.ts';
import { createStyleLoss } from '../../training/methods/glo/style.ts';
import { createOptimizer, trainStep } from '../../training/methods/glo/train-step.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { auxiliaryClassifierOf } from '../../training/recipes/classifiers.ts';
import { guidedRecipes } from '../../training/recipes/glo/guided.ts';
import { sigmaRecipes } from '../../training/recipes/glo/sigma.ts';
import { styledRecipes } from '../../training/recipes/glo/styled.ts';
import { numClasses, type GloRecipe } from '../../training/recipes/glo/vary.ts';
import { batchSizes, benchCheckpoint, time, type Timing } from './measure.ts';
import { imageShapeOf } from '../../src/networks/blocks/image-shape.ts';
import { imageKindOf } from '../../training/data/sources.ts';
import { toPhases } from '../../src/networks/blocks/pixel-phases.ts';

export interface BenchRow {
  readonly name: string;
  readonly timing: Timing;
}

const dimsOf = (recipe: GloRecipe) => ({
  ...recipe.dims,
  ...imageShapeOf(imageKindOf(recipe.dataset)),
});
const [plain] = sigmaRecipes;
const dims = dimsOf(plain);

const freshModel = (recipe: GloRecipe = plain) =>
  initializeModel(
    {
      dims: dimsOf(recipe),
      numClasses,
      numImages: recipe.dataset.numTrainingImages,
      codeInitStd: recipe.training.codeInitStd,
    },
    createRandom(recipe.training.seed),
  );

/** The whole step: forward, backward, Adam on everything, batch of 32; the transfers, too, where they are asked for something. */
export async function benchTraining(): Promise<BenchRow[]> {
  await startWasmBackend();
  const critic = await readClassifier(`${modelsFolder}/${auxiliaryClassifierOf('mnist')}`);
  const auxiliaryClassifier = buildAuxiliaryClassifier(critic.config, critic.parameters);
  const rows: BenchRow[] = [];
  for (const [name, recipe] of [
    ['training step', plain],
    ['with an auxiliary classifier', guidedRecipes[0]],
    ['with a classifier and style', styledRecipes[0]],
  ] as const) {
    const step = stepOf(recipe, auxiliaryClassifier);
    rows.push({
      name: `${name}, batch ${recipe.training.batchSize}`,
      timing: await time(step, { warmup: 60, runs: 300 }),
    });
  }
  auxiliaryClassifier.dispose();
  return rows;
}

/** Trains on strokes, whatever the recipe's data. */
function stepOf(recipe: GloRecipe, auxiliaryClassifier: AuxiliaryClassifier): () => void {
  const { training, dataset } = recipe;
  const shape = dimsOf(recipe);
  const { images, labels } = makeStrokes({ seed: 'bench', numImages: dataset.numTrainingImages });
  const model = freshModel(recipe);
  const optimizer = createOptimizer(model, training.learningRates);
  const styleLoss = training.guidance?.style
    ? createStyleLoss({ network: auxiliaryClassifier, images: toIntensity(images), labels, numClasses })
    : undefined;
  const source = {
    targets: toPhases(shape, images).map((byte) => byte / 255),
    labels,
    batchSize: training.batchSize,
    contentDim: shape.contentDim,
    noiseStd: 0.3,
    shuffle: createRandom('shuffle'),
    noise: createRandom('noise'),
  };
  const transferred = createRandom('guidance');
  let batches = epochBatches(source);
  return () => {
    let next = batches.next();
    if (next.done || next.value.images.length !== training.batchSize) {
      batches = epochBatches(source);
      next = batches.next();
    }
    if (next.done) throw new Error('An epoch has no batch.');
    const transferLabels = training.guidance
      ? otherClasses(next.value.labels, numClasses, transferred)
      : undefined;
    const batch = { ...next.value, transferLabels };
    withScratch(() =>
      trainStep({ model, optimizer, batch, config: training, auxiliaryClassifier, styleLoss }),
    );
  };
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
