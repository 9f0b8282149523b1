/** What a page sees of a run at a moment, drawn without noise. */
import type { LabelledImages } from '../../../training/data/sources.ts';
import { buildPredictor } from '../../networks/generator/predictor.ts';
import { gatherRows, rootMeanSquare } from '../../numerics/arrays.ts';
import { mapCodes } from '../../numerics/code-map.ts';
import { mostMapped, numShown, transferClasses, type Frame } from '../trainer-protocol.ts';
import type { RunRecord } from './live-run.ts';

export interface Shown {
  /** One of each class: a picture of the reader's, which come last, or else the first image. With fewer classes, more of each. */
  readonly images: readonly number[];
  /** In which the contents of these are shown. */
  readonly transferClasses: readonly number[];
}

export function whatToShow({ labels }: LabelledImages, numOwn: number): Shown {
  const classes = [...new Set(labels)].sort((a, b) => a - b);
  const ofClass = classes.map((digit) => {
    const all = Array.from(labels.keys()).filter((image) => labels[image] === digit);
    return all.findLast((image) => image >= labels.length - numOwn) === undefined ? all : all.toReversed();
  });
  return {
    images: Array.from({ length: numShown }, (_, i) => {
      const images = ofClass[i % classes.length];
      return images[Math.floor(i / classes.length) % images.length];
    }),
    transferClasses: classes.slice(0, transferClasses.length),
  };
}

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
