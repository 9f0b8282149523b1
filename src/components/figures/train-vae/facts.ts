/** What the figure that trains a VAE is told at build time: where MNIST is, and the pictures of a run made beforehand. For .astro files, not for islands. */
import { codesOf } from '../../../networks/encoder-decoder/codes.ts';
import { sampledCodes } from '../../../engine/encoder-trainer-protocol.ts';
import { numShown } from '../../../engine/trainer-protocol.ts';
import { decodedSheet, openDecoder } from '../../build/decoder.ts';
import { sheetUrl } from '../../build/generator.ts';
import { readManifestOf } from '../../build/manifests.ts';
import { readHistoryOf } from '../../build/metrics.ts';
import { loadShownImages } from '../originals/shown-images.ts';
import { mnistPlace } from '../train/mnist-place.ts';
import type { TrainVaeFacts } from './state.ts';

const firstId = 'vae-mnist-dense-k2';
/** Fewer dots than the live plane has, for a small page. */
const numDots = 200;

export async function trainVaeFacts(): Promise<TrainVaeFacts> {
  const { dataset, model, training } = readManifestOf('vae', firstId);
  const { numTrainingImages, numValidationImages } = dataset;
  const [mnist, shown] = await Promise.all([
    mnistPlace(),
    loadShownImages({ numTrainingImages, numValidationImages }),
  ]);
  const opened = openDecoder('vae', firstId);
  const { mapped, mappedLabels } = opened.checkpoint;
  const { codeDim } = model;
  const learned = shown?.subarray(0, numShown * 28 * 28);
  const { data, divergence } = readHistoryOf('vae', firstId);
  return {
    mnist,
    first: {
      text: `Made beforehand: ${numTrainingImages.toLocaleString('en')} images of MNIST, weight 1, ${training.numEpochs} epochs.`,
      digits: Array.from({ length: numShown }, (_, digit) => digit),
      originalsUrl:
        learned &&
        sheetUrl(
          Float32Array.from(learned, (byte) => byte / 255),
          numShown,
          model,
        ),
      reconstructionsUrl: decodedSheet(opened, numShown, (checkpoint) =>
        codesOf(model, checkpoint.shown).slice(0, numShown * codeDim),
      ),
      samplesUrl: decodedSheet(opened, numShown, () => sampledCodes(codeDim)),
      losses: { data, divergence },
      numSteps: training.numEpochs * Math.ceil(numTrainingImages / training.batchSize),
      map: [
        ...Array.from(codesOf(model, mapped).subarray(0, numDots * codeDim), (value) =>
          Number(value.toFixed(2)),
        ),
        0,
        0,
      ],
      mapped: Array.from(mappedLabels.subarray(0, numDots)),
    },
  };
}
