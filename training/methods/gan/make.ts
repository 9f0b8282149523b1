/** One recipe of a game from its images to the files of its checkpoint. */
import { imageLength, imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import { buildGan } from '../../../src/networks/gan/predictor.ts';
import { createRandom, normalArray } from '../../../src/numerics/random.ts';
import { imageKindOf } from '../../data/sources.ts';
import { trainingDataOf } from '../../data/training-data.ts';
import { toIntensity } from '../../evaluation/pictures.ts';
import type { GanRecipe } from '../../recipes/gan.ts';
import { openClassifier } from '../classifier/files/open-classifier.ts';
import type { CheckpointFolder, EpochReport, MakeInput } from '../method.ts';
import { buildGanFolder, type Snapshot } from './files/build-checkpoint.ts';
import { drawRow } from './files/pictures.ts';
import { playGame } from './train.ts';
import { emptyHistory, lookAt, mostWatched } from './watch.ts';

/** `trainingNetwork`: the evaluation classifier, which only looks on, if there is one. @throws ContractError when the result breaks the contract. */
export async function* makeGan({
  recipe,
  data,
  trainingNetwork,
  provenance,
}: MakeInput<GanRecipe>): AsyncGenerator<EpochReport, CheckpointFolder> {
  const { id, title, training, network, dataset, snapshotEpochs } = recipe;
  const config = { ...network, ...imageShapeOf(imageKindOf(dataset)) };
  const length = imageLength(config);
  const numWatched = Math.min(mostWatched, data.labels.length);
  const evaluationClassifier =
    trainingNetwork === undefined ? undefined : await openClassifier(trainingNetwork);
  try {
    const watched = {
      codes: normalArray(createRandom('watched codes'), numWatched * config.codeDim, 1),
      images: toIntensity(data.images.subarray(0, numWatched * length)),
      evaluationClassifier,
    };
    const history = emptyHistory();
    const rows: Float32Array[] = [];
    const snapshots: Snapshot[] = [];
    const epochs = playGame({
      config,
      training,
      images: { images: data.images, length },
      random: createRandom(training.seed),
    });
    for (;;) {
      const step = epochs.next();
      if (step.done) {
        const { parameters, divergence } = step.value;
        if (rows.length === 0) rows.push(drawRow(buildGan(config, parameters)));
        return buildGanFolder({
          id,
          title,
          dataset: {
            ...trainingDataOf(dataset, data),
            numValidationImages: dataset.numValidationImages,
          },
          config,
          training,
          parameters,
          snapshots,
          rows,
          history,
          numWatched,
          divergence,
          provenance,
        });
      }
      const { epoch, parameters, ...losses } = step.value;
      const gan = buildGan(config, parameters);
      for (const [name, value] of Object.entries({ ...losses, ...lookAt(gan, watched) })) {
        (history[name as keyof typeof history] as unknown[]).push(value);
      }
      rows.push(drawRow(gan));
      if (snapshotEpochs.includes(epoch)) snapshots.push({ epoch, parameters });
      yield { epoch, numEpochs: training.numEpochs, loss: losses.generatorLoss };
    }
  } finally {
    evaluationClassifier?.dispose();
  }
}
