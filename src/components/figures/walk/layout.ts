/** Where the content codes of a model lie in the plane, and the code of a place there: by principal axes, or by neighbourhoods. Pure. */
import { directionNames } from '../../../contract/direction-names.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { principalComponents, type PrincipalComponents } from '../../../numerics/principal-components.ts';
import { createRandom } from '../../../numerics/random.ts';
import { nearestImages, squaredDistances } from '../content-map/state.ts';

/** From the left and from the bottom edge of the plane, 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Fewer of shorter codes. */
const mostAxes = 4;

export interface Axes extends Pick<PrincipalComponents, 'mean' | 'variances' | 'components'> {
  /** Of the codes, [n × 2], from 0 to 1. */
  readonly places: Float32Array;
  /** The plane reaches from −extent to extent along both axes. */
  readonly extent: number;
}

/** The principal axes of codes [n × dim]: of each pair of ends the one that leans right, and then the one with more ink, is positive. */
export function axesOf(contentCodes: Float32Array, { directions }: CodeMap): Axes {
  const dim = directions.length / directionNames.length;
  const { mean, variances, components, project } = principalComponents(
    contentCodes,
    dim,
    Math.min(mostAxes, dim),
    createRandom('axes'),
  );
  const coordinates = project(contentCodes, 2);
  for (const axis of [0, 1]) {
    const row = components.subarray(axis * dim, (axis + 1) * dim);
    if (row.reduce((sum, value, i) => sum + value * directions[axis * dim + i], 0) >= 0) continue;
    for (let i = 0; i < dim; i++) row[i] = -row[i];
    for (let at = axis; at < coordinates.length; at += 2) coordinates[at] = -coordinates[at];
  }
  const extent = 1.03 * coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    mean,
    variances,
    components,
    extent,
    places: coordinates.map((value) => 0.5 + value / extent / 2),
  };
}

/** The code at a place, `others` standard deviations along the axes after the second, where there are such. */
export function codeOnAxes(
  { mean, variances, components, extent }: Axes,
  { x, y }: Place,
  others: readonly number[],
): Float32Array {
  const amounts = [
    (2 * x - 1) * extent,
    (2 * y - 1) * extent,
    ...others.slice(0, variances.length - 2).map((amount, i) => amount * Math.sqrt(variances[2 + i])),
  ];
  return Float32Array.from(mean, (value, i) =>
    amounts.reduce((sum, amount, axis) => sum + amount * components[axis * mean.length + i], value),
  );
}

/** Two places as near as this are one, as shares of the plane. */
const samePlace = 1e-3;

/** The mean of the codes of the `count` nearest images in the plane, near ones weighing more. */
export function codeOfNearest(
  contentCodes: Float32Array,
  { places }: Pick<CodeMap, 'places'>,
  { x, y }: Place,
  count: number,
): Float32Array {
  const dim = (2 * contentCodes.length) / places.length;
  const distances = squaredDistances(places, [x, y]);
  const images = nearestImages(places, [x, y], count);
  const weights = images.map((image) => 1 / (distances[image] + samePlace ** 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Float32Array.from({ length: dim }, (_, i) =>
    images.reduce((mean, image, at) => mean + (weights[at] / sum) * contentCodes[image * dim + i], 0),
  );
}

/** Of codes [n × dim], those of some images, all weighing the same. */
export const meanOfCodes = (
  contentCodes: Float32Array,
  dim: number,
  images: readonly number[],
): Float32Array<ArrayBuffer> =>
  Float32Array.from(
    { length: dim },
    (_, i) => images.reduce((sum, image) => sum + contentCodes[image * dim + i], 0) / images.length,
  );

/** On the way from one layout of the same images to the next, `t` from 0 to 1. */
export const between = (from: Float32Array, to: Float32Array, t: number): Float32Array<ArrayBuffer> =>
  Float32Array.from(to, (value, i) => (from.length === to.length ? from[i] + t * (value - from[i]) : value));

/** Each value's tenth of all, 0 to 9. */
export function tenthsOf(values: readonly number[]): Uint8Array<ArrayBuffer> {
  const tenths = new Uint8Array(values.length);
  Array.from(values.keys())
    .sort((a, b) => values[a] - values[b] || a - b)
    .forEach((image, rank) => (tenths[image] = Math.floor((10 * rank) / values.length)));
  return tenths;
}
