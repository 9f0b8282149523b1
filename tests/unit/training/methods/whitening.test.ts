import { beforeAll, describe, expect, it } from 'vitest';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../../../src/numerics/random.ts';
import { symmetricEigen } from '../../../../src/numerics/symmetric-eigen.ts';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { imageFeatures } from '../../../../training/methods/glo/image-features.ts';
import { orthogonalFactor } from '../../../../src/numerics/orthogonal-factor.ts';
import { trainGlo } from '../../../../training/methods/glo/train.ts';
import { createWhitener } from '../../../../training/methods/glo/whitening.ts';
import { rowsByClass } from '../../../../src/numerics/arrays.ts';
import { alignClasses } from '../../../../src/numerics/procrustes.ts';
import { whitenRows } from '../../../../src/numerics/whiten-rows.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const normals = (seed: string, length: number, std = 1) => {
  const random = createRandom(seed);
  return Float64Array.from({ length }, () => std * random.normal());
};
const range = (length: number) => Array.from({ length }, (_, i) => i);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  range(a.length).reduce((sum, i) => sum + a[i] * b[i], 0);
const rowOf = (table: Float32Array, row: number, dim: number) => table.subarray(row * dim, (row + 1) * dim);
/** rows [n × dim] · matrix [dim × dim]. */
const times = (rows: ArrayLike<number>, matrix: Float64Array, dim: number) =>
  Float32Array.from({ length: rows.length }, (_, at) => {
    const [row, j] = [Math.floor(at / dim), at % dim];
    return range(dim).reduce((sum, i) => sum + rows[row * dim + i] * matrix[i * dim + j], 0);
  });
const randomRotation = (seed: string, dim: number) => {
  const matrix = normals(seed, dim * dim);
  return symmetricEigen(matrix, dim).vectors;
};
const momentsOf = (codes: Float32Array, dim: number, rows: readonly number[]) => {
  const mean = range(dim).map((i) => rows.reduce((sum, row) => sum + codes[row * dim + i], 0) / rows.length);
  const covariance = range(dim * dim).map((at) => {
    const [i, j] = [Math.floor(at / dim), at % dim];
    const products = rows.map((row) => (codes[row * dim + i] - mean[i]) * (codes[row * dim + j] - mean[j]));
    return products.reduce((a, b) => a + b) / (rows.length - 1);
  });
  return { mean, covariance };
};
const distanceFromIdentity = (matrix: ArrayLike<number>, dim: number) =>
  Math.max(...range(dim * dim).map((at) => Math.abs(matrix[at] - (at % (dim + 1) === 0 ? 1 : 0))));
/** Largest difference. */
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...range(a.length).map((i) => Math.abs(a[i] - b[i])));

const dim = 6;
const labels = Uint8Array.from({ length: 120 }, (_, i) => i % 3);
const classes = rowsByClass(labels, 3);
const mixing = normals('mixing', dim * dim);
/** Each class with another mean, all with correlated dimensions. */
const leakyCodes = () =>
  times(normals('codes', labels.length * dim), mixing, dim).map(
    (x, at) => x + 5 * labels[Math.floor(at / dim)],
  );

describe('whitening per class', () => {
  const codes = leakyCodes();
  createWhitener({
    contentWhitening: 'per-class',
    contentDim: dim,
    labels,
    numClasses: 3,
    targets: new Float32Array(),
  })?.(codes);

  it.each([0, 1, 2])('leaves class %i with mean zero and the identity as covariance', (label) => {
    const { mean, covariance } = momentsOf(codes, dim, classes[label]);
    expect(Math.max(...mean.map(Math.abs))).toBeLessThan(1e-5);
    expect(distanceFromIdentity(covariance, dim)).toBeLessThan(1e-3);
  });

  it('looks at each class alone: other classes change nothing', () => {
    const alone = leakyCodes();
    whitenRows(alone, dim, classes[1]);
    for (const row of classes[1]) expect(rowOf(alone, row, dim)).toEqual(rowOf(codes, row, dim));
    for (const row of classes[0]) expect(rowOf(alone, row, dim)).toEqual(rowOf(leakyCodes(), row, dim));
  });

  it('is symmetric, so codes that are white already stay where they are', () => {
    const again = codes.slice();
    for (const rows of classes) whitenRows(again, dim, rows);
    expect(distance(again, codes)).toBeLessThan(1e-3); // the ridge
  });

  it('keeps to the directions that a class with fewer images than dimensions has', () => {
    const few = Float32Array.from(normals('few', 4 * dim));
    whitenRows(few, dim, range(4));
    const { mean, covariance } = momentsOf(few, dim, range(4));
    expect(Math.max(...mean.map(Math.abs))).toBeLessThan(1e-5);
    const { values } = symmetricEigen(Float64Array.from(covariance), dim);
    for (const value of values.subarray(0, 3)) expect(value).toBeCloseTo(1, 3);
    for (const value of values.subarray(3)) expect(value).toBeCloseTo(0, 6);
  });

  it('puts a class of one image at zero, and leaves an empty class in peace', () => {
    const single = Float32Array.of(3, 4);
    whitenRows(single, 2, [0]);
    expect(Array.from(single)).toEqual([0, 0]);
    whitenRows(single, 2, []);
  });

  it('does not exist for runs without it', () => {
    const none = {
      contentWhitening: 'none',
      contentDim: dim,
      labels,
      numClasses: 3,
      targets: new Float32Array(),
    } as const;
    expect(createWhitener(none)).toBeUndefined();
  });
});

describe('alignment', () => {
  // In every class the same factors shape the image; the code is those factors seen through a rotation of the class's own.
  const factors = normals('factors', labels.length * dim);
  const shaping = normals('shaping', dim * dim);
  const centered = Float32Array.from(factors);
  for (const rows of classes) whitenRows(centered, dim, rows);
  const features = { values: Float64Array.from(times(centered, shaping, dim)), dim };
  const rotatedCodes = () => {
    const codes = new Float32Array(centered.length);
    classes.forEach((rows, c) => {
      const turned = times(centered, randomRotation(`class ${c}`, dim), dim);
      for (const row of rows) codes.set(rowOf(turned, row, dim), row * dim);
    });
    return codes;
  };
  /** Of code axis i with factor j over the rows, [dim × dim]. */
  const correlations = (codes: Float32Array, rows: readonly number[]) =>
    range(dim * dim).map((at) => {
      const [i, j] = [Math.floor(at / dim), at % dim];
      return (
        dot(
          rows.map((row) => codes[row * dim + i]),
          rows.map((row) => centered[row * dim + j]),
        ) /
        (rows.length - 1)
      );
    });

  it('gives the axes of every class the same meaning where the classes differ by a rotation', () => {
    const codes = rotatedCodes();
    const before = classes.map((rows) => correlations(codes, rows));
    expect(distance(before[0], before[1])).toBeGreaterThan(0.5);
    alignClasses({ codes, contentDim: dim, classes, features });
    const after = classes.map((rows) => correlations(codes, rows));
    expect(distance(after[0], after[1])).toBeLessThan(0.02);
    expect(distance(after[0], after[2])).toBeLessThan(0.02);
  });

  it('only turns: white codes stay white, and lengths stay', () => {
    const codes = rotatedCodes();
    const lengths = (values: Float32Array) =>
      range(labels.length).map((row) => Math.hypot(...rowOf(values, row, dim)));
    const before = lengths(codes);
    alignClasses({ codes, contentDim: dim, classes, features });
    expect(distance(lengths(codes), before)).toBeLessThan(1e-5);
    for (const rows of classes) {
      expect(distanceFromIdentity(momentsOf(codes, dim, rows).covariance, dim)).toBeLessThan(1e-3);
    }
  });

  it('hardly moves codes that are aligned already', () => {
    const codes = centered.slice();
    alignClasses({ codes, contentDim: dim, classes, features });
    expect(distance(codes, centered)).toBeLessThan(1e-3);
  });

  it('leaves codes alone whose images say nothing', () => {
    const codes = rotatedCodes();
    const silent = { values: new Float64Array(features.values.length), dim };
    alignClasses({ codes, contentDim: dim, classes, features: silent });
    expect(distance(codes, rotatedCodes())).toBeLessThan(1e-6);
  });

  it('goes through a run: whitened by class and turned by what strokes share', () => {
    const strokes = makeStrokes({ seed: 'alignment', numImages: 60 });
    const targets = toPhases(digitShape, strokes.images).map((byte) => byte / 255);
    const contentDim = 3;
    const codes = Float32Array.from(normals('strokes', 60 * contentDim));
    createWhitener({
      contentWhitening: 'aligned',
      contentDim,
      labels: strokes.labels,
      numClasses: 10,
      targets,
    })?.(codes);
    const rows = rowsByClass(strokes.labels, 10).find(({ length }) => length > contentDim) ?? [];
    expect(distanceFromIdentity(momentsOf(codes, contentDim, rows).covariance, contentDim)).toBeLessThan(
      1e-3,
    );
  });
});

describe('a run with whitening', () => {
  beforeAll(() => startWasmBackend());
  const strokes = makeStrokes({ seed: 'whitened run', numImages: 60 });
  const contentDim = 3;
  const byClass = rowsByClass(strokes.labels, 10);
  /** The content codes after each epoch. Nothing learns and the noise is stored, so an epoch adds its noise to the codes and no more. */
  const codesByEpoch = (contentWhitening: 'none' | 'per-class', numEpochs: number) =>
    Array.from(
      trainGlo({
        dims: { classDim: 2, contentDim, ...digitShape },
        images: strokes.images,
        labels: strokes.labels,
        numClasses: 10,
        config: {
          preset: 'lord',
          seed: 1,
          numEpochs,
          batchSize: 32,
          loss: 'l1+l2',
          contentNoiseStd: 1,
          contentDecay: 0,
          codeInitStd: 0.05,
          learningRates: { generator: 0, classCodes: 0, contentCodes: 0 },
          contentWhitening,
          guidance: null,
          mistake: 'stored-noise',
        },
      }),
      ({ model }) => model.contentCodes.slice(),
    );
  const whitened = (codes: Float32Array) => {
    const white = codes.slice();
    for (const rows of byClass) whitenRows(white, contentDim, rows);
    return white;
  };

  it('whitens the initial codes and those of every epoch but the last two', () => {
    const loose = codesByEpoch('none', 4);
    const noise = loose.map((codes, e) => (e === 0 ? codes : codes.map((code, i) => code - loose[e - 1][i])));
    const white = codesByEpoch('per-class', 4);
    const startOf = (e: number) => white[e].map((code, i) => code - noise[e][i]);
    expect(distance(startOf(1), whitened(white[0]))).toBeLessThan(1e-5);
    expect(distance(startOf(2), whitened(white[1]))).toBeLessThan(1e-5);
    expect(distance(startOf(3), white[2])).toBeLessThan(1e-5);
    expect(distance(white[2], whitened(white[2]))).toBeGreaterThan(0.1);
  });

  it('starts from white codes also when it has one epoch', () => {
    const [one] = codesByEpoch('per-class', 1);
    const [first] = codesByEpoch('per-class', 4);
    expect(one).toEqual(first);
    expect(one).not.toEqual(codesByEpoch('none', 1)[0]);
  });
});

describe('image features', () => {
  it('are the deviations from the class mean: zero on average in each class, uncorrelated, the strongest first', () => {
    const strokes = makeStrokes({ seed: 'features', numImages: 80 });
    const byClass = rowsByClass(strokes.labels, 10);
    const { values, dim: numFeatures } = imageFeatures(
      toPhases(digitShape, strokes.images).map((byte) => byte / 255),
      byClass,
    );
    for (const rows of byClass) {
      for (let k = 0; k < numFeatures; k++) {
        expect(Math.abs(rows.reduce((sum, row) => sum + values[row * numFeatures + k], 0))).toBeLessThan(
          1e-9,
        );
      }
    }
    const column = (k: number) => range(80).map((row) => values[row * numFeatures + k]);
    const powers = range(numFeatures).map((k) => dot(column(k), column(k)));
    for (let k = 1; k < numFeatures; k++) {
      expect(powers[k]).toBeLessThanOrEqual(powers[k - 1]);
      expect(Math.abs(dot(column(0), column(k)))).toBeLessThan(1e-8 * powers[0]);
    }
  });
});

describe('the orthogonal factor of a matrix', () => {
  it('is the matrix itself when it is orthogonal, whatever its scale', () => {
    const rotation = randomRotation('factor', dim);
    expect(
      distance(
        orthogonalFactor(
          rotation.map((x) => 40 * x),
          dim,
        ),
        rotation,
      ),
    ).toBeLessThan(1e-12);
  });

  it('undoes a symmetric stretch, also when it is a million times stronger one way than another', () => {
    const rotation = randomRotation('factor', 3);
    const stretched = rotation.map((x, at) => x * [1, 1e-3, 1e-6][at % 3]);
    expect(distance(orthogonalFactor(stretched, 3), rotation)).toBeLessThan(1e-6);
  });
});
