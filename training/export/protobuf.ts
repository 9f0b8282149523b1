/**
 * Writes protocol buffers of messages that a table describes. protobufjs makes the same bytes, but compiles its writers when it runs, which a
 * page with a strict policy forbids, and models are written in a page too.
 */

type Scalar = 'int32' | 'int64' | 'float' | 'string' | 'bytes';

interface Field {
  /** Or the name of a message. */
  readonly type: string;
  readonly id: number;
  readonly isRepeated: boolean;
}

/** By name, the fields of each message in the order of their numbers. */
export type Messages = Readonly<Record<string, Readonly<Record<string, Field>>>>;

type Message = Readonly<Record<string, unknown>>;

export const one = (type: string, id: number): Field => ({ type, id, isRepeated: false });
export const many = (type: string, id: number): Field => ({ type, id, isRepeated: true });

const wireTypes: Readonly<Record<Scalar, number>> = { int32: 0, int64: 0, float: 5, string: 2, bytes: 2 };
const lengthDelimited = 2;

/** Fields that are undefined are left out; lists of numbers are packed. */
export function encodeMessage(messages: Messages, name: string, message: Message): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (const [key, { type, id, isRepeated }] of Object.entries(messages[name])) {
    const value = message[key];
    if (value === undefined) continue;
    const values = (isRepeated ? value : [value]) as readonly unknown[];
    const wireType = isScalar(type) ? wireTypes[type] : lengthDelimited;
    const encoded = values.map((each) =>
      isScalar(type) ? encodeScalar(type, each) : encodeMessage(messages, type, each as Message),
    );
    const tag = (of: number) => varint((id << 3) | of);
    if (isRepeated && wireType !== lengthDelimited) {
      if (values.length > 0) parts.push(tag(lengthDelimited), ...delimited(concatenated(encoded)));
    } else {
      for (const bytes of encoded)
        parts.push(tag(wireType), ...(wireType === lengthDelimited ? delimited(bytes) : [bytes]));
    }
  }
  return concatenated(parts);
}

const isScalar = (type: string): type is Scalar => type in wireTypes;

function encodeScalar(type: Scalar, value: unknown): Uint8Array {
  switch (type) {
    case 'int32':
    case 'int64':
      return varint(value as number);
    case 'float':
      return new Uint8Array(Float32Array.of(value as number).buffer); // little-endian, as every machine here
    case 'string':
      return new TextEncoder().encode(value as string);
    case 'bytes':
      return value as Uint8Array;
  }
}

/** Seven bits a byte, the lowest first; a negative number as its two's complement of 64 bits. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const delimited = (bytes: Uint8Array): readonly Uint8Array[] => [varint(bytes.length), bytes];

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
