/** What the figure that trains is told at build time: where MNIST is, and the pictures of a run made beforehand. For .astro files, not for islands. */
import { mapCodes } from '../../../numerics/code-map.ts';
import { rootMeanSquare } from '../../../numerics/arrays.ts';
import { withGenerator } from '../../build/generator.ts';
import { readHistory } from '../../build/metrics.ts';
import { loadOriginals } from '../originals/originals.ts';
import { firstRun, firstSheetUrl } from './first-run.ts';
import { mnistPlace } from './mnist-place.ts';
import { mapPoints } from './map-points.ts';
import type { TrainFacts } from './state.ts';

/** Fewer dots than the live map has, for a small page. */
const numDots = 120;

export async function trainFacts(): Promise<TrainFacts> {
  const [originals, mnist] = await Promise.all([loadOriginals(), mnistPlace()]);
  return withGenerator(firstRun, ({ checkpoint }) => {
    const { manifest, contentCodes } = checkpoint;
    const { dataset, model, training, previews, provenance } = manifest;
    const map = mapCodes(contentCodes.subarray(0, numDots * model.contentDim), model.contentDim, undefined);
    return {
      mnist,
      codeVersion: provenance.codeVersion,
      first: {
        text: `Made beforehand: ${dataset.numTrainingImages} images of MNIST, σ ${training.contentNoiseStd}, ${training.numEpochs} epochs.`,
        digits: previews.images.map((image) => Number(dataset.labels[image])),
        originalsUrl: originals && firstSheetUrl('originals'),
        reconstructionsUrl: firstSheetUrl('reconstructions'),
        transfersUrl: firstSheetUrl('transfers'),
        losses: readHistory(firstRun).loss,
        stepsPerEpoch: Math.ceil(dataset.numTrainingImages / training.batchSize),
        contentCodeRms: rootMeanSquare(contentCodes),
        points: Array.from(mapPoints(map), (value) => Number(value.toFixed(1))),
        mapped: Array.from(dataset.labels.slice(0, numDots), Number),
      },
    };
  });
}
