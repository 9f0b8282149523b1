/**
 * Protocol buffers read by hand (https://protobuf.dev/programming-guides/encoding): the fields of one message. A library would compile its
 * reader with `Function`, which the pages' Content-Security-Policy forbids.
 */
import { Refusal } from './refusal.ts';

export interface Message {
  /** Of a field with one text, or the last of several; '' where there is none. */
  text(field: number): string;
  texts(field: number): readonly string[];
  /** The last; 0 where there is none. */
  number(field: number): number;
  messages(field: number): readonly Message[];
  /** Whether the field is there at all. */
  has(field: number): boolean;
}

type Value = number | Uint8Array;

/** Of one message: a graph of ours has 50. */
const maxFields = 100_000;

/** @throws Refusal when the bytes are no message. */
export function readMessage(bytes: Uint8Array): Message {
  const fields = readFields(bytes);
  const of = (field: number): readonly Value[] => fields.get(field) ?? [];
  const parts = (field: number): readonly Uint8Array[] =>
    of(field).filter((value): value is Uint8Array => typeof value !== 'number');
  const texts = (field: number): readonly string[] =>
    parts(field).map((part) => new TextDecoder().decode(part));
  return {
    text: (field) => texts(field).at(-1) ?? '',
    texts,
    number: (field) => of(field).findLast((value) => typeof value === 'number') ?? 0,
    messages: (field) => parts(field).map(readMessage),
    has: (field) => fields.has(field),
  };
}

function readFields(bytes: Uint8Array): Map<number, Value[]> {
  const fields = new Map<number, Value[]>();
  let at = 0;
  const varint = (): number => {
    let [value, factor] = [0, 1];
    for (let i = 0; i < 10; i++) {
      if (at >= bytes.length) throw noMessage();
      const byte = bytes[at++];
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (byte < 0x80) return value;
    }
    throw noMessage();
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw noMessage();
    at += length;
    return bytes.subarray(at - length, at);
  };
  for (let numFields = 0; at < bytes.length; numFields++) {
    if (numFields === maxFields) throw noMessage();
    const key = varint();
    const [field, type] = [Math.floor(key / 8), key % 8];
    const value = type === 0 ? varint() : type === 2 ? take(varint()) : take(fixedBytes(type));
    const same = fields.get(field);
    if (same) same.push(value);
    else fields.set(field, [value]);
  }
  return fields;
}

function fixedBytes(type: number): number {
  if (type === 1) return 8;
  if (type === 5) return 4;
  throw noMessage();
}

const noMessage = (): Refusal =>
  new Refusal('This is no ONNX file, or a part of one. Copy or export it again.');
