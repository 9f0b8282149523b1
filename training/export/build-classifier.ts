/**
 * A trained classifier → every byte of its folder, in memory. The wasm backend has been started. What the manifest states is
 * measured with the weights as the files hold them, in half precision.
 */
import { createHash } from 'node:crypto';
import { type ClassifierManifest, classifierGoldenShapes } from '../../src/contract/families/classifier.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { parseManifestOf } from '../../src/contract/manifest.ts';
import { type FileEntry, contractVersion } from '../../src/contract/parts.ts';
import {
  buildClassifier,
  classifierShapes,
  countClassifierParameters,
  numDigits,
  predictClasses,
  type Classifier,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../src/networks/classifier/classifier.ts';
import { byClassifierName } from '../../src/networks/classifier/parameters.ts';
import { writeTensors } from '../../src/networks/tensors-file.ts';
import { roundToHalf } from '../../src/numerics/half.ts';
import { makeStrokes } from '../data/strokes.ts';
import { classifierSignature, exportClassifierOnnx } from './classifier-onnx.ts';
import { encodeJson } from './encode-json.ts';
import { onnxOpset } from './onnx-schema.ts';

export interface LabelledImages {
  /** [numImages × 784] bytes. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

export interface TrainedClassifier extends Pick<
  ClassifierManifest,
  'id' | 'title' | 'dataset' | 'training' | 'provenance'
> {
  readonly network: ClassifierConfig;
  readonly parameters: ClassifierParameters;
  /** What training never saw. */
  readonly test: LabelledImages;
}

export interface ClassifierFolder {
  readonly manifest: ClassifierManifest;
  /** Bytes by path in the folder, manifest.json included. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** How far a runtime's probabilities and features may be from the golden ones. */
const golden = { numImages: numDigits, tolerance: 1e-3 } as const;

/** @throws ContractError when the classifier does not fit the contract. */
export function buildClassifierFolder(run: TrainedClassifier): ClassifierFolder {
  const { id, title, dataset, training, test, provenance } = run;
  const { channels1, channels2, numFeatures } = run.network;
  const config = { channels1, channels2, numFeatures };
  const parameters = byClassifierName((name) => roundToHalf(run.parameters[name]));
  const network = {
    ...config,
    numClasses: numDigits,
    imageHeight: 28,
    imageWidth: 28,
    numParameters: countClassifierParameters(config),
  } as const;

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const classifier = buildClassifier(config, parameters);
  try {
    const manifest = parseManifestOf('classifier')(
      {
        contractVersion,
        id,
        title,
        family: 'classifier',
        dataset,
        network,
        training,
        onnx: { ...classifierSignature(config), opset: onnxOpset },
        files: {
          weights: add(
            checkpointFiles.weights,
            writeTensors(parameters, classifierShapes(config), () => 'F16'),
          ),
          onnx: add(checkpointFiles.onnx, exportClassifierOnnx({ id, title, config, parameters })),
          golden: add(checkpointFiles.golden, encodeGolden(classifier, { golden, network })),
        },
        golden,
        metrics: { testAccuracy: accuracy(classifier, test), testImages: test.labels.length },
        provenance,
      } satisfies ClassifierManifest,
      `manifest of ${id}`,
    );
    files.set(checkpointFiles.manifest, encodeJson(manifest));
    return { manifest, files };
  } finally {
    classifier.dispose();
  }
}

/** The share of images that the classifier reads as their label. */
export function accuracy(classifier: Classifier, { images, labels }: LabelledImages): number {
  const digits = predictClasses(classifier.classify(toIntensity(images)));
  return digits.reduce((right, digit, i) => right + Number(digit === labels[i]), 0) / labels.length;
}

const toIntensity = (images: Uint8Array): Float32Array => Float32Array.from(images, (byte) => byte / 255);

/** Strokes, whatever the classifier learned from: pictures of MNIST are not ours to ship. */
function encodeGolden(
  classifier: Classifier,
  manifest: Pick<ClassifierManifest, 'golden' | 'network'>,
): Uint8Array<ArrayBuffer> {
  const images = toIntensity(makeStrokes({ seed: 'golden', numImages: manifest.golden.numImages }).images);
  const tensors = { images, ...classifier.classify(images) };
  return writeTensors(tensors, classifierGoldenShapes(manifest), () => 'F32');
}
