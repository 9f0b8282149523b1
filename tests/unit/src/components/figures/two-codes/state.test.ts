import { describe, expect, it, test } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import {
  openedUnit,
  twoCodes,
  twoCodesFields,
  withChange,
  withoutCode,
} from '../../../../../../src/components/figures/two-codes/state.ts';
import { numRows, sumTable } from '../../../../../../src/components/figures/two-codes/sum-table.ts';
import {
  heatOf,
  layerViews,
  numberName,
  viewOf,
} from '../../../../../../src/components/figures/two-codes/views.ts';
import type { Checkpoint } from '../../../../../../src/engine/api.ts';
import { facts } from '../facts.ts';

const fields = twoCodesFields({ ...facts, labels: '', classDim: 25, contentDim: 25 });

test('its whole state goes through a link, the numbers that were changed included', () => {
  const text =
    'recipe:exercise,sigma:1,image:9,digit:4,changed:3~1.2_27~-0.5,number:27,layer:small,map:15,place:24';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(formatState(fields, parseState(fields, ''))).toContain('changed:none');
  expect(parseState(fields, 'changed:1000~1_3~9_4~x_5~-4').changed).toEqual([[5, -4]]);
});

test('a change replaces the one before, and goes with the code that it was made in', () => {
  const changes = withChange(
    withChange(
      [
        [3, 1],
        [30, 2],
      ],
      [3, -1],
    ),
    [7, 0],
  );
  expect(changes).toEqual([
    [3, -1],
    [7, 0],
    [30, 2],
  ]);
  expect(withoutCode(changes, 'class', 25)).toEqual([[30, 2]]);
  expect(withoutCode(changes, 'content', 25)).toEqual([
    [3, -1],
    [7, 0],
  ]);
});

test('the codes are those of class and image, with the changes in them, and the tables stay', () => {
  const checkpoint = {
    manifest: { model: { classDim: 2, contentDim: 3 } },
    contentCodes: Float32Array.of(1, 2, 3, 4, 5, 6),
    classCodes: Float32Array.of(7, 8, 9, 10),
  } as unknown as Checkpoint<'glo'>;
  const beyond = { image: 1, digit: 0, changed: [[5, 1]] as const };
  expect(twoCodes(checkpoint, beyond).contentCodes).toEqual(Float32Array.of(4, 5, 6));
  const batch = twoCodes(checkpoint, {
    image: 1,
    digit: 0,
    changed: [
      [1, -1],
      [4, -2],
    ],
  });
  expect([...batch.classCodes]).toEqual([7, -1]);
  expect([...batch.contentCodes]).toEqual([4, 5, -2]);
  expect([...checkpoint.contentCodes]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...checkpoint.classCodes]).toEqual([7, 8, 9, 10]);
});

describe('an opened number', () => {
  it('is where the layer has it: maps are the fastest axis', () => {
    expect(openedUnit({ layer: 'first', map: 5, place: 80 })).toEqual({ layer: 'dense1', index: 80 });
    expect(openedUnit({ layer: 'large', map: 5, place: 20 })).toEqual({ layer: 'convT1', index: 325 });
    expect(openedUnit({ layer: 'small', map: 5, place: 26 })).toEqual({ layer: 'dense3', index: 21 });
  });

  it('is in the heat at its map and place', () => {
    const values = Float32Array.from({ length: 14 * 14 * 16 }, (_, i) => i);
    const { index } = openedUnit({ layer: 'large', map: 5, place: 20 });
    const heat = heatOf(viewOf('large'), [0, 0, 0].map(() => new Float32Array(1)).concat(values));
    expect(heat[5 * 196 + 20]).toBeCloseTo(index / (values.length - 1), 6);
  });

  it('has as many numbers in every view as the layer', () => {
    const sizes = layerViews.map(({ rows, columns, numMaps }) => rows * columns * numMaps);
    expect(sizes).toEqual([84, 120, 400, 400, 3136, 784]);
  });
});

test('the sum has its largest parts first, and nothing is lost', () => {
  const count = 12;
  const sum = {
    from: Uint32Array.from({ length: count }, (_, i) => 16 * i + 2),
    inputs: Float32Array.from({ length: count }, (_, i) => i),
    weights: Float32Array.from({ length: count }, (_, i) => (i % 2 ? -1 : 1)),
    bias: 0.5,
    activation: 'relu',
    value: 0,
  } as const;
  const table = sumTable(sum, 'convT2', 25);
  expect(table.rows).toHaveLength(numRows);
  expect(table.rows[0]).toEqual({ name: 'map 3, 1|12', input: 11, weight: -1, product: -11 });
  expect(table.others.count).toBe(count - numRows);
  const parts = table.rows.reduce((total, { product }) => total + product, table.others.total + table.bias);
  expect(table.total).toBeCloseTo(parts);
  expect(table.total).toBeCloseTo(-5.5);
});

test('numbers of the codes are counted from 1, class code first', () => {
  expect([numberName(0, 25), numberName(24, 25), numberName(25, 25)]).toEqual([
    'class 1',
    'class 25',
    'content 1',
  ]);
});
