/**
 * What the second stage minimizes (Gabbay and Hoshen, 2020): L1 + L2 of the picture that the generator draws from an image's encodings, and
 * the distance of these encodings to the codes that the first stage learned for the image and for its class. The generator either stands
 * still, as pages draw with it, or learns with the encoders, in training mode.
 */
import type { CodeBatch } from '../../../src/networks/generator/codes.ts';
import { buildProjector } from '../../../src/networks/generator/projection.ts';
import { trainableNames } from '../../../src/networks/generator/generator.ts';
import { toPhases } from '../../../src/networks/blocks/pixel-phases.ts';
import { codesOfRows } from '../../../src/networks/generator/code-rows.ts';
import { rootMeanSquare } from '../../../src/numerics/arrays.ts';
import { createAdam } from '../../../src/numerics/adam.ts';
import { byName, generatorPass } from '../glo/generator-pass.ts';
import { reconstructionLoss } from '../glo/loss.ts';
import type { GloModel } from '../glo/model.ts';
import { updateRunningStatistics } from '../glo/train-step.ts';

/** Of a batch: the mean of L1 + L2 over its images, and the gradients of that by the codes. */
export interface Drawn {
  readonly loss: number;
  readonly gradients: Omit<CodeBatch, 'count'>;
}

/** What stands behind the encoders. */
export interface Drawer {
  /** `images`: intensity in [0, 1], row-major. A generator that learns takes its own step, too. */
  draw(codes: CodeBatch, images: Float32Array): Drawn;
  dispose(): void;
}

export function frozenDrawer({ dims, parameters }: GloModel): Drawer {
  const projector = buildProjector(dims, parameters);
  return {
    draw(codes, images) {
      const { count } = codes;
      const rows = Array.from({ length: count }, (_, i) => i);
      const { loss, classGradient, contentGradient } = projector.pass(codes, { intensity: images, rows });
      const ofMean = (gradient: Float32Array) => gradient.map((value) => value / count);
      return {
        loss: loss.reduce((sum, value) => sum + value, 0) / count,
        gradients: { classCodes: ofMean(classGradient), contentCodes: ofMean(contentGradient) },
      };
    },
    dispose: () => projector.dispose(),
  };
}

/** Changes the model's parameters in place. */
export function learningDrawer(model: GloModel, rate: number): Drawer {
  const { dims, parameters } = model;
  const adams = byName((name) => createAdam(parameters[name].length, rate));
  return {
    draw(codes, images) {
      const targets = toPhases(dims, images);
      const pass = generatorPass(model, codes, (intensity) =>
        reconstructionLoss({
          intensity,
          targets,
          shape: dims,
          name: 'l1+l2',
          auxiliaryClassifier: undefined,
        }),
      );
      for (const name of trainableNames) adams[name].update(parameters[name], pass.parameters[name]);
      updateRunningStatistics(model, pass.statistics);
      return { loss: pass.loss.value, gradients: codesOfRows(dims, pass.input) };
    },
    dispose: () => undefined,
  };
}

export interface Distance {
  /** Mean squared difference over that of the codes from zero: 1 where the encoder says nothing. */
  readonly value: number;
  readonly gradient: Float32Array;
}

/** `scale`: root mean square of all learned codes of the kind. */
export function distanceOf(found: Float32Array, learned: Float32Array, scale: number): Distance {
  const weight = 1 / (found.length * scale * scale);
  let squared = 0;
  const gradient = found.map((value, i) => {
    const difference = value - learned[i];
    squared += difference * difference;
    return 2 * weight * difference;
  });
  return { value: weight * squared, gradient };
}

/** A table that is all zero has no scale; any will do. */
export const scaleOf = (codes: Float32Array): number => rootMeanSquare(codes) || 1;
