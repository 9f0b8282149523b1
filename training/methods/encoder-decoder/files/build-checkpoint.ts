/**
 * A trained encoder with its decoder → every byte of its folder, in memory, but for what only its family says. The same input gives the same
 * bytes; what the manifest states is computed with the weights as the files hold them.
 */
import { unitOf } from '../../../../src/contract/datasets.ts';
import {
  codesShapes,
  encoderDecoderGoldenShapes,
  encodingDim,
  type EncoderDecoderHistory,
  type EncoderDecoderManifest,
} from '../../../../src/contract/families/encoder-decoder.ts';
import { checkpointFiles } from '../../../../src/contract/ids.ts';
import { parseManifest } from '../../../../src/contract/manifest.ts';
import {
  contractVersion,
  type Ending,
  type FileEntry,
  type Provenance,
} from '../../../../src/contract/parts.ts';
import { imageLength } from '../../../../src/networks/blocks/image-shape.ts';
import {
  architectureOf,
  type EncoderDecoderConfig,
} from '../../../../src/networks/encoder-decoder/architecture.ts';
import { buildEncoderDecoder } from '../../../../src/networks/encoder-decoder/predictor.ts';
import { countParameters, type NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { writeTensors } from '../../../../src/networks/tensors-file.ts';
import { fitGaussian } from '../../../../src/numerics/gaussian.ts';
import type { LabelledImages } from '../../../data/sources.ts';
import { toIntensity } from '../../../evaluation/pictures.ts';
import { encodeJson } from '../../../export/encode-json.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { sixDigits } from '../../../export/six-digits.ts';
import { gridEncoderOf } from '../../../export/light-grid.ts';
import type { CheckpointFolder } from '../../method.ts';
import { codesOf, countActive } from '../../../../src/networks/encoder-decoder/codes.ts';
import { onnxEntry } from './onnx.ts';
import { drawPreviews, golden, goldenCases, shownEncodings } from './pictures.ts';
import { storeWeights } from './stored-weights.ts';

export interface TrainedEncoderDecoder {
  readonly id: string;
  readonly title: string;
  /** The fields of the manifest that are the family's own. */
  readonly ownFields: object;
  readonly dataset: EncoderDecoderManifest['dataset'];
  readonly config: EncoderDecoderConfig;
  readonly parameters: NamedParameters;
  readonly history: EncoderDecoderHistory;
  /** Why training ended early, if it did. */
  readonly divergence?: string | undefined;
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
  readonly provenance: Provenance;
}

/** Validation images that eight bits are judged by. */
const numCompared = 1000;
/** A code of so many numbers is a place on a map, which shows the codes of so many validation images. */
const planeDim = 2;
const mostMapped = 1000;

/** @throws ContractError when the run does not fit the contract. */
export function buildEncoderDecoderFolder(run: TrainedEncoderDecoder): CheckpointFolder {
  const { id, title, ownFields, dataset, config, provenance, training, validation } = run;
  const unseen = toIntensity(validation.images);
  const length = imageLength(config);
  const {
    parameters,
    eightBits,
    files: stored,
  } = storeWeights(config, run.parameters, unseen.subarray(0, numCompared * length));
  const { encoder, decoder } = architectureOf(config);
  const model = buildEncoderDecoder(config, parameters);
  const fitted = fitGaussian(codesOf(config, model.encode(toIntensity(training.images))), config.codeDim);
  const encodings = model.encode(unseen);
  const shown = shownEncodings({ model, training, validation });
  const numMapped = config.codeDim === planeDim ? Math.min(mostMapped, validation.labels.length) : 0;

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return entryOf(path, bytes);
  };
  const pictures = drawPreviews({ model, shown, fitted, encode: gridEncoderOf(dataset.name) });
  const picture = ({ path, bytes, rows, columns }: (typeof pictures)['samples']) => ({
    file: add(path, bytes),
    rows,
    columns,
  });
  const previews = {
    reconstructions: picture(pictures.reconstructions),
    interpolation: picture(pictures.interpolation),
    samples: picture(pictures.samples),
  };
  const info = {
    model: { ...config, numParameters: countParameters([...encoder, ...decoder]) },
    numMapped,
    previews,
  };
  const manifest = parseManifest(
    {
      contractVersion,
      id,
      title,
      dataset,
      ...info,
      ending: endingOf(config, codesOf(config, encodings), run),
      eightBits,
      onnx: onnxEntry({ id, title, unit: unitOf(dataset.name), config, parameters }),
      files: {
        weights: add(checkpointFiles.weights, stored.decoder),
        encoder: add(checkpointFiles.encoder, stored.encoder),
        codes: add(
          checkpointFiles.codes,
          writeTensors(
            {
              mean: Float32Array.from(fitted.mean),
              covariance: Float32Array.from(fitted.covariance),
              shown,
              mapped: encodings.subarray(0, numMapped * encodingDim(config)),
              mappedLabels: Float32Array.from(validation.labels.subarray(0, numMapped)),
            },
            codesShapes(info),
            () => 'F32',
          ),
        ),
        history: add(checkpointFiles.history, encodeJson(sixDigits(run.history))),
        golden: add(
          checkpointFiles.golden,
          writeTensors(goldenCases(model), encoderDecoderGoldenShapes({ golden, ...info }), () => 'F32'),
        ),
      },
      golden,
      provenance,
      ...ownFields,
    },
    `manifest of ${id}`,
  );
  files.set(checkpointFiles.manifest, encodeJson(manifest));
  return { manifest, files };
}

function endingOf(
  config: EncoderDecoderConfig,
  codes: Float32Array,
  { divergence, history }: Pick<TrainedEncoderDecoder, 'divergence' | 'history'>,
): Ending {
  if (divergence !== undefined) return { kind: 'diverged', message: divergence };
  const active = countActive(config, codes);
  const numEpochs = history.loss.length;
  const epochs = `${numEpochs} epoch${numEpochs === 1 ? '' : 's'}`;
  if (active > 0) {
    return {
      kind: 'finished',
      message: `Trained for ${epochs}; ${active} of ${config.codeDim} code numbers are active.`,
    };
  }
  return {
    kind: 'collapsed',
    message: `Collapsed: after ${epochs} no code number tells images apart, so every image is reconstructed as the same picture.`,
  };
}
