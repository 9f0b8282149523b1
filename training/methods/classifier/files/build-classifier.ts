/**
 * A trained classifier → every byte of its folder, in memory. The wasm backend has been started. What the manifest states is
 * measured with the weights as the files hold them, in half precision.
 */
import {
  type ClassifierManifest,
  classifierFiles,
  classifierGoldenShapes,
} from '../../../../src/contract/families/classifier.ts';
import { checkpointFiles } from '../../../../src/contract/ids.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { type FileEntry, contractVersion } from '../../../../src/contract/parts.ts';
import {
  buildClassifier,
  classifierShapes,
  countClassifierParameters,
  predictClasses,
  type Classifier,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../../../src/networks/classifier/classifier.ts';
import { byClassifierName } from '../../../../src/networks/classifier/parameters.ts';
import { writeTensors } from '../../../../src/networks/tensors-file.ts';
import { roundToHalf } from '../../../../src/numerics/half.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { makeStrokes } from '../../../data/strokes.ts';
import { classifierSignature, exportClassifierOnnx } from './onnx.ts';
import { encodeJson } from '../../../export/encode-json.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { onnxOpset } from '../../../export/onnx-schema.ts';

export interface TrainedClassifier extends Pick<
  ClassifierManifest,
  'id' | 'title' | 'dataset' | 'training' | 'provenance'
> {
  readonly config: ClassifierConfig;
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
const golden = { numImages: 10, tolerance: 1e-3 } as const;

/** @throws ContractError when the classifier does not fit the contract. */
export function buildClassifierFolder(run: TrainedClassifier): ClassifierFolder {
  const { id, title, dataset, config, training, test, provenance } = run;
  const parameters = byClassifierName((name) => roundToHalf(run.parameters[name]));
  const model = { ...config, numParameters: countClassifierParameters(config) };

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return entryOf(path, bytes);
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
        model,
        training,
        onnx: {
          file: entryOf(classifierFiles.onnx, exportClassifierOnnx({ id, title, config, parameters })),
          ...classifierSignature(config),
          opset: onnxOpset,
        },
        files: {
          weights: add(
            classifierFiles.weights,
            writeTensors(parameters, classifierShapes(config), () => 'F16'),
          ),
          golden: add(checkpointFiles.golden, encodeGolden(classifier, { golden, model })),
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
  const predicted = predictClasses(classifier.classify(toIntensity(images)));
  return predicted.reduce((right, label, i) => right + Number(label === labels[i]), 0) / labels.length;
}

const toIntensity = (images: Uint8Array): Float32Array => Float32Array.from(images, (byte) => byte / 255);

/** Strokes, whatever the classifier learned from: pictures of MNIST are not ours to ship. */
function encodeGolden(
  classifier: Classifier,
  manifest: Pick<ClassifierManifest, 'golden' | 'model'>,
): Uint8Array<ArrayBuffer> {
  const images = toIntensity(makeStrokes({ seed: 'golden', numImages: manifest.golden.numImages }).images);
  const { probabilities, features } = classifier.classify(images);
  const tensors = { images, probabilities, features };
  return writeTensors(tensors, classifierGoldenShapes(manifest), () => 'F32');
}
