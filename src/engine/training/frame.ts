/** What a page sees of a run at a moment, drawn without noise. */
import { buildPredictor } from '../../networks/generator/predictor.ts';
import { gatherRows, rootMeanSquare } from '../../numerics/arrays.ts';
import { mapCodes } from '../../numerics/code-map.ts';
import { mostMapped, type Frame } from '../trainer-protocol.ts';
import type { RunRecord } from './live-run.ts';
import type { Shown } from './shown.ts';

interface FrameInput {
  readonly record: RunRecord;
  readonly shown: Shown;
  /** Of all images. */
  readonly labels: Uint8Array;
  /** The map of the frame before. */
  readonly before: Float32Array | undefined;
}

/** The wasm backend has been started. */
export function drawFrame({ record, shown: { images: shown, ...of }, labels, before }: FrameInput): Frame {
  const { run, changing, losses } = record;
  const { dims, parameters, classCodes, contentCodes } = run.model;
  const { contentDim, classDim } = dims;
  const rows = [
    shown.map((image) => labels[image]),
    ...of.transferClasses.map((digit) => shown.map(() => digit)),
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
