/** A whole checkpoint of an untrained generator, small and valid to the last hash, as files in memory. */
import { createHash } from 'node:crypto';
import { type GloManifest, codeShapes } from '../../../../src/contract/families/glo.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { contractVersion } from '../../../../src/contract/parts.ts';
import type { CodeSource } from '../../../../src/networks/generator/codes.ts';
import {
  countParameters,
  generatorShapes,
  initializeGenerator,
  type GeneratorParameters,
} from '../../../../src/networks/generator/generator.ts';
import { readTensors, requireTensors, writeTensors } from '../../../../src/networks/tensors-file.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';
import { exportOnnx, onnxOpset, onnxSignature } from '../../../../training/methods/glo/files/onnx.ts';
import { exerciseTraining } from '../../../support/training-config.ts';

export interface SmallCheckpoint extends CodeSource {
  readonly manifest: GloManifest;
  /** Values as the file holds them, rounded to halves. */
  readonly parameters: GeneratorParameters;
  /** By path inside the folder. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
}

export function smallCheckpoint(id = 'glo-strokes-small', labels = '3141592653'): SmallCheckpoint {
  const random = createRandom(id);
  const model = {
    network: 'exercise-generator',
    numClasses: 10,
    classDim: 3,
    contentDim: 4,
    imageHeight: 28,
    imageWidth: 28,
    imageChannels: 1,
  } as const;
  const dataset = {
    name: 'strokes',
    split: 'train',
    firstImage: 0,
    numTrainingImages: labels.length,
    sha256: '0'.repeat(64),
    numImages: labels.length,
    labels,
  } as const;

  const weights = writeTensors(initializeGenerator(model, random), generatorShapes(model), (name) =>
    name.startsWith('batchNorm') ? 'F32' : 'F16',
  );
  const parameters = requireTensors(readTensors(weights, 'weights'), generatorShapes(model), 'weights');
  const codes = writeTensors(
    {
      content_codes: normalArray(random, dataset.numImages * model.contentDim, 1),
      class_codes: normalArray(random, model.numClasses * model.classDim, 1),
    },
    codeShapes({ dataset, model: { ...model, numParameters: 1 } }),
    () => 'F16',
  );
  const files = new Map([
    ['weights.safetensors', weights],
    ['codes.safetensors', codes],
    ['generator.onnx', exportOnnx({ id, title: id, unit: 'ink', config: model, parameters })],
  ]);
  const describe = (path: string, bytes = files.get(path) ?? new Uint8Array(1)) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const preview = (file: string) => ({ file: describe(file), rows: 1, columns: 1 });

  const manifest: GloManifest = parseManifestOf('glo')(
    {
      contractVersion,
      id,
      title: id,
      family: 'glo',
      group: 'strokes',
      dataset,
      model: { ...model, numParameters: countParameters(model) },
      training: { ...exerciseTraining, numEpochs: 1, batchSize: 1 },
      onnx: { file: describe('generator.onnx'), ...onnxSignature(model), opset: onnxOpset },
      files: {
        weights: describe('weights.safetensors'),
        codes: describe('codes.safetensors'),
        history: describe('history.json'),
        golden: describe('golden.safetensors'),
      },
      previews: {
        images: [0],
        reconstructions: preview('preview-reconstructions.png'),
        transfers: preview('preview-transfers.png'),
        samples: preview('preview-samples.png'),
        interpolation: preview('preview-interpolation.png'),
      },
      golden: { cases: [{ image: 0, class: 0 }], tolerance: 0.01 },
      provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
    },
    'the small checkpoint',
  );
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));

  const { content_codes: contentCodes, class_codes: classCodes } = requireTensors(
    readTensors(codes, 'codes'),
    codeShapes(manifest),
    'codes',
  );
  return { manifest, contentCodes, classCodes, parameters, files };
}
