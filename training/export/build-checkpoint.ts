/**
 * A trained model → every byte of its checkpoint folder, in memory. The wasm backend has been started. Nothing here reads a
 * clock, a path or a random number of its own: the same input gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { parseHistory, type History } from '../../src/contract/history.ts';
import { checkpointFiles, previewKinds } from '../../src/contract/ids.ts';
import {
  contractVersion,
  parseManifest,
  type DatasetInfo,
  type FileEntry,
  type Manifest,
  type TrainingConfig,
} from '../../src/contract/manifest.ts';
import type { CodeBatch, CodeSource } from '../../src/networks/codes.ts';
import { countParameters, imageSize } from '../../src/networks/generator.ts';
import { buildPredictor } from '../../src/networks/predictor.ts';
import type { GloModel } from '../methods/glo/model.ts';
import { measure } from './metrics.ts';
import { exportOnnx, onnxOpset, onnxSignature } from './onnx.ts';
import { chooseGolden, drawPreviews, encodeGolden, firstOfEachClass } from './pictures.ts';
import { encodeCodes, encodeWeights, roundModel } from './rounded-model.ts';

export interface TrainedRun {
  readonly id: string;
  readonly title: string;
  readonly dataset: DatasetInfo;
  /** The images of `dataset`, [numImages × 784] bytes. */
  readonly images: Uint8Array;
  readonly training: TrainingConfig;
  readonly model: GloModel;
  readonly history: History;
  readonly provenance: Manifest['provenance'];
}

export interface CheckpointFolder {
  readonly manifest: Manifest;
  /** Bytes by path in the folder, manifest.json included. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** @throws ContractError when the run does not fit the contract. */
export function buildCheckpoint(run: TrainedRun): CheckpointFolder {
  const { id, title, dataset, images, training, provenance } = run;
  const model = roundModel(run.model);
  const { dims, parameters, contentCodes, classCodes } = model;
  const parts: CodeSource['manifest'] = {
    dataset,
    model: {
      network: 'exercise-generator',
      numClasses: classCodes.length / dims.classDim,
      ...dims,
      imageHeight: imageSize,
      imageWidth: imageSize,
      numParameters: countParameters(dims),
    },
  };
  const source: CodeSource = { manifest: parts, contentCodes, classCodes };
  const previewImages = firstOfEachClass(parts);
  const golden = chooseGolden(previewImages);
  const history = parseHistory(sixDigits(run.history), `history of ${id}`);

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const predictor = buildPredictor(dims, parameters);
  const predict = (codes: CodeBatch) => predictor.predict(codes);
  try {
    const pictures = drawPreviews(source, predict, previewImages);
    const [reconstructions, transfers, samples, interpolation] = previewKinds.map((kind) => {
      const { path, bytes, rows, columns } = pictures[kind];
      return { file: add(path, bytes), rows, columns };
    });
    const manifest = parseManifest(
      {
        contractVersion,
        id,
        title,
        family: 'glo',
        ...parts,
        training,
        network: { ...onnxSignature(dims), opset: onnxOpset },
        files: {
          weights: add(checkpointFiles.weights, encodeWeights(model)),
          codes: add(checkpointFiles.codes, encodeCodes(model, parts)),
          onnx: add(checkpointFiles.onnx, exportOnnx({ id, title, config: dims, parameters })),
          history: add(checkpointFiles.history, encodeJson(history)),
          golden: add(checkpointFiles.golden, encodeGolden(source, predict, golden)),
        },
        previews: { images: previewImages, reconstructions, transfers, samples, interpolation },
        golden,
        metrics: sixDigits({
          trainLoss: history.loss.at(-1) ?? NaN,
          ...measure({ source, predict, images }),
        }),
        provenance,
      } satisfies Manifest,
      `manifest of ${id}`,
    );
    files.set(checkpointFiles.manifest, encodeJson(manifest));
    return { manifest, files };
  } finally {
    predictor.dispose();
  }
}

/** LF, two spaces, a last line end: the same on every machine, and readable in a diff. */
export const encodeJson = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Every number in a record of numbers or of lists of them, to six significant digits. */
function sixDigits<Name extends string, Value extends number | readonly number[]>(
  record: Readonly<Record<Name, Value>>,
): Record<Name, Value> {
  const round = (value: number) => Number(value.toPrecision(6));
  const entries = Object.entries<number | readonly number[]>(record).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : value.map(round),
  ]);
  return Object.fromEntries(entries) as Record<Name, Value>;
}
