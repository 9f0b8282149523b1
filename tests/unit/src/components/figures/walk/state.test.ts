import { expect, test } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { contentAt, walkCodes, walkFields } from '../../../../../../src/components/figures/walk/state.ts';
import { createRandom } from '../../../../../../src/numerics/random.ts';
import { facts } from '../facts.ts';

const fields = walkFields(facts);

test('the walk’s whole state goes through a link', () => {
  const text =
    'recipe:lord,sigma:1,layout:axes,colour:ink,x:0.25,y:0.9,near:12,radius:0.2,loop:1~2_50~60_7~80,pictures:yes,third:-1.5,fourth:4,sample:3';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('no code is never averaged', () => {
  expect(parseState(fields, 'near:0').near).toBe(parseState(fields, '').near);
  expect(parseState(fields, 'near:1').near).toBe(1);
});

test('a sample is drawn from the Gaussian of the codes by its seed, wherever the mark is', () => {
  const random = createRandom('codes');
  const contentCodes = Float32Array.from({ length: 600 }, (_, at) => 10 * (at % 2) + random.normal());
  const map = { places: new Float32Array(600), directions: new Float32Array(6), fits: new Float32Array(6) };
  const sampleAt = (sample: number, x: number) => [
    ...contentAt({ contentCodes }, map, { ...parseState(fields, ''), x, sample }),
  ];
  expect(sampleAt(1, 0.2)).toEqual(sampleAt(1, 0.9));
  expect(sampleAt(2, 0.2)).not.toEqual(sampleAt(1, 0.2));
  expect(Math.abs(sampleAt(1, 0.2)[1] - 10)).toBeLessThan(5);
});

test('a walk draws its content in every class, and then the images whose codes are nearest', () => {
  const numImages = 20;
  const contentCodes = Float32Array.from({ length: 2 * numImages }, (_, at) => Math.floor(at / 2) / 8);
  const source = {
    manifest: {
      model: { numClasses: 10, classDim: 1, contentDim: 2 },
      dataset: { labels: '01234567890123456789' },
    },
    contentCodes,
    classCodes: Float32Array.from({ length: 10 }, (_, digit) => digit),
  } as unknown as Parameters<ReturnType<typeof walkCodes>>[0];
  const map = {
    places: contentCodes.map((value) => value / 2),
    directions: Float32Array.from([1, 0, 0, 1, 1, 0]),
    fits: new Float32Array(6),
  };
  const args = { ...parseState(fields, ''), x: 0.5, y: 0.5, near: 1 };
  expect([...contentAt(source, map, args)]).toEqual([1, 1]);
  const nearFirst = { ...args, x: 0, y: 0, radius: 0.1 };
  expect([...contentAt(source, map, nearFirst)]).toEqual([0.0625, 0.0625]);
  const loop = [
    { x: 0, y: 0 },
    { x: 0.2, y: 0 },
    { x: 0.2, y: 0.2 },
    { x: 0, y: 0.2 },
  ];
  expect([...contentAt(source, map, { ...args, loop })]).toEqual([0.1875, 0.1875]);
  const batch = walkCodes(map)(source, args);
  expect(batch.count).toBe(18);
  expect([...batch.contentCodes.subarray(0, 20)]).toEqual(Array.from({ length: 20 }, () => 1));
  expect([...batch.classCodes]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 9, 6, 0, 5, 1, 4]);
});
