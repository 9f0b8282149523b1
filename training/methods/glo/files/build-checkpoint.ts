/**
 * A trained model → every byte of its checkpoint folder, in memory. The wasm backend has been started. Nothing here reads a
 * clock, a path or a random number of its own: the same input gives the same bytes.
 */
import { unitOf } from '../../../../src/contract/datasets.ts';
import { parseHistoryOf } from '../../../../src/contract/history.ts';
import { checkpointFiles, previewKinds, snapshotFiles } from '../../../../src/contract/ids.ts';
import {
  type DatasetInfo,
  type GloHistory,
  type GloManifest,
  type GroupName,
  type TrainingConfig,
  generatorFile,
  withFirstImages,
} from '../../../../src/contract/families/glo.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { type FileEntry, type Provenance, contractVersion } from '../../../../src/contract/parts.ts';
import type { CodeBatch, CodeSource } from '../../../../src/networks/generator/codes.ts';
import { countParameters, type GeneratorConfig } from '../../../../src/networks/generator/generator.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { predictorFor } from '../later-mistakes.ts';
import type { GloModel } from '../model.ts';
import { encodeJson } from '../../../export/encode-json.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { sixDigits } from '../../../export/six-digits.ts';
import { exportOnnx, onnxOpset, onnxSignature } from './onnx.ts';
import { chooseGolden, drawPreviews, encodeGolden, firstOfEachClass } from './pictures.ts';
import { encodeCodes, encodeWeights, roundModel } from './rounded-model.ts';
import type { Snapshot } from './snapshot.ts';

export interface TrainedRun {
  readonly id: string;
  readonly title: string;
  readonly group: GroupName;
  readonly dataset: DatasetInfo;
  readonly training: TrainingConfig;
  readonly model: GloModel;
  readonly history: GloHistory;
  /** The picture of every epoch, PNG, where it was drawn. */
  readonly epochs?: Uint8Array<ArrayBuffer> | undefined;
  /** The run after earlier epochs, ascending, where they were kept; of the same images each. */
  readonly snapshots?: readonly Snapshot[];
  readonly provenance: Provenance;
}

/** Every file of the folder, manifest.json included. */
export interface GloFolder {
  readonly manifest: GloManifest;
  /** Bytes by path in the folder, manifest.json included. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** @throws ContractError when the run does not fit the contract. */
export function buildCheckpoint(run: TrainedRun): GloFolder {
  const { id, title, group, dataset, training, provenance, epochs, snapshots = [] } = run;
  const model = roundModel(withFirstCodes(run.model, dataset.numImages));
  const { dims, parameters, contentCodes, classCodes } = model;
  const parts: CodeSource['manifest'] = {
    dataset,
    model: modelInfo(dims, classCodes.length / dims.classDim),
  };
  const source: CodeSource = { manifest: parts, contentCodes, classCodes };
  const previewImages = firstOfEachClass(parts);
  const golden = chooseGolden(previewImages);
  const history = parseHistoryOf('glo')(sixDigits(run.history), `history of ${id}`);

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return entryOf(path, bytes);
  };
  const predictor = buildPredictor(dims, parameters);
  const predict = (codes: CodeBatch) => predictor.predict(codes);
  const shown = predictorFor(training.mistake, dims, parameters);
  try {
    const draw = (codes: CodeBatch) => shown.predict(codes);
    const pictures = drawPreviews(source, draw, previewImages, training.mistake);
    const [reconstructions, transfers, samples, interpolation] = previewKinds.map((kind) => {
      const { path, bytes, rows, columns } = pictures[kind];
      return { file: add(path, bytes), rows, columns };
    });
    const manifest = parseManifestOf('glo')(
      {
        contractVersion,
        id,
        title,
        family: 'glo',
        group,
        ...parts,
        training,
        onnx: {
          file: entryOf(
            generatorFile,
            exportOnnx({ id, title, unit: unitOf(dataset.name), config: dims, parameters }),
          ),
          ...onnxSignature(dims),
          opset: onnxOpset,
        },
        files: {
          weights: add(checkpointFiles.weights, encodeWeights(model)),
          codes: add(checkpointFiles.codes, encodeCodes(model, parts)),
          history: add(checkpointFiles.history, encodeJson(history)),
          golden: add(checkpointFiles.golden, encodeGolden(source, predict, golden)),
          ...(epochs && { epochs: add(checkpointFiles.epochs, epochs) }),
        },
        ...(snapshots.length > 0 && { snapshots: addSnapshots(snapshots, parts, add) }),
        previews: { images: previewImages, reconstructions, transfers, samples, interpolation },
        golden,
        provenance,
      } satisfies GloManifest,
      `manifest of ${id}`,
    );
    files.set(checkpointFiles.manifest, encodeJson(manifest));
    return { manifest, files };
  } finally {
    shown.dispose();
    predictor.dispose();
  }
}

/** Each as two files beside those of the finished run. */
function addSnapshots(
  snapshots: readonly Snapshot[],
  { dataset, model }: CodeSource['manifest'],
  add: (path: string, bytes: Uint8Array<ArrayBuffer>) => FileEntry,
): GloManifest['snapshots'] {
  const numImages = snapshots[0].model.contentCodes.length / model.contentDim;
  const parts = { dataset: withFirstImages(dataset, numImages), model };
  return {
    numImages,
    epochs: snapshots.map((snapshot) => {
      const { weights, codes } = snapshotFiles(snapshot.epoch);
      const rounded = roundModel(snapshot.model);
      return {
        epoch: snapshot.epoch,
        weights: add(weights, encodeWeights(rounded)),
        codes: add(codes, encodeCodes(rounded, parts)),
      };
    }),
  };
}

export const modelInfo = (dims: GeneratorConfig, numClasses: number): GloManifest['model'] => ({
  network: 'exercise-generator',
  numClasses,
  ...dims,
  numParameters: countParameters(dims),
});

/** A run on many images ships the codes of the first. */
const withFirstCodes = (model: GloModel, numImages: number): GloModel => ({
  ...model,
  contentCodes: model.contentCodes.slice(0, numImages * model.dims.contentDim),
});
