/**
 * A finished second stage → every byte of its folder, in memory. The same input gives the same bytes; what the manifest states is computed
 * with the numbers as the files hold them.
 */
import {
  amortizedGoldenShapes,
  foundShapes,
  type AmortizedHistory,
  type AmortizedManifest,
} from '../../../../src/contract/families/amortized.ts';
import { checkpointFiles } from '../../../../src/contract/ids.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { contractVersion, type FileEntry, type Provenance } from '../../../../src/contract/parts.ts';
import {
  codeEncoderLayers,
  type CodeEncodersConfig,
} from '../../../../src/networks/amortized/architecture.ts';
import { rowsOfCodes } from '../../../../src/networks/generator/code-rows.ts';
import { buildCodeEncoders } from '../../../../src/networks/amortized/predictor.ts';
import type { CodeSource } from '../../../../src/networks/generator/codes.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { buildProjector } from '../../../../src/networks/generator/projection.ts';
import {
  countParameters,
  shapesOf,
  type NamedParameters,
} from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors, writeTensors } from '../../../../src/networks/tensors-file.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { withContents } from '../../../evaluation/amortized/found-codes.ts';
import type { Predict } from '../../../evaluation/pictures.ts';
import { encodeJson } from '../../../export/encode-json.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { sixDigits } from '../../../export/six-digits.ts';
import { firstOfEachClass } from '../../glo/files/pictures.ts';
import { encodeWeights, roundModel } from '../../glo/files/rounded-model.ts';
import type { GloModel } from '../../glo/model.ts';
import type { CheckpointFolder } from '../../method.ts';
import { onnxEntry } from './onnx.ts';
import { drawPreviews, findCodes, golden, goldenCases } from './shown.ts';

export interface FinishedAmortization {
  readonly id: string;
  readonly title: string;
  /** Where it began, with its codes. */
  readonly source: AmortizedManifest['source'];
  readonly firstStage: CodeSource;
  readonly dataset: AmortizedManifest['dataset'];
  readonly config: CodeEncodersConfig;
  readonly training: AmortizedManifest['training'];
  /** With the generator as it is at the end. */
  readonly model: GloModel;
  readonly encoders: NamedParameters;
  readonly history: AmortizedHistory;
  readonly learned: LabelledImages;
  /** Images that neither stage learned. */
  readonly unseen: LabelledImages;
  readonly provenance: Provenance;
}

/** @throws ContractError when the run does not fit the contract. */
export function buildAmortizedFolder(run: FinishedAmortization): CheckpointFolder {
  const { id, title, source, firstStage, dataset, config, training, history, learned, unseen, provenance } =
    run;
  const { numClasses } = firstStage.manifest.model;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return entryOf(path, bytes);
  };
  const layers = codeEncoderLayers(config);
  const shapes = shapesOf(layers);
  const stored = writeTensors(run.encoders, shapes, () => 'F16');
  const rounded = requireTensors(readTensors(stored, id), shapes, id);
  const model = roundModel(run.model);
  const encoders = buildCodeEncoders(config, rounded);
  const predictor = buildPredictor(config, model.parameters);
  const predict: Predict = (codes) => predictor.predict(codes);
  const projector = buildProjector(config, model.parameters);
  const { classCodes } = firstStage;
  try {
    const images = firstOfEachClass(
      withContents(firstStage, unseen.labels, firstStage.contentCodes).manifest,
    );
    const found = findCodes({ encoders, projector, source: firstStage, learned, unseen }, images);
    const previews = drawPreviews(
      predict,
      firstStage,
      Uint8Array.from(images, (image) => unseen.labels[image]),
      found,
    );
    const picture = ({ path, bytes, rows, columns }: (typeof previews)['transfers']) => ({
      file: add(path, bytes),
      rows,
      columns,
    });
    const info = {
      model: {
        numClasses,
        ...config,
        channels: [...config.channels],
        numParameters: countParameters(layers),
      },
      shown: { images },
      golden,
    };
    const manifest = parseManifestOf('amortized')(
      {
        contractVersion,
        id,
        title,
        family: 'amortized',
        group: 'amortized',
        source,
        dataset,
        training,
        ...info,
        onnx: onnxEntry({ id, title, config, generator: model.parameters, encoders: rounded }),
        files: {
          weights: add(checkpointFiles.weights, encodeWeights(model)),
          encoder: add(checkpointFiles.encoder, stored),
          codes: add(
            checkpointFiles.codes,
            writeTensors(
              {
                classCodes,
                encoded: rowsOfCodes(config, found.encoded),
                refined: rowsOfCodes(config, found.refined),
                searched: rowsOfCodes(config, found.searched),
              },
              foundShapes(info),
              () => 'F32',
            ),
          ),
          history: add(checkpointFiles.history, encodeJson(sixDigits(history))),
          golden: add(
            checkpointFiles.golden,
            writeTensors(goldenCases(encoders, predict), amortizedGoldenShapes(info), () => 'F32'),
          ),
        },
        previews: {
          reconstructions: picture(previews.reconstructions),
          transfers: picture(previews.transfers),
        },
        provenance,
      } satisfies AmortizedManifest,
      `manifest of ${id}`,
    );
    files.set(checkpointFiles.manifest, encodeJson(manifest));
    return { manifest, files };
  } finally {
    predictor.dispose();
    projector.dispose();
  }
}
