import { describe, expect, it } from 'vitest';
import { principalComponents } from '../../../../src/numerics/principal-components.ts';
import { createRandom } from '../../../../src/numerics/random.ts';

const random = () => createRandom('components');

/** `count` rows of `dim` independent normals, the i-th with standard deviation `stds[i]`, moved by `mean` in each direction. */
function rowsOf(stds: readonly number[], count: number, mean = 0): Float32Array {
  const draws = createRandom('rows');
  return Float32Array.from(
    { length: count * stds.length },
    (_, i) => mean + stds[i % stds.length] * draws.normal(),
  );
}

const differences = (a: Float32Array, b: Float32Array) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));

describe('principalComponents', () => {
  it('finds the direction of points on a line, and nothing beside it', () => {
    const points = Float32Array.from([-2, -1, 0, 1, 2].flatMap((t) => [5 + 3 * t, 1 - 4 * t]));
    const { mean, components, variances, project } = principalComponents(points, 2, 2, random());
    expect(Array.from(mean)).toEqual([5, 1]);
    expect(components[0]).toBeCloseTo(-0.6, 12);
    expect(components[1]).toBeCloseTo(0.8, 12);
    expect(variances[0]).toBeCloseTo(25 * 2.5, 10);
    expect(variances[1]).toBeCloseTo(0, 10);
    expect(Array.from(project(points, 1))).toEqual([10, 5, 0, -5, -10]);
  });

  it('gives back rows from all their coordinates, and fewer coordinates lose what the others held', () => {
    const rows = rowsOf([3, 2, 1, 0.5], 200, 7);
    const { project, reconstruct, variances } = principalComponents(rows, 4, 4, random());
    expect(differences(reconstruct(project(rows)), rows)).toBeLessThan(1e-5);
    const rough = reconstruct(project(rows, 2), 2);
    const lost = rough.reduce((sum, value, i) => sum + (value - rows[i]) ** 2, 0) / 199;
    expect(lost).toBeCloseTo(variances[2] + variances[3], 4);
  });

  it('finds in many dimensions what the exact method finds', () => {
    const rows = rowsOf(
      Array.from({ length: 120 }, (_, i) => 0.9 ** i),
      300,
    );
    const iterated = principalComponents(rows, 120, 5, random());
    const exact = principalComponents(rows, 120, 60, random());
    expect(iterated.components).toHaveLength(5 * 120);
    iterated.variances.forEach((value, i) => expect(value).toBeCloseTo(exact.variances[i], 10));
    iterated.components.forEach((value, i) => expect(value).toBeCloseTo(exact.components[i], 8));
  });

  it('does not depend on where it starts', () => {
    const rows = rowsOf(
      Array.from({ length: 150 }, (_, i) => 0.95 ** i),
      200,
    );
    const one = principalComponents(rows, 150, 10, createRandom('one'));
    const other = principalComponents(rows, 150, 10, createRandom('other'));
    expect(differences(one.project(rows), other.project(rows))).toBeLessThan(1e-5);
  });

  it('stays orthonormal when the rows span fewer directions than asked for', () => {
    const rows = rowsOf(
      Array.from({ length: 150 }, () => 1),
      8,
    );
    const { components, project, reconstruct } = principalComponents(rows, 150, 20, random());
    for (let a = 0; a < 20; a++) {
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let i = 0; i < 150; i++) dot += components[a * 150 + i] * components[b * 150 + i];
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 10);
      }
    }
    expect(differences(reconstruct(project(rows, 7), 7), rows)).toBeLessThan(1e-5);
  });

  it('says how many components there can be', () => {
    expect(() => principalComponents(new Float32Array(20), 4, 5, random())).toThrow(
      'Rows of 4 numbers have 1 to 4 principal components; 5 were asked for.',
    );
  });
});
