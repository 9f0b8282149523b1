/** Named arrays of float32 ↔ safetensors files: the one place where a file's dtypes become numbers. No tfjs here. */
import type { Shapes } from '../contract/safetensors.ts';
import { contractError } from '../contract/parse.ts';
import { decodeSafetensors, encodeSafetensors, type RawTensor } from '../contract/safetensors.ts';
import { floatsToHalves, halvesToFloats } from '../numerics/half.ts';

export interface NamedArray {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array<ArrayBuffer>;
}

/**
 * Every tensor of a file, widened to float32; integers too, which is exact below 2^24.
 * @throws ContractError
 */
export const readTensors = (file: Uint8Array, where: string): Map<string, NamedArray> =>
  new Map(
    Array.from(decodeSafetensors(file, where).tensors, ([name, tensor]) => [
      name,
      { shape: tensor.shape, values: toFloats(tensor) },
    ]),
  );

/**
 * The values by name of tensors that must be exactly those of `shapes`.
 * @throws ContractError listing every tensor that is missing, unknown or of another shape.
 */
export function requireTensors<Expected extends Shapes>(
  tensors: ReadonlyMap<string, NamedArray>,
  shapes: Expected,
  where: string,
): Record<keyof Expected & string, Float32Array<ArrayBuffer>> {
  const show = (name: string, shape: readonly number[] | undefined) =>
    shape ? `${name} [${shape.join(', ')}]` : `no ${name}`;
  const problems = [...new Set([...Object.keys(shapes), ...tensors.keys()])]
    .map((name) => ({
      expected: show(name, Object.hasOwn(shapes, name) ? shapes[name] : undefined),
      found: show(name, tensors.get(name)?.shape),
    }))
    .filter(({ expected, found }) => expected !== found)
    .map(({ expected, found }) => `expected ${expected}, found ${found}`);
  if (problems.length > 0) throw contractError(where, problems);
  return Object.fromEntries(Array.from(tensors, ([name, { values }]) => [name, values])) as Record<
    keyof Expected & string,
    Float32Array<ArrayBuffer>
  >;
}

/** A file of the tensors of `shapes`, each in the dtype that `dtypeOf` gives its name. */
export const writeTensors = <Name extends string>(
  values: Readonly<Record<Name, Float32Array>>,
  shapes: Readonly<Record<Name, readonly number[]>>,
  dtypeOf: (name: Name) => 'F16' | 'F32',
): Uint8Array<ArrayBuffer> =>
  encodeSafetensors(
    new Map(
      (Object.keys(shapes) as Name[]).map((name) => {
        const dtype = dtypeOf(name);
        const stored = dtype === 'F16' ? floatsToHalves(values[name]) : values[name];
        return [name, { dtype, shape: shapes[name], bytes: bytesOf(stored) }];
      }),
    ),
  );

/** Copies, because a tensor's bytes may begin anywhere in a file. */
function toFloats({ dtype, bytes }: RawTensor): Float32Array<ArrayBuffer> {
  const { buffer } = Uint8Array.from(bytes);
  if (dtype === 'F16') return halvesToFloats(new Uint16Array(buffer));
  return dtype === 'I32' ? Float32Array.from(new Int32Array(buffer)) : new Float32Array(buffer);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
