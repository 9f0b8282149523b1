/**
 * What the map of two-dimensional content codes is told at build time: its dots, and what its directions mean, which is measured on
 * pictures that the generator draws here. Not for islands.
 */
import type { GloManifest } from '../../../contract/families/glo.ts';
import { momentDirections, type MomentDirections } from '../../../networks/generator/moment-directions.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import type { SharedFit } from '../../../numerics/shared-slope.ts';
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

let meaning: Promise<MomentDirections> | undefined;

/** Each content in all ten classes: what one direction, the same for every class, says about ink, slant, width and height. */
export const readMapMeaning = (): Promise<MomentDirections> =>
  (meaning ??= withGenerator(mapId, ({ checkpoint, predict }) =>
    momentDirections(checkpoint, predict, numContents),
  ));

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
        { texts: ['leans right', 'leans left'], direction: pointOf(slant) },
        { texts: ['more ink', 'less ink'], direction: pointOf(ink) },
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

const pointOf = ({ direction: [x, y] }: SharedFit): Point => [x, y];

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
