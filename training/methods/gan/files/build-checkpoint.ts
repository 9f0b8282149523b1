/**
 * A finished game → every byte of its folder, in memory. The same input gives the same bytes; what the manifest states is computed with the
 * weights as the files hold them.
 */
import { unitOf } from '../../../../src/contract/datasets.ts';
import { ganGoldenShapes, type GanHistory, type GanManifest } from '../../../../src/contract/families/gan.ts';
import { checkpointFiles, snapshotFiles } from '../../../../src/contract/ids.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import {
  contractVersion,
  type Ending,
  type FileEntry,
  type Provenance,
} from '../../../../src/contract/parts.ts';
import { ganArchitectureOf, type GanConfig } from '../../../../src/networks/gan/architecture.ts';
import { buildGan, storedShapes } from '../../../../src/networks/gan/predictor.ts';
import { countParameters, type NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors, writeTensors } from '../../../../src/networks/tensors-file.ts';
import { encodeJson } from '../../../export/encode-json.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { sixDigits } from '../../../export/six-digits.ts';
import { gridEncoderOf } from '../../../export/light-grid.ts';
import type { CheckpointFolder } from '../../method.ts';
import { onnxEntry } from './onnx.ts';
import { drawPreviews, golden, goldenCases } from './pictures.ts';

/** Both networks after an epoch. */
export interface Snapshot {
  readonly epoch: number;
  readonly parameters: NamedParameters;
}

export interface FinishedGame {
  readonly id: string;
  readonly title: string;
  readonly dataset: GanManifest['dataset'];
  readonly config: GanConfig;
  readonly training: GanManifest['training'];
  /** After the last whole epoch. */
  readonly parameters: NamedParameters;
  /** After some of the epochs, ascending. */
  readonly snapshots: readonly Snapshot[];
  /** Pictures of the same codes after each epoch. */
  readonly rows: readonly Float32Array[];
  readonly history: GanHistory;
  /** Pictures of an Inception Score in it, where it has any. */
  readonly numWatched: number;
  /** Why it ended early, if it did. */
  readonly divergence: string | undefined;
  readonly provenance: Provenance;
}

/** @throws ContractError when the game does not fit the contract. */
export function buildGanFolder(game: FinishedGame): CheckpointFolder {
  const { id, title, dataset, config, training, rows, history, provenance } = game;
  const shapes = storedShapes(config);
  // Of a game that diverged, the last whole epoch is the checkpoint itself.
  const earlier = game.snapshots.filter(({ epoch }) => epoch < history.generatorLoss.length);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>): FileEntry => {
    files.set(path, bytes);
    return entryOf(path, bytes);
  };
  const halvesOf = (parameters: NamedParameters) => writeTensors(parameters, shapes, () => 'F16');
  const weights = halvesOf(game.parameters);
  const parameters = requireTensors(readTensors(weights, id), shapes, id);
  const gan = buildGan(config, parameters);
  const previews = drawPreviews(gan, rows, gridEncoderOf(dataset.name));
  const picture = ({ path, bytes, rows: numRows, columns }: (typeof previews)['samples']) => ({
    file: add(path, bytes),
    rows: numRows,
    columns,
  });
  const { generator, discriminator } = ganArchitectureOf(config);
  const model = {
    ...config,
    channels: [...config.channels],
    numParameters: countParameters([...generator, ...discriminator]),
  };

  const manifest = parseManifestOf('gan')(
    {
      contractVersion,
      id,
      title,
      family: 'gan',
      group: 'gan',
      dataset,
      model,
      training,
      ending: endingOf(game),
      onnx: onnxEntry({ id, title, unit: unitOf(dataset.name), config, parameters }),
      files: {
        weights: add(checkpointFiles.weights, weights),
        history: add(checkpointFiles.history, encodeJson(sixDigits(history))),
        golden: add(
          checkpointFiles.golden,
          writeTensors(goldenCases(gan), ganGoldenShapes({ golden, model }), () => 'F32'),
        ),
        epochs: picture(previews.epochs).file,
      },
      ...(earlier.length > 0 && {
        snapshots: {
          epochs: earlier.map((snapshot) => ({
            epoch: snapshot.epoch,
            weights: add(snapshotFiles(snapshot.epoch).weights, halvesOf(snapshot.parameters)),
          })),
        },
      }),
      previews: { samples: picture(previews.samples), interpolation: picture(previews.interpolation) },
      golden,
      provenance,
    } satisfies GanManifest,
    `manifest of ${id}`,
  );
  files.set(checkpointFiles.manifest, encodeJson(manifest));
  return { manifest, files };
}

/** Below this Inception Score the evaluation classifier takes nearly all pictures for the same class. */
const collapsedScore = 1.5;

function endingOf({ divergence, training, history, numWatched }: FinishedGame): Ending {
  if (divergence !== undefined) return { kind: 'diverged', message: divergence };
  const after = `after ${training.numEpochs * training.stepsPerEpoch} generator steps`;
  const inception = history.inception.at(-1);
  if (inception === undefined) {
    return { kind: 'finished', message: `Trained to the end, ${after}; no classifier reads its pictures.` };
  }
  const score = `Inception Score ${inception.toFixed(2)} of ${numWatched.toLocaleString('en')} pictures`;
  return inception < collapsedScore
    ? {
        kind: 'collapsed',
        message: `Collapsed: ${after} whatever is drawn is read alike (${score}).`,
      }
    : { kind: 'finished', message: `Trained to the end: ${score} ${after}.` };
}
