/**
 * Reads TensorBoard event files with nothing of the writer's: framing and protocol buffers by hand, CRC-32C bit by bit. Knows the fields
 * that a run's log has, and passes over others.
 */

export interface ReadValue {
  tag: string;
  scalar?: number;
  image?: { width: number; height: number; colorspace: number; png: Uint8Array };
  plugin?: { name: string; content: Uint8Array };
}

export interface ReadEvent {
  wallTime: number;
  step: number;
  fileVersion?: string;
  /** SessionLog.SessionStatus. */
  sessionStatus?: number;
  values: ReadValue[];
}

export interface ReadFile {
  readonly events: ReadEvent[];
  /** Bytes of a last record that is not whole; 0 for a file that was written to its end. */
  readonly truncatedBytes: number;
}

/** @throws Error naming the record whose checksum is wrong. */
export function readEventFile(file: Uint8Array): ReadFile {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const events: ReadEvent[] = [];
  let at = 0;
  while (at + 12 <= file.length) {
    requireCrc(file.subarray(at, at + 8), bytes.getUint32(at + 8, true), `record ${events.length}: length`);
    const length = bytes.getUint32(at, true) + bytes.getUint32(at + 4, true) * 2 ** 32;
    const end = at + 12 + length;
    if (end + 4 > file.length) break;
    const data = file.subarray(at + 12, end);
    requireCrc(data, bytes.getUint32(end, true), `record ${events.length}: data`);
    events.push(readEvent(data));
    at = end + 4;
  }
  return { events, truncatedBytes: file.length - at };
}

/** CRC-32C by polynomial division, most significant bit first on mirrored bits. */
export function bitwiseCrc32c(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder = (remainder ^ (mirrored(byte, 8) << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit++) {
      const carries = remainder >= 0x80000000;
      remainder = (remainder << 1) >>> 0;
      if (carries) remainder = (remainder ^ 0x1edc6f41) >>> 0;
    }
  }
  return (mirrored(remainder, 32) ^ 0xffffffff) >>> 0;
}

function mirrored(value: number, bits: number): number {
  let turned = 0;
  for (let bit = 0; bit < bits; bit++) if ((value >>> bit) & 1) turned += 2 ** (bits - 1 - bit);
  return turned;
}

/** Undoes the mask rather than making it: the stored number less the constant, rotated left by 15. */
function requireCrc(data: Uint8Array, stored: number, what: string): void {
  const rotated = (stored + 2 ** 32 - 0xa282ead8) % 2 ** 32;
  const crc = (rotated % 2 ** 17) * 2 ** 15 + Math.floor(rotated / 2 ** 17);
  if (crc !== bitwiseCrc32c(data)) throw new Error(`${what}: wrong checksum.`);
}

/** What wire types 0, 1, 2 and 5 hold: a varint as a number, the rest as bytes. */
type Field = { readonly number: number } & ({ readonly varint: number } | { readonly bytes: Uint8Array });

/** The fields of a message, in file order. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      if (at >= message.length) throw new Error('A varint runs over the end of its message.');
      const byte = message[at++];
      value += (byte % 128) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const take = (count: number): Uint8Array => {
    if (at + count > message.length) throw new Error('A field runs over the end of its message.');
    return message.subarray(at, (at += count));
  };
  while (at < message.length) {
    const key = varint();
    const [number, wireType] = [Math.floor(key / 8), key % 8];
    if (wireType === 0) fields.push({ number, varint: varint() });
    else if (wireType === 1) fields.push({ number, bytes: take(8) });
    else if (wireType === 2) fields.push({ number, bytes: take(varint()) });
    else if (wireType === 5) fields.push({ number, bytes: take(4) });
    else throw new Error(`Wire type ${wireType} of field ${number}.`);
  }
  return fields;
}

export const readText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);
export const readDouble = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
const readFloat = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);

const bytesOf = (field: Field): Uint8Array => {
  if ('bytes' in field) return field.bytes;
  throw new Error(`Field ${field.number} is a number, and bytes were expected.`);
};
const varintOf = (field: Field): number => {
  if ('varint' in field) return field.varint;
  throw new Error(`Field ${field.number} is bytes, and a number was expected.`);
};

function readEvent(data: Uint8Array): ReadEvent {
  const event: ReadEvent = { wallTime: 0, step: 0, values: [] };
  for (const field of readFields(data)) {
    if (field.number === 1) event.wallTime = readDouble(bytesOf(field));
    if (field.number === 2) event.step = varintOf(field);
    if (field.number === 3) event.fileVersion = readText(bytesOf(field));
    if (field.number === 5) {
      const values = readFields(bytesOf(field)).filter(({ number }) => number === 1);
      event.values.push(...values.map((value) => readValue(bytesOf(value))));
    }
    if (field.number === 7) {
      const status = readFields(bytesOf(field)).find(({ number }) => number === 1);
      event.sessionStatus = status ? varintOf(status) : 0;
    }
  }
  return event;
}

function readValue(data: Uint8Array): ReadValue {
  const value: ReadValue = { tag: '' };
  for (const field of readFields(data)) {
    if (field.number === 1) value.tag = readText(bytesOf(field));
    if (field.number === 2) value.scalar = readFloat(bytesOf(field));
    if (field.number === 4) {
      const parts = new Map(readFields(bytesOf(field)).map((part) => [part.number, part]));
      const part = (number: number): Field => {
        const found = parts.get(number);
        if (!found) throw new Error(`The image ${value.tag} has no field ${number}.`);
        return found;
      };
      value.image = {
        height: varintOf(part(1)),
        width: varintOf(part(2)),
        colorspace: varintOf(part(3)),
        png: bytesOf(part(4)),
      };
    }
    if (field.number === 9) {
      const [pluginData] = readFields(bytesOf(field)).filter(({ number }) => number === 1);
      const plugin = { name: '', content: new Uint8Array() as Uint8Array };
      for (const part of readFields(bytesOf(pluginData))) {
        if (part.number === 1) plugin.name = readText(bytesOf(part));
        if (part.number === 2) plugin.content = bytesOf(part);
      }
      value.plugin = plugin;
    }
  }
  return value;
}

/** The hyperparameters that a session start says: HParamsPluginData.session_start_info.hparams. */
export function readHparams(content: Uint8Array): Record<string, number | string | boolean> {
  const [start] = readFields(content).filter(({ number }) => number === 3);
  const entries = readFields(bytesOf(start)).filter(({ number }) => number === 1);
  const hparams: Record<string, number | string | boolean> = {};
  for (const entry of entries) {
    const [key, value] = readFields(bytesOf(entry));
    const [held] = readFields(bytesOf(value));
    const name = readText(bytesOf(key));
    if (held.number === 2) hparams[name] = readDouble(bytesOf(held));
    else if (held.number === 3) hparams[name] = readText(bytesOf(held));
    else if (held.number === 4) hparams[name] = varintOf(held) === 1;
    else throw new Error(`${name} holds neither a number, a text nor a truth.`);
  }
  return hparams;
}
