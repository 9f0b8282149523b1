/** The parameters of layers by name: their shapes, their start, and where they lie in a workspace. */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Workspace } from '../../numerics/simd/workspace.ts';
import type { Random } from '../../numerics/random.ts';
import { fanIn, parameterShapes, type LayerParameters, type TrainableSpec } from './layer.ts';

/** Values by `<layer>.weight` and `<layer>.bias`, row-major. */
export type NamedParameters = Readonly<Record<string, Float32Array>>;

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, dim) => product * dim, 1);

export const shapesOf = (specs: readonly TrainableSpec[]): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    specs.flatMap((spec) => {
      const { weight, bias } = parameterShapes(spec);
      return [
        [`${spec.name}.weight`, weight],
        [`${spec.name}.bias`, bias],
      ];
    }),
  );

export const countParameters = (specs: readonly TrainableSpec[]): number =>
  Object.values(shapesOf(specs)).reduce((total, shape) => total + sizeOf(shape), 0);

/** PyTorch's default start, U(−b, b) with b = 1/√fanIn, weights and biases alike; of a batch normalization ones and zeros. */
export function initializeLayers(specs: readonly TrainableSpec[], random: Random): NamedParameters {
  return Object.fromEntries(
    specs.flatMap((spec) => {
      if (spec.kind === 'batch-norm') {
        const { name, size } = spec;
        return [
          [`${name}.weight`, new Float32Array(size.channels).fill(1)],
          [`${name}.bias`, new Float32Array(size.channels)],
        ];
      }
      const bound = 1 / Math.sqrt(fanIn(spec));
      return Object.entries(shapesOf([spec])).map(([name, shape]) => {
        const stream = random.fork(name);
        return [name, Float32Array.from({ length: sizeOf(shape) }, () => (stream.uniform() * 2 - 1) * bound)];
      });
    }),
  );
}

/** Arrays for the parameters of layers, or for their gradients, in one array that an optimizer takes as a whole. */
export interface ParameterBlock {
  readonly whole: FloatArray;
  readonly of: (spec: TrainableSpec) => LayerParameters;
  /** @throws RangeError for a parameter of another size, or that is missing. */
  readonly write: (parameters: NamedParameters) => void;
  readonly read: () => NamedParameters;
}

export function allocateParameters(workspace: Workspace, specs: readonly TrainableSpec[]): ParameterBlock {
  const shapes = Object.entries(shapesOf(specs));
  const arrays = new Map<string, FloatArray>();
  for (const [name, shape] of shapes) arrays.set(name, workspace.allocate(sizeOf(shape)));
  const all = [...arrays.values()];
  const [first, last] = [all[0], all[all.length - 1]];
  const arrayOf = (name: string): FloatArray => {
    const array = arrays.get(name);
    if (array) return array;
    throw new RangeError(`There is no parameter ${name}; there are ${[...arrays.keys()].join(', ')}.`);
  };
  return {
    whole: { at: first.at, length: (last.at - first.at) / 4 + last.length },
    of: ({ name }) => ({ weight: arrayOf(`${name}.weight`), bias: arrayOf(`${name}.bias`) }),
    write(parameters) {
      for (const [name, array] of arrays) {
        const values = Object.hasOwn(parameters, name) ? parameters[name] : new Float32Array();
        if (values.length !== array.length) {
          throw new RangeError(`${name} has ${values.length} numbers, expected ${array.length}.`);
        }
        workspace.view(array).set(values);
      }
    },
    read: () =>
      Object.fromEntries(Array.from(arrays, ([name, array]) => [name, workspace.view(array).slice()])),
  };
}
