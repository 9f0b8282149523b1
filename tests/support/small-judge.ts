/** A whole folder of an untrained classifier, small and valid to the last hash, as files in memory. */
import { classifierGoldenShapes } from '../../src/contract/families/classifier.ts';
import { classifierShapes } from '../../src/networks/classifier/classifier.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import {
  buildClassifierFolder,
  type ClassifierFolder,
} from '../../training/methods/classifier/files/build-classifier.ts';
import { exportClassifierOnnx } from '../../training/methods/classifier/files/onnx.ts';
import { randomClassifier } from './naive-classifier.ts';
import { digitShape } from './digit-shape.ts';

export interface SmallJudge extends ClassifierFolder {
  /** What its files say that a runtime must find: images [n × 784] and their probabilities [n × 10]. */
  readonly golden: { readonly images: Float32Array; readonly probabilities: Float32Array };
}

export async function smallJudge(id = 'classifier-strokes-small'): Promise<SmallJudge> {
  await startWasmBackend();
  const config = { channels1: 3, channels2: 5, numFeatures: 7, numClasses: 10, ...digitShape };
  const folder = buildClassifierFolder({
    id,
    title: id,
    dataset: {
      name: 'strokes',
      split: 'train',
      firstImage: 0,
      numTrainingImages: 1,
      sha256: '0'.repeat(64),
    },
    config,
    training: { seed: 0, numEpochs: 1, batchSize: 1, learningRate: 1e-3, maxShift: 0 },
    parameters: randomClassifier(config, createRandom(id)),
    test: makeStrokes({ seed: id, numImages: 10 }),
    provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
  });
  const { path } = folder.manifest.files.golden;
  const golden = requireTensors(
    readTensors(folder.files.get(path) ?? new Uint8Array(), path),
    classifierGoldenShapes(folder.manifest),
    path,
  );
  const { onnx } = folder.manifest;
  const parameters = requireTensors(
    readTensors(folder.files.get(folder.manifest.files.weights.path) ?? new Uint8Array(), id),
    classifierShapes(config),
    id,
  );
  const graph = exportClassifierOnnx({ id, title: id, config, parameters });
  return { ...folder, files: new Map([...folder.files, [onnx.file.path, graph]]), golden };
}
