import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classifierGoldenShapes } from '../../../../src/contract/families/classifier.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { ContractError } from '../../../../src/contract/parse.ts';
import { buildClassifier } from '../../../../src/networks/classifier/classifier.ts';
import { byClassifierName } from '../../../../src/networks/classifier/parameters.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { roundToHalf } from '../../../../src/numerics/half.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import {
  accuracy,
  buildClassifierFolder,
  type ClassifierFolder,
} from '../../../../training/methods/classifier/files/build-classifier.ts';
import {
  classifierSignature,
  exportClassifierOnnx,
} from '../../../../training/methods/classifier/files/onnx.ts';
import { readClassifier } from '../../../../training/methods/classifier/files/read-classifier.ts';
import { writeCheckpoint } from '../../../support/write-checkpoint.ts';
import { inFloat64, naiveClassify, randomClassifier } from '../../../support/naive-classifier.ts';
import { openClassifierOnnx } from '../../../support/onnx.ts';
import { digitShape } from '../../../support/digit-shape.ts';

const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 10, ...digitShape };
const random = createRandom('classifier export');
const drawn = randomClassifier(config, random);
const halves = byClassifierName((name) => roundToHalf(drawn[name]));
const test = makeStrokes({ seed: 'test', numImages: 30 });
const run = {
  id: 'classifier-strokes-test',
  title: 'A test',
  dataset: {
    name: 'strokes',
    split: 'train',
    firstImage: 0,
    numTrainingImages: 50,
    sha256: '0'.repeat(64),
  },
  config,
  training: { seed: 0, numEpochs: 1, batchSize: 10, learningRate: 1e-3, maxShift: 1 },
  parameters: drawn,
  test,
  provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
} as const;

let out: string;
let built: ClassifierFolder;
const folder = () => join(out, run.id);
beforeAll(async () => {
  await startWasmBackend();
  out = await mkdtemp(join(tmpdir(), 'classifier-'));
  built = buildClassifierFolder(run);
  await writeCheckpoint(out, built);
});
afterAll(() => rm(out, { recursive: true }));

describe('a classifier folder', () => {
  it('is read back as it was built, with weights in half precision', async () => {
    const read = await readClassifier(folder());
    expect(read).toEqual({ manifest: built.manifest, config: built.manifest.model, parameters: halves });
  });

  it('is the same bytes when built again', () => {
    expect(buildClassifierFolder(run).files).toEqual(built.files);
  });

  it('states the accuracy of the weights in its files', async () => {
    const { parameters, manifest } = await readClassifier(folder());
    const classifier = buildClassifier(config, parameters);
    expect(manifest.metrics).toEqual({ testAccuracy: accuracy(classifier, test), testImages: 30 });
    classifier.dispose();
  });

  it('holds golden cases that its weights reproduce', async () => {
    const { parameters, manifest } = await readClassifier(folder());
    const file = await readFile(join(folder(), manifest.files.golden.path));
    const golden = requireTensors(readTensors(file, 'golden'), classifierGoldenShapes(manifest), 'golden');
    const classifier = buildClassifier(config, parameters);
    const { probabilities, features } = classifier.classify(golden.images);
    expect(probabilities).toEqual(golden.probabilities);
    expect(features).toEqual(golden.features);
    classifier.dispose();
  });

  it('is refused when a file has other bytes, naming the file', async () => {
    const { path } = built.manifest.files.weights;
    const bytes = await readFile(join(folder(), path));
    bytes[bytes.length - 1] ^= 1;
    await writeFile(join(folder(), path), bytes);
    await expect(readClassifier(folder())).rejects.toThrow(
      /classifier\.safetensors has SHA-256 \w+, expected/,
    );
    await writeCheckpoint(out, built);
    await rm(join(folder(), built.manifest.files.golden.path));
    await expect(readClassifier(folder())).rejects.toThrow('golden.safetensors is missing');
    await writeCheckpoint(out, built);
  });

  it('has no place for what the contract does not name', () => {
    const extended = { ...built.manifest, surprise: 1 };
    expect(() => parseManifestOf('classifier')(extended, 'manifest')).toThrow(ContractError);
    expect(() => parseManifestOf('classifier')({ ...built.manifest, family: 'glo' }, 'manifest')).toThrow(
      ContractError,
    );
    expect(() => parseManifestOf('glo')(built.manifest, 'manifest')).toThrow(
      'family: expected glo, got classifier',
    );
  });
});

describe('classifier.onnx', () => {
  const file = exportClassifierOnnx({ id: run.id, title: run.title, config, parameters: halves });

  it('reads what tfjs and plain loops read', async () => {
    const onnx = await openClassifierOnnx(file);
    const own = random.fork('images');
    const images = Float32Array.from({ length: 3 * 784 }, () => own.uniform());
    const { logits, features } = await onnx.classify(images);
    const classifier = buildClassifier(config, halves);
    classifier
      .classify(images)
      .features.forEach((value, i) => expect(Math.abs(value - features[i])).toBeLessThan(1e-4));
    classifier.dispose();
    const expected = naiveClassify(config, inFloat64(halves), images.subarray(2 * 784));
    expected.logits.forEach((value, i) => expect(Math.abs(value - logits[20 + i])).toBeLessThan(1e-4));
  });

  it('names its inputs and outputs as the manifest does', async () => {
    const { session } = await openClassifierOnnx(file);
    const { inputs, outputs } = classifierSignature(config);
    expect(session.inputNames).toEqual(inputs.map(({ name }) => name));
    expect(session.outputNames).toEqual(outputs.map(({ name }) => name));
  });
});
