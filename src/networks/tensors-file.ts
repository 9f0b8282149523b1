/** Named arrays of float32 ↔ safetensors files: the one place where a file's dtypes become numbers. No tfjs here. */
import type { Shapes } from '../contract/safetensors.ts';
import { contractError } from '../contract/parse.ts';
import { decodeSafetensors, encodeSafetensors, type RawTensor } from '../contract/safetensors.ts';
import { blockLength, eightBitsToFloats, floatsToEightBits } from '../numerics/eight-bits.ts';
import { floatsToHalves, halvesToFloats } from '../numerics/half.ts';

export interface NamedArray {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array<ArrayBuffer>;
}

/** The tensor beside one of eight bits that holds its scales. */
const scalesOf = (name: string): string => `${name}.scales`;

/**
 * Every tensor of a file, widened to float32; integers too, which is exact below 2^24, and eight bits with the scales beside them.
 * @throws ContractError
 */
export function readTensors(file: Uint8Array, where: string): Map<string, NamedArray> {
  const { tensors } = decodeSafetensors(file, where);
  const read = new Map<string, NamedArray>();
  for (const [name, tensor] of tensors) {
    const owner = name.slice(0, -scalesOf('').length);
    if (name === scalesOf(owner) && tensors.get(owner)?.dtype === 'I8') continue;
    const values = tensor.dtype === 'I8' ? fromLevels(tensor, tensors.get(scalesOf(name))) : toFloats(tensor);
    if (!values) {
      throw contractError(where, [
        `${name}: eight bits need the F16 tensor ${scalesOf(name)}, with a scale for every ${blockLength} numbers`,
      ]);
    }
    read.set(name, { shape: tensor.shape, values });
  }
  return read;
}

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

/** A file of the tensors of `shapes`, each in the dtype that `dtypeOf` gives its name; of `I8` with its scales beside it; and of words about them. */
export const writeTensors = <Name extends string>(
  values: Readonly<Record<Name, Float32Array>>,
  shapes: Readonly<Record<Name, readonly number[]>>,
  dtypeOf: (name: Name) => 'F16' | 'F32' | 'I8',
  metadata?: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> =>
  encodeSafetensors(
    new Map(
      (Object.keys(shapes) as Name[]).flatMap((name): [string, RawTensor][] => {
        const dtype = dtypeOf(name);
        const shape = shapes[name];
        if (dtype === 'F32') return [[name, { dtype, shape, bytes: bytesOf(values[name]) }]];
        if (dtype === 'F16') return [[name, { dtype, shape, bytes: bytesOf(floatsToHalves(values[name])) }]];
        const { levels, scales } = floatsToEightBits(values[name]);
        return [
          [name, { dtype, shape, bytes: bytesOf(levels) }],
          [scalesOf(name), { dtype: 'F16', shape: [scales.length], bytes: bytesOf(scales) }],
        ];
      }),
    ),
    metadata,
  );

/** Copies, because a tensor's bytes may begin anywhere in a file. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

function toFloats({ dtype, bytes }: RawTensor): Float32Array<ArrayBuffer> {
  if (dtype === 'F16') return halvesToFloats(new Uint16Array(copyOf(bytes)));
  return dtype === 'I32' ? Float32Array.from(new Int32Array(copyOf(bytes))) : new Float32Array(copyOf(bytes));
}

/** Undefined where the scales are not there, or not one a block. */
function fromLevels(
  { bytes }: RawTensor,
  scales: RawTensor | undefined,
): Float32Array<ArrayBuffer> | undefined {
  const numBlocks = Math.ceil(bytes.length / blockLength);
  if (scales?.dtype !== 'F16' || scales.bytes.length !== 2 * numBlocks) return undefined;
  return eightBitsToFloats({
    levels: new Int8Array(copyOf(bytes)),
    scales: new Uint16Array(copyOf(scales.bytes)),
  });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
