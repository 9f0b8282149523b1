/** A run of the page as a checkpoint folder, made by the trainer's own functions: the same files as `npm run train` writes, and the ONNX graph. */
import { zipSync } from 'fflate';
import { hashOfImages, trainingDataOf } from '../../../training/data/training-data.ts';
import { buildCheckpoint } from '../../../training/methods/glo/files/build-checkpoint.ts';
import { exportOnnx } from '../../../training/methods/glo/files/onnx.ts';
import { roundModel } from '../../../training/methods/glo/files/rounded-model.ts';
import { unitOf } from '../../contract/datasets.ts';
import { generatorFile, type DatasetInfo } from '../../contract/families/glo.ts';
import type { LabelledImages } from '../../../training/data/sources.ts';
import type { TrainingSettings } from '../trainer-protocol.ts';
import { configOf, dimsOf } from './config.ts';
import type { RunRecord } from './live-run.ts';

interface OwnCheckpoint {
  readonly id: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** `record`: after a whole epoch. @throws ContractError when the run does not fit the contract, as one with a content of no numbers. */
export function buildOwnCheckpoint(
  record: RunRecord,
  images: LabelledImages,
  codeVersion: string,
): OwnCheckpoint {
  const { settings, ownImages, classNames, changing, run, history, changes } = record;
  const { contentNoiseStd } = settings;
  const hasOwn = ownImages.length > 0;
  const name = hasOwn ? 'pictures' : settings.data;
  const id = `glo-${name}-own-${settingsId(settings, images.labels.length)}-epoch${run.epoch - 1}`;
  const learned = learnedText(record);
  const title = [`GLO on ${learned}, trained in a page, σ = ${contentNoiseStd}`, ...changes].join(', ');
  const { model } = run;
  const dataset: DatasetInfo = {
    ...trainingDataOf(
      {
        name,
        numTrainingImages: images.labels.length,
        ...(hasOwn && { pictures: pictureSet(images, classNames) }),
      },
      images,
    ),
    numImages: images.labels.length,
    labels: images.labels.join(''),
  };
  const folder = buildCheckpoint({
    id,
    title,
    group: settings.data === 'strokes' ? 'strokes' : 'images',
    dataset,
    training: configOf(settings, changing, run.epoch - 1),
    model,
    history,
    provenance: { command: 'trained in a page', codeVersion },
  });
  const dims = dimsOf(settings);
  const { parameters } = roundModel(model);
  const graph = exportOnnx({ id, title, unit: unitOf(name), config: dims, parameters });
  return { id, files: new Map([...folder.files, [generatorFile, graph]]) };
}

function learnedText({ settings, ownImages }: RunRecord): string {
  if (settings.data === 'pictures') return `${ownImages.length} pictures of a folder`;
  const given = settings.data === 'mnist' ? 'MNIST' : 'strokes';
  return ownImages.length > 0 ? `${given} and ${ownImages.length} drawings` : given;
}

/** What the base experiment has is left out. */
function settingsId(settings: TrainingSettings, numImages: number): string {
  const { preset, loss, classDim, contentDim, contentDecay, contentNoiseStd } = settings;
  const { rateFactor, codeRateFactor, seed } = settings;
  return [
    `${preset}-n${numImages}-d${contentDim}-sigma${contentNoiseStd}`,
    loss !== 'l1+l2' && loss,
    classDim !== 25 && `class${classDim}`,
    contentDecay !== 0 && `decay${contentDecay}`,
    rateFactor !== 1 && `rates${rateFactor}`,
    codeRateFactor !== 1 && `codes${codeRateFactor}`,
    `seed${seed}`,
  ]
    .filter(Boolean)
    .join('-');
}

const pictureSet = (images: LabelledImages, classNames: readonly string[]) => ({
  classNames,
  numPictures: images.labels.length,
  sha256: hashOfImages(images),
  imageHeight: 28,
  imageWidth: 28,
  imageChannels: 1,
});

/** The folder in a zip; safetensors and pictures are as small as they get. */
export const zipOf = ({ id, files }: OwnCheckpoint): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Array.from(files, ([path, bytes]) => [`${id}/${path}`, bytes])), { level: 6 });
