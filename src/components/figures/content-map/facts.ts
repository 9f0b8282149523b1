/**
 * What the map of two-dimensional content codes is told at build time: its dots, and what its directions mean, which is measured on
 * pictures that the generator draws here. Not for islands.
 */
import type { GloManifest } from '../../../contract/families/glo.ts';
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { imageMoments, momentNames, type MomentName } from '../../../numerics/image-moments.ts';
import { createSolver } from '../../../numerics/solve.ts';
import { sheetUrl, withGenerator } from '../../build/generator.ts';
import { readJudge } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { codeOf, mapFields, nearestImages, placeOfCode, type MapFacts, type Point } from './state.ts';

export const mapId = 'glo-mnist-lord-dims2-sigma0.3';

/** Pictures of this many contents, evenly through the training images, tell what the directions mean. */
const numContents = 300;
export const numNearest = 8;

interface Drawer {
  readonly manifest: GloManifest;
  readonly contentCodes: Float32Array;
  /** Contents [n × 2] in one class. */
  readonly draw: (contents: Float32Array, digit: number) => Float32Array;
}

const withModel = <Result>(use: (drawer: Drawer) => Result): Promise<Result> =>
  withGenerator(mapId, ({ checkpoint: { manifest, contentCodes, classCodes }, predict }) => {
    const { model } = manifest;
    const draw: Drawer['draw'] = (contents, digit) => {
      const count = contents.length / model.contentDim;
      const row = classCodes.subarray(digit * model.classDim, (digit + 1) * model.classDim);
      const classes = new Float32Array(count * model.classDim);
      for (let start = 0; start < classes.length; start += model.classDim) classes.set(row, start);
      return predict({ count, contentCodes: contents, classCodes: classes });
    };
    return use({ manifest, contentCodes, draw });
  });

/** How a moment of the pictures goes with the place on the map. */
export interface MomentFit {
  /** Where it grows fastest, of length 1. */
  readonly direction: Point;
  /** Share of its variance within classes that one plane for all ten classes explains. */
  readonly shared: number;
}

export type MapMeaning = Readonly<Record<MomentName, MomentFit>>;

let meaning: Promise<MapMeaning> | undefined;

/** Each content in all ten classes: what one direction, the same for every class, says about ink, slant, width and height. */
export const readMapMeaning = (): Promise<MapMeaning> => (meaning ??= withModel(meaningOf));

function meaningOf({ manifest, contentCodes, draw }: Drawer): MapMeaning {
  const { numClasses, contentDim, imageWidth } = manifest.model;
  const length = imageLength(manifest.model);
  const numImages = contentCodes.length / contentDim;
  const contents = Float32Array.from({ length: numContents * contentDim }, (_, i) => {
    const image = Math.floor((Math.floor(i / contentDim) * numImages) / numContents);
    return contentCodes[image * contentDim + (i % contentDim)];
  });
  const moments = Array.from({ length: numClasses }, (_, digit) => {
    const ink = draw(contents, digit);
    return Array.from({ length: numContents }, (_, i) =>
      imageMoments(ink.subarray(i * length, (i + 1) * length), imageWidth),
    );
  });
  const fit = (name: MomentName): MomentFit =>
    fitPlane(
      contents,
      moments.map((row) => row.map((each) => each[name])),
    );
  return Object.fromEntries(momentNames.map((name) => [name, fit(name)])) as Record<MomentName, MomentFit>;
}

/**
 * Least squares of values[class][i] by a·x + b·y with a level of its own for each class and one slope for all. `points` [n × 2].
 */
export function fitPlane(points: Float32Array, values: readonly (readonly number[])[]): MomentFit {
  const n = points.length / 2;
  const middle = [0, 1].map((axis) => meanOf(Array.from({ length: n }, (_, i) => points[2 * i + axis])));
  const centered = Array.from(points, (value, i) => value - middle[i % 2]);
  const normal = new Float64Array(4);
  const slope = new Float64Array(2);
  let total = 0;
  for (const row of values) {
    const mean = meanOf(row);
    row.forEach((value, i) => {
      const [x, y, deviation] = [centered[2 * i], centered[2 * i + 1], value - mean];
      normal[0] += x * x;
      normal[1] += x * y;
      normal[2] += x * y;
      normal[3] += y * y;
      slope[0] += x * deviation;
      slope[1] += y * deviation;
      total += deviation * deviation;
    });
  }
  const [crossX, crossY] = slope;
  createSolver(normal, 2)(slope);
  const [a, b] = slope;
  const length = Math.hypot(a, b);
  return {
    direction: length === 0 ? [0, 0] : [a / length, b / length],
    shared: total === 0 ? 0 : (a * crossX + b * crossY) / total,
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export async function mapFacts(): Promise<MapFacts> {
  const { ink, slant } = await readMapMeaning();
  const judge = readJudge();
  const originalsUrl = (await loadOriginals()) && withBase('data/originals/');
  return withModel(({ manifest, contentCodes, draw }) => {
    const { numClasses } = manifest.model;
    const extent = extentOf(contentCodes);
    const first = codeOf({ x: mapFields.x.initial, y: mapFields.y.initial }, extent);
    return {
      id: mapId,
      modelsUrl: withBase('models/'),
      originalsUrl,
      judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
      numClasses,
      extent,
      sigma: manifest.training.contentNoiseStd,
      directions: [
        { texts: ['leans right', 'leans left'], direction: slant.direction },
        { texts: ['more ink', 'less ink'], direction: ink.direction },
      ],
      firstFrame: sheetUrl(
        concatenate(Array.from({ length: numClasses }, (_, digit) => draw(Float32Array.from(first), digit))),
        numClasses,
        manifest.model,
      ),
      firstNearest: nearestImages(contentCodes, first, numNearest),
    };
  });
}

const extentOf = (codes: Float32Array): number =>
  Math.ceil(codes.reduce((most, value) => Math.max(most, Math.abs(value)), 0));

/** The dots of each class as one path, in a box of 100 × 100 whose y runs down. */
export const mapDots = (): Promise<readonly string[]> =>
  withModel(({ manifest, contentCodes }) =>
    dotsOf(contentCodes, manifest.dataset.labels, {
      numClasses: manifest.model.numClasses,
      extent: extentOf(contentCodes),
    }),
  );

/** One path a class, a dot each code: a stroke of length 0 with round ends. */
export function dotsOf(
  codes: Float32Array,
  labels: string,
  { numClasses, extent }: { numClasses: number; extent: number },
): string[] {
  const paths = Array.from({ length: numClasses }, () => '');
  for (let image = 0; image < codes.length / 2; image++) {
    const { x, y } = placeOfCode([codes[2 * image], codes[2 * image + 1]], extent);
    paths[Number(labels[image])] += `M${(100 * x).toFixed(1)} ${(100 - 100 * y).toFixed(1)}h0`;
  }
  return paths;
}
