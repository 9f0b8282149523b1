/**
 * The safetensors format (https://huggingface.co/docs/safetensors): a length, a JSON header and the tensors' raw bytes.
 * Here bytes keep their dtype; what turns them into numbers is src/networks/tensors-file.ts.
 */
import { z } from './schema.ts';
import { contractError, parseOrExplain } from './parse.ts';

/** Bytes an element, little-endian, of the dtypes we write and read. */
const elementBytes = { F32: 4, I32: 4, F16: 2, I8: 1 } as const;
export type Dtype = keyof typeof elementBytes;

/** Names and shapes of the tensors in a file. */
export type Shapes = Readonly<Record<string, readonly number[]>>;

export interface RawTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Row-major; after decoding a view of the file, which may not be aligned. */
  readonly bytes: Uint8Array;
}

export interface Safetensors {
  readonly tensors: ReadonlyMap<string, RawTensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

const lengthBytes = 8;
const offset = z.int().nonnegative();
const headerSchema = z.object({ __metadata__: z.record(z.string(), z.string()).optional() }).catchall(
  z.strictObject({
    dtype: z.enum(['F32', 'I32', 'F16', 'I8']),
    shape: z.array(z.int().nonnegative()),
    data_offsets: z.tuple([offset, offset]),
  }),
);

/** The same tensors give the same bytes: wide elements first, so that all are aligned, then by name in code-unit order. */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, RawTensor>,
  metadata?: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const ordered = [...tensors].sort(
    ([nameA, a], [nameB, b]) =>
      elementBytes[b.dtype] - elementBytes[a.dtype] || (nameA < nameB ? -1 : Number(nameA > nameB)),
  );
  let end = 0;
  const entries = ordered.map(([name, { dtype, shape, bytes }]) => {
    if (bytes.length !== byteLength(dtype, shape)) {
      throw new RangeError(
        `${name}: ${dtype} ${show(shape)} takes ${byteLength(dtype, shape)} bytes; it got ${bytes.length}.`,
      );
    }
    const begin = end;
    end += bytes.length;
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const;
  });
  const json = JSON.stringify({
    ...(metadata && { __metadata__: metadata }),
    ...Object.fromEntries(entries),
  });
  const unpadded = new TextEncoder().encode(json);
  const headerLength = Math.ceil(unpadded.length / 8) * 8;

  const file = new Uint8Array(lengthBytes + headerLength + end).fill(0x20, 0, lengthBytes + headerLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(unpadded, lengthBytes);
  let position = lengthBytes + headerLength;
  for (const [, { bytes }] of ordered) {
    file.set(bytes, position);
    position += bytes.length;
  }
  return file;
}

/** @throws ContractError naming the file and what is wrong in it. */
export function decodeSafetensors(file: Uint8Array, where: string): Safetensors {
  const fail = (problem: string) => contractError(where, [problem]);
  if (file.length < lengthBytes) {
    throw fail(`the file has ${file.length} bytes, and the length of its header alone takes ${lengthBytes}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  const dataStart = lengthBytes + headerLength;
  if (dataStart > file.length) {
    throw fail(
      `the header should take ${headerLength} bytes, and ${file.length - lengthBytes} follow: the file is truncated or not safetensors`,
    );
  }
  const { __metadata__: metadata = {}, ...entries } = parseOrExplain(
    headerSchema,
    parseJson(file.subarray(lengthBytes, dataStart), fail),
    where,
  );

  const tensors = new Map<string, RawTensor>();
  const data = file.subarray(dataStart);
  const byOffset = Object.entries(entries).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  let previousEnd = 0;
  for (const [name, { dtype, shape, data_offsets: offsets }] of byOffset) {
    const [begin, end] = offsets;
    if (begin !== previousEnd) {
      throw fail(`${name}: data_offsets ${show(offsets)} should begin at ${previousEnd}: no overlap, no gap`);
    }
    if (end - begin !== byteLength(dtype, shape)) {
      throw fail(
        `${name}: data_offsets ${show(offsets)} should span ${byteLength(dtype, shape)} bytes for ${dtype} ${show(shape)}`,
      );
    }
    if (end > data.length) {
      throw fail(`${name}: ends at byte ${end} of the data, which has ${data.length}: the file is truncated`);
    }
    tensors.set(name, { dtype, shape, bytes: data.subarray(begin, end) });
    previousEnd = end;
  }
  if (previousEnd !== data.length) {
    throw fail(`${data.length - previousEnd} bytes follow the last tensor`);
  }
  return { tensors, metadata };
}

function parseJson(bytes: Uint8Array, fail: (problem: string) => Error): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw fail('the header is not JSON');
  }
}

const byteLength = (dtype: Dtype, shape: readonly number[]): number =>
  shape.reduce((size, dim) => size * dim, elementBytes[dtype]);

const show = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`;
