/** State of the walk through the content codes, and the codes of its pictures. Pure. */
import { directionNames } from '../../../contract/direction-names.ts';
import type { Checkpoint } from '../../../engine/api.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { reconstructions, type CodeBatch, type CodeSource } from '../../../networks/generator/codes.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { drawGaussian, fitGaussian } from '../../../numerics/gaussian.ts';
import { createRandom } from '../../../numerics/random.ts';
import type { CodeMapsFacts } from '../code-maps/page-map.ts';
import { nearestImages } from '../content-map/state.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, decimal, decimalFrom, flag, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import { axesOf, codeOfNearest, codeOnAxes, meanOfCodes, type Axes, type Place } from './layout.ts';
import { imagesIn, loopField, regionOf, type Loop } from './region.ts';

export const layouts = ['neighbours', 'axes'] as const;
/** What the dots are coloured by: the class, or a moment of the pictures. */
export const colourings = ['class', 'slant', 'ink', 'width', 'height'] as const;
export type Colouring = (typeof colourings)[number];

export interface WalkState extends CheckpointState, Place {
  readonly layout: (typeof layouts)[number];
  readonly colour: Colouring;
  /** Codes that are averaged, where the layout is by neighbourhoods. */
  readonly near: number;
  /** Of a circle about the mark whose codes are averaged in place of those, as a share of the plane; 0 is none. */
  readonly radius: number;
  /** Drawn about codes that are averaged in place of all these; it has no corners where there is none. */
  readonly loop: Loop;
  /** Pictures lie on the map in place of some dots. */
  readonly pictures: boolean;
  /** Along the third and the fourth principal axis, in standard deviations. */
  readonly third: number;
  readonly fourth: number;
  /** Seed of a content that is drawn from the fitted Gaussian, in place of one at the mark; 0 is none. */
  readonly sample: number;
}

export const mostNear = 60;
export const farthest = 4;
export const largestRadius = 0.5;

/** From 1 on. */
const count = wholeNumber(mostNear + 1, 5);
const nearField = { ...count, parse: (text: string) => (text === '0' ? undefined : count.parse(text)) };

export const walkFields = (facts: FigureFacts): Fields<WalkState> => ({
  ...checkpointFields(facts),
  layout: choice(layouts, 'neighbours'),
  colour: choice(colourings, 'class'),
  x: decimal(1, 0.7),
  y: decimal(1, 0.6),
  near: nearField,
  radius: decimal(largestRadius, 0),
  loop: loopField,
  pictures: flag(false),
  third: decimalFrom(-farthest, farthest, 0),
  fourth: decimalFrom(-farthest, farthest, 0),
  sample: wholeNumber(seedLimit, 0),
});

/** Props of the figure, made at build time. */
export interface WalkFacts extends FigureFacts, CodeMapsFacts {
  /** Nearest images of the first place. */
  readonly firstNearest: readonly number[];
}

export type WalkArgs = Pick<
  WalkState,
  'layout' | 'x' | 'y' | 'near' | 'radius' | 'loop' | 'third' | 'fourth' | 'sample'
>;

/** What a model's codes are on the map, both ways. */
export interface Walk {
  readonly map: CodeMap;
  readonly axes: Axes;
}

const walks = new WeakMap<Float32Array, Walk>();

/** Made once for a model's codes. */
export function walkOf({ contentCodes }: Pick<CodeSource, 'contentCodes'>, map: CodeMap): Walk {
  const known = walks.get(contentCodes);
  if (known) return known;
  const walk = { map, axes: axesOf(contentCodes, map) };
  walks.set(contentCodes, walk);
  return walk;
}

export const placesOf = ({ map, axes }: Walk, layout: WalkState['layout']): Float32Array =>
  layout === 'axes' ? axes.places : map.places;

/** The content code at the mark, or of the sample, or the mean of those about the mark or in the loop, where there are some. */
export function contentAt(
  source: Pick<CodeSource, 'contentCodes'>,
  map: CodeMap,
  { layout, near, third, fourth, sample, ...where }: WalkArgs,
): Float32Array {
  const { contentCodes } = source;
  if (sample > 0) {
    const prior = fitGaussian(contentCodes, map.directions.length / directionNames.length);
    return drawGaussian(prior, createRandom(sample), { count: 1, temperature: 1 });
  }
  const walk = walkOf(source, map);
  const region = regionOf(where);
  const within = region ? imagesIn(placesOf(walk, layout), region) : [];
  if (within.length > 0) return meanOfCodes(contentCodes, walk.axes.mean.length, within);
  return layout === 'axes'
    ? codeOnAxes(walk.axes, where, [third, fourth])
    : codeOfNearest(contentCodes, map, where, near);
}

export const numNearest = 8;

/** The content at the place in every class, and after these the reconstructions of the images whose codes are nearest to it. */
export const walkCodes =
  (map: CodeMap | undefined) =>
  (source: CodeSource | Checkpoint<'glo'>, args: WalkArgs): CodeBatch => {
    if (!map) throw new Error('A walk needs the map of the codes.');
    const { numClasses } = source.manifest.model;
    const content = contentAt(source, map, args);
    const nearest = reconstructions(source, nearestImages(source.contentCodes, content, numNearest));
    return {
      count: numClasses + numNearest,
      contentCodes: concatenate([...Array.from({ length: numClasses }, () => content), nearest.contentCodes]),
      classCodes: concatenate([source.classCodes, nearest.classCodes]),
    };
  };

/** Every image as the model draws it. */
export const allReconstructions = (source: CodeSource | Checkpoint<'glo'>): CodeBatch =>
  reconstructions(
    source,
    Array.from(source.manifest.dataset.labels, (_, image) => image),
  );
