/** A run as it was after an epoch before its last: a copy, because the next epoch changes the model in place. */
import { parameterNames, type GeneratorParameters } from '../../../../src/networks/generator/generator.ts';
import type { GloModel } from '../model.ts';

export interface Snapshot {
  /** From 1. */
  readonly epoch: number;
  /** With the content codes of the first images alone. */
  readonly model: GloModel;
}

/** The first so many images have their codes in a snapshot: enough to choose ten contents from. */
const mostImages = 100;

export function takeSnapshot(epoch: number, model: GloModel): Snapshot {
  const { dims, parameters, classCodes, contentCodes } = model;
  const copies = parameterNames.map((name) => [name, parameters[name].slice()]);
  return {
    epoch,
    model: {
      dims,
      parameters: Object.fromEntries(copies) as GeneratorParameters,
      classCodes: classCodes.slice(),
      contentCodes: contentCodes.slice(0, mostImages * dims.contentDim),
    },
  };
}
