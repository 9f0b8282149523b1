/** What the figure that trains is told at build time: where MNIST is, and the pictures of a run made beforehand. For .astro files, not for islands. */
import { reconstructions, transfers } from '../../../networks/generator/codes.ts';
import { mapCodes } from '../../../numerics/code-map.ts';
import { rootMeanSquare } from '../../../numerics/arrays.ts';
import { sheetUrl, withGenerator } from '../../build/generator.ts';
import { readHistory } from '../../build/metrics.ts';
import { loadOriginals } from '../originals/originals.ts';
import { transferClasses } from '../../../engine/trainer-protocol.ts';
import { mnistPlace } from './mnist-place.ts';
import { mapPoints } from './map-points.ts';
import type { TrainFacts } from './state.ts';

const firstId = 'glo-mnist-lord-sigma0.3';
/** Fewer dots than the live map has, for a small page. */
const numDots = 120;

export async function trainFacts(): Promise<TrainFacts> {
  const [originals, mnist] = await Promise.all([loadOriginals(), mnistPlace()]);
  return withGenerator(firstId, ({ checkpoint, predict }) => {
    const { manifest, contentCodes, classCodes } = checkpoint;
    const { dataset, model, training, previews, provenance } = manifest;
    const { images } = previews;
    const source = { manifest, contentCodes, classCodes };
    const length = 28 * 28;
    const ink =
      originals &&
      Float32Array.from(
        images.flatMap((image) => [...originals.subarray(image * length, (image + 1) * length)]),
        (byte) => byte / 255,
      );
    const sheet = (pictures: Float32Array): string => sheetUrl(pictures, images.length, model);
    const map = mapCodes(contentCodes.subarray(0, numDots * model.contentDim), model.contentDim, undefined);
    return {
      mnist,
      codeVersion: provenance.codeVersion,
      first: {
        text: `Made beforehand: ${dataset.numTrainingImages} images of MNIST, σ ${training.contentNoiseStd}, ${training.numEpochs} epochs.`,
        digits: images.map((image) => Number(dataset.labels[image])),
        originalsUrl: ink && sheet(ink),
        reconstructionsUrl: sheet(predict(reconstructions(source, images))),
        transfersUrl: sheet(predict(transfers(source, { contents: images, classes: transferClasses }))),
        losses: readHistory(firstId).loss,
        stepsPerEpoch: Math.ceil(dataset.numTrainingImages / training.batchSize),
        contentCodeRms: rootMeanSquare(contentCodes),
        points: Array.from(mapPoints(map), (value) => Number(value.toFixed(1))),
        mapped: Array.from(dataset.labels.slice(0, numDots), Number),
      },
    };
  });
}
