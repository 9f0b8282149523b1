import { expect, test } from 'vitest';
import {
  cellCodes,
  classesOf,
  codeAt,
  codeOf,
  mapFields,
  mapSteps,
  nearestImages,
  placeOfCode,
  planeOf,
} from '../../../../../../src/components/figures/content-map/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import type { Checkpoint } from '../../../../../../src/engine/api.ts';

const checkpoint = {
  manifest: { model: { numClasses: 2, classDim: 3, contentDim: 2 } },
  contentCodes: Float32Array.of(0, 0, 1, 1, -3, 0),
  classCodes: Float32Array.of(1, 2, 3, 4, 5, 6),
} as unknown as Checkpoint<'glo'>;

test('its whole state goes through a link', () => {
  const text = 'x:-2.4,y:0.85,layer:7';
  expect(formatState(mapFields, parseState(mapFields, text))).toBe(text);
  expect(formatState(mapFields, { x: -0.001, y: 2.4, layer: 'codes' })).toBe('x:0,y:2.4,layer:codes');
  expect(parseState(mapFields, 'x:10,y:-,layer:10')).toEqual(parseState(mapFields, ''));
});

test('an address names the code itself, and one beyond the plane the nearest on it', () => {
  expect(codeOf({ x: 2.4, y: -0.8 }, 4)).toEqual([2.4, -0.8]);
  expect(codeOf({ x: 5, y: -9 }, 4)).toEqual([4, -4]);
});

test('a place is a code and back, with zero in the middle and up as up', () => {
  expect(codeAt({ x: 0.5, y: 0.5 }, 4)).toEqual([0, 0]);
  expect(codeAt({ x: 0, y: 1 }, 4)).toEqual([-4, 4]);
  expect(placeOfCode([-4, 2], 4)).toEqual({ x: 0, y: 0.75 });
});

test('one content is drawn in every class', () => {
  const batch = classesOf(checkpoint, { content: [7, 8] });
  expect(batch.count).toBe(2);
  expect([...batch.contentCodes]).toEqual([7, 8, 7, 8]);
  expect([...batch.classCodes]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('one class is drawn at the middles of all cells, from the top left', () => {
  const cells = cellCodes(mapSteps / 2);
  expect(cells).toHaveLength(mapSteps ** 2);
  expect(cells[0][0]).toBeCloseTo(-(mapSteps - 1) / 2);
  expect(cells[0][1]).toBeCloseTo((mapSteps - 1) / 2);
  expect(cells[1][0] - cells[0][0]).toBeCloseTo(1);
  const batch = planeOf(checkpoint, { digit: 1, extent: 4 });
  expect(batch.count).toBe(mapSteps ** 2);
  expect(batch.contentCodes).toHaveLength(2 * batch.count);
  expect([...batch.classCodes.subarray(-3)]).toEqual([4, 5, 6]);
});

test('the nearest images come first', () => {
  expect(nearestImages(checkpoint.contentCodes, [0.9, 0.9], 2)).toEqual([1, 0]);
  expect(nearestImages(checkpoint.contentCodes, [-2, 0], 3)).toEqual([2, 0, 1]);
});
