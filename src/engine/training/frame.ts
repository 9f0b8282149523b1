/** What a page sees of a run at a moment, drawn without noise. */
import type { LabelledImages } from '../../../training/data/sources.ts';
import { buildPredictor } from '../../networks/generator/predictor.ts';
import { gatherRows, rootMeanSquare } from '../../numerics/arrays.ts';
import { mapCodes } from '../../numerics/code-map.ts';
import { mostMapped, numShown, transferClasses, type Frame } from '../trainer-protocol.ts';
import { numClasses } from './config.ts';
import type { RunRecord } from './live-run.ts';

/** One of each class: a drawing of the reader's, which come last, or else the first image. */
export const shownImages = ({ labels }: LabelledImages, numDrawings: number): readonly number[] =>
  Array.from({ length: numShown }, (_, digit) => {
    const drawn = labels.lastIndexOf(digit % numClasses);
    return drawn >= labels.length - numDrawings ? drawn : labels.indexOf(digit % numClasses);
  });

/** `before`: the map of the frame before. The wasm backend has been started. */
export function drawFrame(
  { run, changing, losses }: RunRecord,
  { images: shown, labels }: { readonly images: readonly number[]; readonly labels: Uint8Array },
  before: Float32Array | undefined,
): Frame {
  const { dims, parameters, classCodes, contentCodes } = run.model;
  const { contentDim, classDim } = dims;
  const rows = [
    shown.map((image) => labels[image]),
    ...transferClasses.map((digit) => shown.map(() => digit)),
  ];
  const predictor = buildPredictor(dims, parameters);
  try {
    return {
      epoch: run.epoch - 1,
      step: run.numSteps,
      ...changing,
      loss: losses.at(-1) ?? NaN,
      contentCodeRms: rootMeanSquare(contentCodes),
      pictures: predictor.predict({
        count: rows.length * shown.length,
        contentCodes: gatherRows(
          contentCodes,
          contentDim,
          rows.flatMap(() => shown),
        ),
        classCodes: gatherRows(classCodes, classDim, rows.flat()),
      }),
      map: mapCodes(contentCodes.subarray(0, mostMapped * contentDim), contentDim, before),
    };
  } finally {
    predictor.dispose();
  }
}
