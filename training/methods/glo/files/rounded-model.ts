/**
 * A trained model in the precision of its files. Everything a checkpoint states is computed from this one, so that the
 * numbers in the manifest are those of the files and not of the run.
 */
import { type GloManifest, codeShapes } from '../../../../src/contract/families/glo.ts';
import {
  generatorShapes,
  parameterNames,
  type ParameterName,
} from '../../../../src/networks/generator/generator.ts';
import { writeTensors } from '../../../../src/networks/tensors-file.ts';
import { roundToHalf } from '../../../../src/numerics/half.ts';
import type { GloModel } from '../model.ts';

/** Batch normalization is 64 numbers that divide and scale the rest: not worth a rounding. */
const weightDtype = (name: ParameterName) => (name.startsWith('batchNorm.') ? 'F32' : 'F16');

export function roundModel({ dims, parameters, classCodes, contentCodes }: GloModel): GloModel {
  const rounded = parameterNames.map((name) => [
    name,
    weightDtype(name) === 'F16' ? roundToHalf(parameters[name]) : parameters[name],
  ]);
  return {
    dims,
    parameters: Object.fromEntries(rounded) as GloModel['parameters'],
    classCodes: roundToHalf(classCodes),
    contentCodes: roundToHalf(contentCodes),
  };
}

export const encodeWeights = ({ dims, parameters }: GloModel): Uint8Array<ArrayBuffer> =>
  writeTensors(parameters, generatorShapes(dims), weightDtype);

export const encodeCodes = (
  { contentCodes, classCodes }: GloModel,
  manifest: Pick<GloManifest, 'dataset' | 'model'>,
): Uint8Array<ArrayBuffer> =>
  writeTensors({ content_codes: contentCodes, class_codes: classCodes }, codeShapes(manifest), () => 'F16');
