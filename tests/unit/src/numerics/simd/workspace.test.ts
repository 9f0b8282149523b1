import { describe, expect, it } from 'vitest';
import { createAdam } from '../../../../../src/numerics/adam.ts';
import { fitGaussian } from '../../../../../src/numerics/gaussian.ts';
import { createRandom, normalArray } from '../../../../../src/numerics/random.ts';
import { matrix, transposed, type Matrix } from '../../../../../src/numerics/simd/matrix.ts';
import { momentsOf } from '../../../../../src/numerics/simd/moments.ts';
import { createWorkspace } from '../../../../../src/numerics/simd/workspace.ts';

const random = createRandom('workspace');
const workspace = createWorkspace();
const { allocate, view, multiply } = workspace;

function filled(values: ArrayLike<number>) {
  const array = allocate(values.length);
  view(array).set(values);
  return array;
}

const at = ({ array, rowStride, columnStride }: Matrix, row: number, column: number) =>
  view(array)[row * rowStride + column * columnStride];

function expectProduct(a: Matrix, b: Matrix, product: ArrayLike<number>, before = 0) {
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < b.columns; column++) {
      let sum = before;
      for (let step = 0; step < a.columns; step++) sum += at(a, row, step) * at(b, step, column);
      expect(product[row * b.columns + column]).toBeCloseTo(sum, 3);
    }
  }
}

describe('a product of matrices', () => {
  const sizes = [
    [1, 1, 1],
    [2, 16, 3],
    [4, 8, 3],
    [7, 19, 5],
    [13, 9, 900],
  ] as const;
  const sides = [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const;
  const cases = sizes.flatMap(([rows, columns, depth]) =>
    sides.map(([turnsLeft, turnsRight]) => ({ rows, columns, depth, turnsLeft, turnsRight })),
  );

  it.each(cases)(
    'is that of plain loops: $rows × $depth × $columns, turned $turnsLeft, $turnsRight',
    (each) => {
      const { rows, columns, depth, turnsLeft, turnsRight } = each;
      const values = filled(normalArray(random, rows * depth, 1));
      const others = filled(normalArray(random, depth * columns, 1));
      const a = turnsLeft ? transposed(matrix(values, depth, rows)) : matrix(values, rows, depth);
      const b = turnsRight ? transposed(matrix(others, columns, depth)) : matrix(others, depth, columns);
      const product = filled(new Float32Array(rows * columns).fill(2));
      const behind = filled(new Float32Array(64).fill(3));
      multiply(a, b, product);
      expectProduct(a, b, view(product));
      view(product).fill(2);
      multiply(a, b, product, true);
      expectProduct(a, b, view(product), 2);
      expect(view(behind).every((value) => value === 3)).toBe(true);
    },
  );

  it('leaves out what is 0 without a difference', () => {
    const sparse = normalArray(random, 9 * 50, 1).map((value) => (value > 0.8 ? value : 0));
    const [a, b] = [matrix(filled(sparse), 9, 50), matrix(filled(normalArray(random, 50 * 11, 1)), 50, 11)];
    const product = allocate(99);
    multiply(a, b, product);
    expectProduct(a, b, view(product));
    multiply(matrix(filled(new Float32Array(9 * 50)), 9, 50), b, product);
    expect(view(product).every((value) => value === 0)).toBe(true);
  });

  it('refuses shapes that do not fit', () => {
    const array = allocate(12);
    expect(() => multiply(matrix(array, 3, 4), matrix(array, 3, 4), array)).toThrow(
      'A product of [3, 4] and [3, 4] into 12 numbers.',
    );
  });
});

it('a step of Adam is that of the plain loop', () => {
  const [start, gradient] = [normalArray(random, 10, 1), normalArray(random, 10, 1)];
  const adam = createAdam(10, 0.01);
  const plain = start.slice();
  const [values, slope, mean, square] = [filled(start), filled(gradient), allocate(10), allocate(10)];
  for (const step of [1, 2, 3]) {
    adam.update(plain, gradient);
    workspace.adam({ values, gradient: slope, mean, square, rate: 0.01, step });
  }
  view(values).forEach((value, i) => expect(value).toBeCloseTo(plain[i], 6));
});

it('the sigmoid is right to the last digits, at its ends too, and lets through what is not a number', () => {
  const logits = [-200, -40, -3, -0.5, 0, 1e-4, 0.7, 12, 90];
  const [from, to] = [filled(logits), allocate(logits.length)];
  workspace.sigmoid(from, to);
  logits.forEach((logit, i) => expect(view(to)[i]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 6));
  view(from).fill(NaN);
  workspace.sigmoid(from, to);
  expect(view(to).every(Number.isNaN)).toBe(true);
});

describe('a rectifier', () => {
  const inputs = [-3, -0.5, -0, 0, 1e-3, 0.7, 12, -1e-3];
  const slopes = normalArray(random, inputs.length, 1);

  it.each([0, 0.2])('with slope %d, and its gradient, are those of the formula', (slope) => {
    const values = filled(inputs);
    workspace.rectify(values, slope);
    inputs.forEach((input, i) => expect(view(values)[i]).toBeCloseTo(input > 0 ? input : slope * input, 7));
    const gradient = filled(slopes);
    workspace.throughRectifier(gradient, values, slope);
    inputs.forEach((input, i) =>
      expect(view(gradient)[i]).toBeCloseTo(input > 0 ? slopes[i] : slope * slopes[i], 7),
    );
  });

  it('leaves no bit set where a ReLU gives 0, and lets through what is not a number', () => {
    const values = filled([-3, -0, 0, NaN]);
    workspace.rectify(values, 0);
    expect([...view(values)]).toEqual([0, 0, 0, NaN]);
    const gradient = filled([-1, -1, -1, NaN]);
    workspace.throughRectifier(gradient, values, 0);
    expect([...view(gradient)]).toEqual([0, 0, 0, NaN]);
  });
});

describe('runs', () => {
  const table = [
    { first: 0, second: 2, length: 3 },
    { first: 5, second: 1, length: 9 },
    { first: 14, second: 6, length: 4 },
  ];
  const [first, second] = [normalArray(random, 24, 1), normalArray(random, 24, 1)];
  const runs = workspace.allocateRuns(table);
  const places = [
    { array: filled(first), from: 4 },
    { array: filled(second), from: 2 },
  ] as const;

  it('are copied where they are to be, and nothing else is touched', () => {
    workspace.copyRuns(runs, ...places);
    const expected = first.slice();
    for (const run of table)
      for (let i = 0; i < run.length; i++) expected[4 + run.first + i] = second[2 + run.second + i];
    expect(view(places[0].array)).toEqual(expected);
    expect(view(places[1].array)).toEqual(second);
  });

  it('are added one after another, also where they meet', () => {
    const before = view(places[0].array).slice();
    workspace.addRuns(runs, ...places);
    const expected = second.slice();
    for (const run of table)
      for (let i = 0; i < run.length; i++) expected[2 + run.second + i] += before[4 + run.first + i];
    expect(view(places[1].array)).toEqual(expected);
    expect(view(places[0].array)).toEqual(before);
  });
});

it('cross-entropy and its gradient are those of the formula', () => {
  const logits = normalArray(random, 24, 6);
  const targets = Float32Array.from({ length: 24 }, () => random.uniform());
  const gradient = allocate(24);
  const total = workspace.crossEntropy({
    logits: filled(logits),
    targets: filled(targets),
    gradient,
    scale: 0.5,
    rowLength: 8,
    numRows: 3,
  });
  let expected = 0;
  logits.forEach((logit, i) => {
    const probability = 1 / (1 + Math.exp(-logit));
    expected -= targets[i] * Math.log(probability) + (1 - targets[i]) * Math.log(1 - probability);
    expect(view(gradient)[i]).toBeCloseTo((probability - targets[i]) / 2, 6);
  });
  expect(total / expected).toBeCloseTo(1, 6);
});

it('moments of rows in parts are those of all rows', () => {
  const rows = normalArray(random, 60 * 5, 2).map((value) => value + 3);
  const { mean, covariance } = momentsOf([rows.slice(0, 35 * 5), rows.slice(35 * 5)], 5);
  const whole = fitGaussian(rows, 5);
  mean.forEach((value, i) => expect(value).toBeCloseTo(whole.mean[i], 5));
  covariance.forEach((value, i) => expect(value).toBeCloseTo(whole.covariance[i], 4));
  expect(() => momentsOf([new Float32Array(5)], 5)).toThrow(
    'A covariance takes at least two rows; it got 1.',
  );
});
