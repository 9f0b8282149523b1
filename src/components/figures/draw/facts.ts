/** What the figure in which a digit is drawn and found is told at build time: among it a search that has gone on to its end. Not for islands. */
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { reconstructions } from '../../../networks/generator/codes.ts';
import { buildProjector } from '../../../networks/generator/projection.ts';
import { beginSearch, searchDefaults, stepSearch } from '../../../networks/generator/search.ts';
import { concatenate, gatherRows, rootMeanSquare } from '../../../numerics/arrays.ts';
import { sheetUrl, withGenerator, type OpenGenerator } from '../../build/generator.ts';
import { withJudge } from '../../build/judge.ts';
import { entriesOfFamily, readJudge, readManifests } from '../../build/manifests.ts';
import { readRunMetrics, runMetricOf } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { sheetColumns, sheetRows } from '../originals/original-sheets.ts';
import { findCheckpoint } from '../shell/state/checkpoints.ts';
import { parseState } from '../shell/state/fields.ts';
import { loadUnseenImages } from '../unseen/facts.ts';
import { numPixels } from './image-text.ts';
import { bestClass, inEveryClass, nearestOfEachClass } from './searcher.ts';
import { drawFields, firstDigit, firstFrameStride, noiseLevels, type DrawFacts } from './state.ts';

/** Of the VAEs that draw beside the search. */
const vaeDims: readonly number[] = [2, 10, 50];

const shape = { imageHeight: 28, imageWidth: 28, imageChannels: 1 };

export async function drawFacts(): Promise<DrawFacts> {
  const checkpoints = readManifests()
    .map(({ id, training: { preset, contentNoiseStd } }) => ({ id, preset, contentNoiseStd }))
    .filter(({ contentNoiseStd }) => noiseLevels.some((level) => level === contentNoiseStd));
  const encoders = entriesOfFamily('amortized')
    .filter(({ dataset, learnsGenerator }) => dataset === 'mnist' && !learnsGenerator)
    .map(({ id, preset, contentNoiseStd }) => ({ id, preset, sigma: contentNoiseStd }));
  const vaes = entriesOfFamily('vae')
    .filter(
      ({ network, divergence, codeDim }) => network === 'dense' && divergence && vaeDims.includes(codeDim),
    )
    .map(({ id, codeDim }) => ({ id, codeDim }))
    .sort((a, b) => a.codeDim - b.codeDim);
  const judge = readJudge();
  const { given, image } = await givenImages();
  const { preset, sigma } = parseState(drawFields({ checkpoints, vaes }), '');
  const { id } = findCheckpoint(checkpoints, preset, sigma);
  return {
    checkpoints,
    encoders,
    vaes,
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    given,
    usualLoss: Object.fromEntries(
      checkpoints.map((each) => [each.id, runMetricOf(readRunMetrics(each.id), 'heldOut.unknown.loss')]),
    ),
    first: {
      ...(await withGenerator(id, (generator) => search(generator, image))),
      reading: await readingOf(image),
    },
  };
}

/** Their sheet, and the one that the figure begins with, [784]. */
async function givenImages(): Promise<{ readonly given: DrawFacts['given']; readonly image: Float32Array }> {
  const images = await loadUnseenImages();
  const bytes = images ?? strokeOfEachClass();
  const ink = Float32Array.from(bytes, (byte) => byte / 255);
  return {
    given: images
      ? { url: withBase('data/shown/unseen.png'), rows: sheetRows, ofTestFile: true }
      : { url: sheetUrl(ink, sheetColumns, shape), rows: 1, ofTestFile: false },
    image: ink.slice(firstDigit * numPixels, (firstDigit + 1) * numPixels),
  };
}

function strokeOfEachClass(): Uint8Array {
  const { images, labels } = makeStrokes({ seed: 'draw', numImages: 200 });
  const rows = Array.from({ length: 10 }, (_, digit) => labels.indexOf(digit));
  return Uint8Array.from(rows.flatMap((row) => [...images.subarray(row * numPixels, (row + 1) * numPixels)]));
}

/** As the page searches, from the nearest learned codes. */
function search(
  { checkpoint, parameters, predict }: OpenGenerator,
  image: Float32Array,
): Pick<DrawFacts['first'], 'sheet' | 'bestAfter'> {
  const { manifest, contentCodes, classCodes } = checkpoint;
  const { dataset, model } = manifest;
  const learned = predict(
    reconstructions(
      checkpoint,
      Array.from({ length: dataset.numImages }, (_, i) => i),
    ),
  );
  const state = beginSearch({
    count: model.numClasses,
    contentCodes: gatherRows(
      contentCodes,
      model.contentDim,
      nearestOfEachClass(dataset.labels, learned, image),
    ),
    classCodes,
  });
  const projector = buildProjector(model, parameters);
  const targets = { intensity: image, rows: new Uint8Array(model.numClasses) };
  const options = { ...searchDefaults, codeScale: rootMeanSquare(contentCodes) };
  const bestAfter: number[][] = [];
  for (let step = 0; step <= options.numSteps; step++) {
    stepSearch(projector, state, targets, options);
    if (step % firstFrameStride === 0)
      bestAfter.push(Array.from(state.best.loss, (loss) => Number(loss.toFixed(4))));
  }
  projector.dispose();
  const { best } = state;
  const content = gatherRows(best.contentCodes, model.contentDim, [bestClass(best.loss)]);
  const candidates = predict({ count: model.numClasses, contentCodes: best.contentCodes, classCodes });
  const everyDigit = predict(inEveryClass(classCodes, content));
  return { sheet: sheetUrl(concatenate([candidates, everyDigit]), model.numClasses, shape), bestAfter };
}

const readingOf = (image: Float32Array): Promise<DrawFacts['first']['reading']> =>
  withJudge((classify) => {
    const { probabilities } = classify(image);
    const probability = Math.max(...probabilities);
    return Promise.resolve({ digit: probabilities.indexOf(probability), probability });
  });
