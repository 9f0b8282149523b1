/** Held to protobufjs, which reads and writes every message. */
import protobuf from 'protobufjs/light.js';
import { expect, it } from 'vitest';
import { encodeMessage, many, one } from '../../../../training/export/protobuf.ts';

const field = (type: string, id: number) => ({ type, id });
const repeated = (type: string, id: number) => ({ type, id, rule: 'repeated' });

const messages = {
  Outer: { count: one('int64', 1), name: one('string', 2), ratio: one('float', 3), inner: many('Inner', 20) },
  Inner: { kind: one('int32', 1), sizes: many('int64', 2), data: one('bytes', 3) },
};
const reference = protobuf.Root.fromJSON({
  nested: {
    Outer: {
      fields: {
        count: field('int64', 1),
        name: field('string', 2),
        ratio: field('float', 3),
        inner: repeated('Inner', 20),
      },
    },
    Inner: { fields: { kind: field('int32', 1), sizes: repeated('int64', 2), data: field('bytes', 3) } },
  },
}).lookupType('Outer');

it.each([
  ['nothing', {}],
  ['a zero and an empty text, which are said', { count: 0, name: '' }],
  ['large and negative numbers', { count: -1, inner: [{ kind: -7, sizes: [0, 127, 128, 2 ** 40] }] }],
  ['text beyond ASCII', { name: 'σ = 0.3', ratio: -0.5 }],
  ['bytes longer than one byte of length says', { inner: [{ data: new Uint8Array(300).fill(9) }, {}] }],
  ['an empty list', { inner: [{ sizes: [] }] }],
])('writes %s as protobufjs does', (_, message) => {
  expect(encodeMessage(messages, 'Outer', message)).toEqual(
    Uint8Array.from(reference.encode(message).finish()),
  );
});
