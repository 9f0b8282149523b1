/**
 * The loops that training spends its time in, as WebAssembly with 128-bit vectors: a tile of a matrix product (after Goto and van de Geijn,
 * 2008), what packs matrices for it, runs of numbers, Adam, rectifiers, and the sigmoid with its cross-entropy. Every sum has one fixed order and nothing is fused, so that
 * any machine gives the same bits. Arguments are byte addresses, and `end` the address behind the last element, unless it says otherwise; there
 * is at least one.
 */
import {
  assemble,
  f32,
  f32x4,
  get,
  i32,
  repeatWhile,
  set,
  wasmFunction,
  when,
  type Code,
} from './assembler.ts';
import { floatBytes } from './matrix.ts';

/** Rows and columns of a tile: all sums of one stay in registers. */
export const tileRows = 4;
export const tileColumns = 8;

const vectorBytes = 16;
const columnVectors = [0, 1] as const;
const rows = Array.from({ length: tileRows }, (_, row) => row);
const advance = (local: number, by: Code): Code => set(local, i32.add(get(local), by));
const add = (local: number, value: Code): Code => set(local, f32x4.add(get(local), value));

/**
 * A packed step of a panel of the left matrix: where the step's row of b is, in bytes from the first, then one float of each row. Steps
 * that are 0 in every row are left out, which most of a digit's pixels are. In front of the first step is the address behind the last.
 */
const headBytes = floatBytes;
const stepBytes = (1 + tileRows) * floatBytes;

/** The most bytes that a panel of the left matrix takes. */
export const panelBytes = (numSteps: number): number => headBytes + numSteps * stepBytes;

const sumName = (row: number, half: number) => `sum${row}.${half}`;
const sumLocals: Readonly<Record<string, 'v128'>> = Object.fromEntries(
  rows.flatMap((row) => columnVectors.map((half) => [sumName(row, half), 'v128'])),
);

/**
 * For each panel of the left matrix from `a` to `end`, `panel` bytes apart: a tile c [tileRows, tileColumns] = (adds ? c : 0) + aᵀ · b with the
 * packed panel b [steps, tileColumns], and the next tile below it. `stride`: bytes from a row of c to the next.
 */
const tiles = wasmFunction(
  'tiles',
  { a: 'i32', panel: 'i32', end: 'i32', b: 'i32', c: 'i32', stride: 'i32', adds: 'i32' },
  {
    row: 'i32',
    step: 'i32',
    last: 'i32',
    line: 'i32',
    left: 'v128',
    right: 'v128',
    one: 'v128',
    ...sumLocals,
  },
  (at) => {
    const sum = (row: number, half: number) => (at as Readonly<Record<string, number>>)[sumName(row, half)];
    const sums = rows.flatMap((row) => columnVectors.map((half) => sum(row, half)));
    const eachRow = (body: (row: number) => readonly Code[]): readonly Code[] => [
      set(at.row, get(at.c)),
      ...rows.flatMap((row) => [...body(row), advance(at.row, get(at.stride))]),
    ];
    return [
      repeatWhile(i32.less(get(at.a), get(at.end)), [
        ...sums.map((each) => set(each, f32x4.constant(0))),
        when(
          get(at.adds),
          eachRow((row) =>
            columnVectors.map((half) => set(sum(row, half), f32x4.load(get(at.row), half * vectorBytes))),
          ),
        ),
        set(at.step, i32.add(get(at.a), i32.constant(headBytes))),
        set(at.last, i32.load(get(at.a))),
        when(i32.less(get(at.step), get(at.last)), [
          repeatWhile(i32.less(get(at.step), get(at.last)), [
            set(at.line, i32.add(get(at.b), i32.load(get(at.step)))),
            set(at.left, f32x4.load(get(at.line))),
            set(at.right, f32x4.load(get(at.line), vectorBytes)),
            ...rows.flatMap((row) => [
              set(at.one, f32x4.loadSplat(get(at.step), (1 + row) * floatBytes)),
              add(sum(row, 0), f32x4.multiply(get(at.one), get(at.left))),
              add(sum(row, 1), f32x4.multiply(get(at.one), get(at.right))),
            ]),
            advance(at.step, i32.constant(stepBytes)),
          ]),
        ]),
        ...eachRow((row) =>
          columnVectors.map((half) => f32x4.store(get(at.row), get(sum(row, half)), half * vectorBytes)),
        ),
        set(at.c, get(at.row)),
        advance(at.a, get(at.panel)),
      ]),
    ];
  },
);

/** One panel of the left matrix into `to`: `length` bytes of rows are there, the others 0. `end`: that of the offsets of steps. */
const packRows = wasmFunction(
  'packRows',
  { from: 'i32', rowStride: 'i32', stepStride: 'i32', length: 'i32', to: 'i32', end: 'i32' },
  { source: 'i32', target: 'i32', filled: 'i32', step: 'i32', offset: 'i32', bits: 'i32', any: 'i32' },
  (at) => [
    set(at.step, i32.add(get(at.to), i32.constant(headBytes))),
    repeatWhile(i32.less(get(at.offset), get(at.end)), [
      i32.store(get(at.step), get(at.offset)),
      ...rows.map((row) => i32.store(get(at.step), i32.constant(0), (1 + row) * floatBytes)),
      set(at.source, get(at.from)),
      set(at.target, i32.add(get(at.step), i32.constant(floatBytes))),
      set(at.filled, i32.add(get(at.target), get(at.length))),
      set(at.any, i32.constant(0)),
      repeatWhile(i32.less(get(at.target), get(at.filled)), [
        set(at.bits, i32.load(get(at.source))),
        i32.store(get(at.target), get(at.bits)),
        set(at.any, i32.or(get(at.any), get(at.bits))),
        advance(at.source, get(at.rowStride)),
        advance(at.target, i32.constant(floatBytes)),
      ]),
      when(get(at.any), [advance(at.step, i32.constant(stepBytes))]),
      advance(at.from, get(at.stepStride)),
      advance(at.offset, i32.constant(tileColumns * floatBytes)),
    ]),
    i32.store(get(at.to), get(at.step)),
  ],
);

/** One panel of the right matrix into `to`: to[step, column], of which `length` bytes of columns are there, the others 0. */
const packColumns = wasmFunction(
  'packColumns',
  { from: 'i32', columnStride: 'i32', stepStride: 'i32', length: 'i32', to: 'i32', end: 'i32' },
  { source: 'i32', target: 'i32', filled: 'i32' },
  (at) => [
    repeatWhile(i32.less(get(at.to), get(at.end)), [
      ...columnVectors.map((half) => f32x4.store(get(at.to), f32x4.constant(0), half * vectorBytes)),
      set(at.source, get(at.from)),
      set(at.target, get(at.to)),
      set(at.filled, i32.add(get(at.to), get(at.length))),
      repeatWhile(i32.less(get(at.target), get(at.filled)), [
        f32.store(get(at.target), f32.load(get(at.source))),
        advance(at.source, get(at.columnStride)),
        advance(at.target, i32.constant(floatBytes)),
      ]),
      advance(at.from, get(at.stepStride)),
      advance(at.to, i32.constant(tileColumns * floatBytes)),
    ]),
  ],
);

/** The same for a whole panel of columns that lie side by side. */
const copyColumns = wasmFunction(
  'copyColumns',
  { from: 'i32', stepStride: 'i32', to: 'i32', end: 'i32' },
  {},
  (at) => [
    repeatWhile(i32.less(get(at.to), get(at.end)), [
      ...columnVectors.map((half) =>
        f32x4.store(get(at.to), f32x4.load(get(at.from), half * vectorBytes), half * vectorBytes),
      ),
      advance(at.from, get(at.stepStride)),
      advance(at.to, i32.constant(tileColumns * floatBytes)),
    ]),
  ],
);

/** A run of numbers: where it is in one array and in the other, and how long it is and its whole vectors are, all in bytes. */
export const numbersOfRun = 4;

/** For each run of a table: `ofVector` and, of what is left, `ofFloat`, with the addresses in `place` and `other`. */
const eachRun = (name: string, ofVector: (at: RunLocals) => Code, ofFloat: (at: RunLocals) => Code) =>
  wasmFunction(
    name,
    { runs: 'i32', end: 'i32', first: 'i32', second: 'i32' },
    { place: 'i32', other: 'i32', vectors: 'i32', all: 'i32' },
    (at) => {
      const each = (end: number, bytes: number, body: Code) =>
        when(i32.less(get(at.place), get(end)), [
          repeatWhile(i32.less(get(at.place), get(end)), [
            body,
            ...[at.place, at.other].map((local) => advance(local, i32.constant(bytes))),
          ]),
        ]);
      return [
        repeatWhile(i32.less(get(at.runs), get(at.end)), [
          set(at.place, i32.add(get(at.first), i32.load(get(at.runs)))),
          set(at.other, i32.add(get(at.second), i32.load(get(at.runs), floatBytes))),
          set(at.all, i32.add(get(at.place), i32.load(get(at.runs), 2 * floatBytes))),
          set(at.vectors, i32.add(get(at.place), i32.load(get(at.runs), 3 * floatBytes))),
          each(at.vectors, vectorBytes, ofVector(at)),
          each(at.all, floatBytes, ofFloat(at)),
          advance(at.runs, i32.constant(numbersOfRun * floatBytes)),
        ]),
      ];
    },
  );
interface RunLocals {
  readonly place: number;
  readonly other: number;
}

/** first = second, run by run. */
const copyRuns = eachRun(
  'copyRuns',
  ({ place, other }) => f32x4.store(get(place), f32x4.load(get(other))),
  ({ place, other }) => f32.store(get(place), f32.load(get(other))),
);

/** second += first, run by run. */
const addRuns = eachRun(
  'addRuns',
  ({ place, other }) => f32x4.store(get(other), f32x4.add(f32x4.load(get(other)), f32x4.load(get(place)))),
  ({ place, other }) => f32.store(get(other), f32.add(f32.load(get(other)), f32.load(get(place)))),
);

/** One step of Adam; the arrays have the same length, a multiple of four. See ../adam.ts for what the numbers are. */
const adam = wasmFunction(
  'adam',
  {
    values: 'i32',
    gradient: 'i32',
    mean: 'i32',
    square: 'i32',
    end: 'i32', // of the values
    beta1: 'f32',
    newShare1: 'f32',
    beta2: 'f32',
    newShare2: 'f32',
    stepSize: 'f32',
    correction: 'f32',
    epsilon: 'f32',
  },
  { g: 'v128', m: 'v128', v: 'v128' },
  (at) => {
    const splat = (local: number) => f32x4.splat(get(local));
    const blend = (kept: number, old: Code, share: number, value: Code) =>
      f32x4.add(f32x4.multiply(splat(kept), old), f32x4.multiply(splat(share), value));
    return [
      repeatWhile(i32.less(get(at.values), get(at.end)), [
        set(at.g, f32x4.load(get(at.gradient))),
        set(at.m, blend(at.beta1, f32x4.load(get(at.mean)), at.newShare1, get(at.g))),
        set(
          at.v,
          blend(at.beta2, f32x4.load(get(at.square)), at.newShare2, f32x4.multiply(get(at.g), get(at.g))),
        ),
        f32x4.store(get(at.mean), get(at.m)),
        f32x4.store(get(at.square), get(at.v)),
        f32x4.store(
          get(at.values),
          f32x4.subtract(
            f32x4.load(get(at.values)),
            f32x4.divide(
              f32x4.multiply(splat(at.stepSize), get(at.m)),
              f32x4.add(f32x4.multiply(f32x4.squareRoot(get(at.v)), splat(at.correction)), splat(at.epsilon)),
            ),
          ),
        ),
        ...[at.values, at.gradient, at.mean, at.square].map((local) =>
          advance(local, i32.constant(vectorBytes)),
        ),
      ]),
    ];
  },
);

const one = f32x4.constant(1);
const zero = f32x4.constant(0);
const polynomial = (x: Code, coefficients: readonly number[]): Code =>
  coefficients
    .slice(1)
    .reduce<Code>(
      (sum, coefficient) => f32x4.add(f32x4.multiply(sum, x), f32x4.constant(coefficient)),
      f32x4.constant(coefficients[0]),
    );

/** Into `power`: exp of `power`, to two units in the last place (Cephes' expf). Uses `whole` and `rest`. */
const exponential = (at: {
  readonly power: number;
  readonly whole: number;
  readonly rest: number;
}): readonly Code[] => [
  set(at.power, f32x4.min(f32x4.max(get(at.power), f32x4.constant(-87)), f32x4.constant(88))),
  set(at.whole, f32x4.nearest(f32x4.multiply(get(at.power), f32x4.constant(Math.LOG2E)))),
  // ln 2 in two parts, of which the first is short enough for an exact product.
  set(at.rest, f32x4.subtract(get(at.power), f32x4.multiply(get(at.whole), f32x4.constant(0.693359375)))),
  set(at.rest, f32x4.add(get(at.rest), f32x4.multiply(get(at.whole), f32x4.constant(2.1219444e-4)))),
  set(
    at.power,
    f32x4.add(
      f32x4.add(
        f32x4.multiply(
          polynomial(
            get(at.rest),
            [
              1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1,
              5.0000001201e-1,
            ],
          ),
          f32x4.multiply(get(at.rest), get(at.rest)),
        ),
        get(at.rest),
      ),
      one,
    ),
  ),
  // × 2^whole, whose bits are the exponent alone.
  set(
    at.power,
    f32x4.multiply(
      get(at.power),
      f32x4.shiftLeft(f32x4.addIntegers(f32x4.toIntegers(get(at.whole)), f32x4.integers(127)), 23),
    ),
  ),
];

const exponentialLocals = { power: 'v128', whole: 'v128', rest: 'v128' } as const;

/** to = 1 / (1 + exp(−from)); may be the same array. Lengths are multiples of four. */
const sigmoid = wasmFunction('sigmoid', { from: 'i32', to: 'i32', end: 'i32' }, exponentialLocals, (at) => [
  repeatWhile(i32.less(get(at.to), get(at.end)), [
    set(at.power, f32x4.negate(f32x4.load(get(at.from)))),
    ...exponential(at),
    f32x4.store(get(at.to), f32x4.divide(one, f32x4.add(one, get(at.power)))),
    advance(at.from, i32.constant(vectorBytes)),
    advance(at.to, i32.constant(vectorBytes)),
  ]),
]);

/** What is multiplied with a slope that may be 0, without the sign of a zero: steps of a product are left out by their bits. */
const sloped = (value: Code, slope: number): Code =>
  f32x4.add(f32x4.multiply(value, f32x4.splat(get(slope))), zero);

/** Where values are below 0, they times `slope`, which is below 1. Lengths are multiples of four. */
const rectify = wasmFunction(
  'rectify',
  { values: 'i32', end: 'i32', slope: 'f32' },
  { value: 'v128' },
  (at) => [
    repeatWhile(i32.less(get(at.values), get(at.end)), [
      set(at.value, f32x4.load(get(at.values))),
      f32x4.store(get(at.values), f32x4.max(get(at.value), sloped(get(at.value), at.slope))),
      advance(at.values, i32.constant(vectorBytes)),
    ]),
  ],
);

/** Its gradient, in place: times `slope` where the rectified values are not above 0. */
const throughRectifier = wasmFunction(
  'throughRectifier',
  { gradient: 'i32', output: 'i32', end: 'i32', slope: 'f32' },
  { value: 'v128' },
  (at) => [
    repeatWhile(i32.less(get(at.gradient), get(at.end)), [
      set(at.value, f32x4.load(get(at.gradient))),
      f32x4.store(
        get(at.gradient),
        f32x4.select(
          sloped(get(at.value), at.slope),
          get(at.value),
          f32x4.lessOrEqual(f32x4.load(get(at.output)), zero),
        ),
      ),
      ...[at.gradient, at.output].map((local) => advance(local, i32.constant(vectorBytes))),
    ]),
  ],
);

/**
 * Cross-entropy of sigmoid(logits) against targets in [0, 1]: gradient = scale · (sigmoid − target), and into `sums` four sums of
 * log(1 + exp(logit)) − logit · target, which together are that of all elements. Lengths are multiples of four.
 */
const crossEntropy = wasmFunction(
  'crossEntropy',
  { logits: 'i32', targets: 'i32', gradient: 'i32', end: 'i32', scale: 'f32', sums: 'i32' },
  { ...exponentialLocals, logit: 'v128', target: 'v128', ratio: 'v128', square: 'v128', sum: 'v128' },
  (at) => [
    repeatWhile(i32.less(get(at.gradient), get(at.end)), [
      set(at.logit, f32x4.load(get(at.logits))),
      set(at.target, f32x4.load(get(at.targets))),
      set(at.power, f32x4.negate(f32x4.abs(get(at.logit)))),
      ...exponential(at),
      // log(1 + e) = 2 artanh(e / (2 + e)), and e is at most 1, so six terms are enough.
      set(at.ratio, f32x4.divide(get(at.power), f32x4.add(get(at.power), f32x4.constant(2)))),
      set(at.square, f32x4.multiply(get(at.ratio), get(at.ratio))),
      add(
        at.sum,
        f32x4.subtract(f32x4.max(get(at.logit), zero), f32x4.multiply(get(at.logit), get(at.target))),
      ),
      add(
        at.sum,
        f32x4.multiply(
          f32x4.multiply(get(at.ratio), f32x4.constant(2)),
          polynomial(get(at.square), [1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1]),
        ),
      ),
      f32x4.store(
        get(at.gradient),
        f32x4.multiply(
          f32x4.splat(get(at.scale)),
          f32x4.subtract(
            f32x4.divide(
              f32x4.select(one, get(at.power), f32x4.greater(get(at.logit), zero)),
              f32x4.add(one, get(at.power)),
            ),
            get(at.target),
          ),
        ),
      ),
      ...[at.logits, at.targets, at.gradient].map((local) => advance(local, i32.constant(vectorBytes))),
    ]),
    f32x4.store(get(at.sums), get(at.sum)),
  ],
);

export interface Kernels {
  tiles(a: number, panel: number, end: number, b: number, c: number, stride: number, adds: number): void;
  packRows(
    ...args: [from: number, rowStride: number, stepStride: number, length: number, to: number, end: number]
  ): void;
  packColumns(
    ...args: [from: number, columnStride: number, stepStride: number, length: number, to: number, end: number]
  ): void;
  copyColumns(from: number, stepStride: number, to: number, end: number): void;
  copyRuns(runs: number, end: number, first: number, second: number): void;
  addRuns(runs: number, end: number, first: number, second: number): void;
  /** In the order of the kernel's parameters. */
  adam(...args: number[]): void;
  sigmoid(from: number, to: number, end: number): void;
  rectify(values: number, end: number, slope: number): void;
  throughRectifier(gradient: number, output: number, end: number, slope: number): void;
  crossEntropy(
    logits: number,
    targets: number,
    gradient: number,
    end: number,
    scale: number,
    sums: number,
  ): void;
}

let compiled: WebAssembly.Module | undefined;

/** The kernels over a memory of their own. @throws WebAssembly.CompileError where there are no 128-bit vectors. */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(
    assemble([
      ...[tiles, packRows, packColumns, copyColumns],
      ...[copyRuns, addRuns, adam, sigmoid, rectify, throughRectifier, crossEntropy],
    ]),
  );
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}
