/** TensorBoard's log of a training run: what is said of a model after each epoch, and drawn of it each few. */
import { unitOf } from '../../../src/contract/datasets.ts';
import type { DatasetInfo } from '../../../src/contract/families/glo.ts';
import { reconstructions, transfers, type CodeSource } from '../../../src/networks/generator/codes.ts';
import { buildPredictor } from '../../../src/networks/generator/predictor.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import { imageKindOf } from '../../data/sources.ts';
import type { GloModel } from './model.ts';
import type { Epoch } from './train.ts';
import type { GloRecipe } from '../../recipes/glo/vary.ts';
import { modelInfo } from './files/build-checkpoint.ts';
import { firstOfEachClass } from './files/pictures.ts';
import { openRunLog } from '../../export/tensorboard/run-log.ts';

export interface TrainingLog {
  epoch(epoch: Epoch): void;
  /** Only for a run that ended well. */
  close(): void;
}

/** Also after the first, the second and the last. */
const epochsBetweenPictures = 5;

/** Makes `folder` and a new file in it. `now`: milliseconds since 1970. The wasm backend has been started. */
export function openTrainingLog(
  folder: string,
  recipe: GloRecipe,
  dataset: DatasetInfo,
  now: () => number = Date.now,
): TrainingLog {
  const { dims, training } = recipe;
  const kind = imageKindOf(recipe.dataset);
  const log = openRunLog(
    folder,
    { ...training, ...dims, dataset: recipe.dataset.name, numTrainingImages: dataset.numTrainingImages },
    now,
  );
  const manifest = {
    dataset,
    model: modelInfo({ ...dims, ...imageShapeOf(kind) }, kind.classNames.length),
  };
  const images = firstOfEachClass(manifest);
  let last = now();
  return {
    epoch({ epoch, loss, l1, l2, contentCodeRms, model }) {
      log.epoch({
        epoch,
        loss,
        l1,
        l2,
        contentCodeRms,
        contentCodeNorm: meanNorm(model.contentCodes, dims.contentDim),
        classCodeRms: rootMeanSquare(model.classCodes),
        seconds: (now() - last) / 1000,
      });
      if (epoch <= 2 || epoch % epochsBetweenPictures === 0 || epoch === training.numEpochs) {
        log.pictures(epoch, draw(manifest, model, images));
      }
      last = now();
    },
    close: () => log.close(),
  };
}

/** Eval mode: the first image of each class, and each of them as every class. */
function draw(
  manifest: CodeSource['manifest'],
  { dims, parameters, contentCodes, classCodes }: GloModel,
  images: readonly number[],
) {
  const source = { manifest, contentCodes, classCodes };
  const classes = images.map((_, label) => label);
  const look = { unit: unitOf(manifest.dataset.name), shape: dims };
  const predictor = buildPredictor(dims, parameters);
  try {
    return {
      reconstructions: {
        intensity: predictor.predict(reconstructions(source, images)),
        rows: 1,
        columns: images.length,
        ...look,
      },
      transfers: {
        intensity: predictor.predict(transfers(source, { contents: images, classes })),
        rows: classes.length,
        columns: images.length,
        ...look,
      },
    };
  } finally {
    predictor.dispose();
  }
}

function meanNorm(codes: Float32Array, dim: number): number {
  let total = 0;
  for (let row = 0; row < codes.length; row += dim) total += Math.hypot(...codes.subarray(row, row + dim));
  return (total * dim) / codes.length;
}
