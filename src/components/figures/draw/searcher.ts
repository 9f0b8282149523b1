/**
 * Looks for the codes of one picture under all ten classes at once: where to begin, one slice of the descent after another, and what was
 * found in every class. The engine computes; who calls decides when. No React here.
 */
import type { Checkpoint, Engine, LoadProgress } from '../../../engine/api.ts';
import { encoderKey } from '../../../engine/checkpoint-key.ts';
import { codesOfRows } from '../../../networks/generator/code-rows.ts';
import { reconstructions, type CodeBatch } from '../../../networks/generator/codes.ts';
import {
  beginSearch,
  searchDefaults,
  type SearchOptions,
  type SearchState,
} from '../../../networks/generator/search.ts';
import { concatenate, gatherRows, rootMeanSquare } from '../../../numerics/arrays.ts';
import { createRandom } from '../../../numerics/random.ts';
import { imagesOfClass, type Labels } from '../shell/state/images.ts';
import { numPixels } from './image-text.ts';
import type { Start } from './state.ts';

export const { numSteps } = searchDefaults;

export interface SearchRequest {
  readonly engine: Engine;
  /** Of the checkpoint. */
  readonly id: string;
  /** What the picture is called in the address, and its ink [784] in [0, 1]. */
  readonly name: string;
  readonly image: Float32Array;
  readonly start: Start;
  readonly seed: number;
  /** Of the encoders that a search may begin at. */
  readonly encoders: string | undefined;
}

export interface Found {
  readonly request: SearchRequest;
  readonly checkpoint: Checkpoint<'glo'>;
  readonly state: SearchState;
  /** The least loss of each class so far, before the first step and after each. */
  readonly bestAfter: readonly ArrayLike<number>[];
  /** What the best codes of each class draw, [10, 784]. */
  readonly ink: Float32Array;
  /** Once it is done: the content of the best class in all ten, [10, 784]. */
  readonly everyDigit: Float32Array | undefined;
}

interface Options {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export const stepOf = ({ bestAfter }: Pick<Found, 'bestAfter'>): number => bestAfter.length - 1;
export const isDone = (found: Found): boolean => found.everyDigit !== undefined;

/** The class with the least loss, the first of equals. */
export const bestClass = (losses: ArrayLike<number>): number =>
  Array.from(losses).reduce((best, loss, digit, all) => (loss < all[best] ? digit : best), 0);

/** The content code that fits best, [contentDim]. */
export function foundContent({ checkpoint, state }: Found): Float32Array<ArrayBuffer> {
  return gatherRows(state.best.contentCodes, checkpoint.manifest.model.contentDim, [
    bestClass(state.best.loss),
  ]);
}

/** One content under each class: a row of ten pictures. */
export const inEveryClass = (
  classCodes: Float32Array,
  contentCode: Float32Array,
  numClasses = 10,
): CodeBatch => ({
  count: numClasses,
  contentCodes: concatenate(Array.from({ length: numClasses }, () => contentCode)),
  classCodes,
});

export interface Searcher {
  /** The first pass: what the codes draw where the search begins. */
  begin(request: SearchRequest, options: Options): Promise<Found>;
  advance(found: Found, count: number, options: Options): Promise<Found>;
}

export function createSearcher(): Searcher {
  /** Of the last model that began at what is nearest: what its learned codes draw. */
  let learned: { readonly of: Pick<SearchRequest, 'engine' | 'id'>; readonly ink: Float32Array } | undefined;

  async function learnedInk(
    { engine, id }: SearchRequest,
    checkpoint: Checkpoint<'glo'>,
    signal: AbortSignal,
  ): Promise<Float32Array> {
    if (learned?.of.engine === engine && learned.of.id === id) return learned.ink;
    const images = Array.from({ length: checkpoint.manifest.dataset.numImages }, (_, image) => image);
    const ink = await engine.generate(id, reconstructions(checkpoint, images), { signal });
    learned = { of: { engine, id }, ink };
    return ink;
  }

  async function startContents(
    request: SearchRequest,
    checkpoint: Checkpoint<'glo'>,
    signal: AbortSignal,
  ): Promise<Float32Array> {
    const { engine, encoders, image, seed, start } = request;
    const { dataset, model } = checkpoint.manifest;
    if (start === 'encoders' && encoders !== undefined) {
      const codes = codesOfRows(model, await engine.encode(encoderKey(encoders), image, { signal }));
      return inEveryClass(checkpoint.classCodes, codes.contentCodes).contentCodes;
    }
    const images =
      seed === 0
        ? nearestOfEachClass(dataset.labels, await learnedInk(request, checkpoint, signal), image)
        : anyOfEachClass(dataset.labels, seed);
    return gatherRows(checkpoint.contentCodes, model.contentDim, images);
  }

  async function advance(found: Found, count: number, { signal }: Options): Promise<Found> {
    const { request, checkpoint } = found;
    const { engine, id, image } = request;
    const numPasses = Math.min(count, numSteps - stepOf(found));
    const options = optionsFor(checkpoint);
    const { state, bestAfter, ink } = await engine.search(
      id,
      { image, state: found.state, numPasses, options },
      { signal },
    );
    const next = { ...found, state, ink, bestAfter: [...found.bestAfter, ...bestAfter] };
    if (stepOf(next) < numSteps) return next;
    const batch = inEveryClass(checkpoint.classCodes, foundContent(next));
    return { ...next, everyDigit: await engine.generate(id, batch, { signal }) };
  }

  return {
    advance,
    async begin(request, { signal, onProgress }) {
      const { engine, id } = request;
      const checkpoint = await engine.load('glo', id, { signal, ...(onProgress && { onProgress }) });
      const contentCodes = await startContents(request, checkpoint, signal);
      const { classCodes } = checkpoint;
      const state = beginSearch({ count: checkpoint.manifest.model.numClasses, contentCodes, classCodes });
      const nothing = {
        request,
        checkpoint,
        state,
        bestAfter: [],
        ink: new Float32Array(0),
        everyDigit: undefined,
      };
      return advance(nothing, 1, { signal });
    },
  };
}

const optionsFor = ({ contentCodes }: Checkpoint<'glo'>): SearchOptions => ({
  ...searchDefaults,
  codeScale: rootMeanSquare(contentCodes),
});

const digits = Array.from({ length: 10 }, (_, digit) => digit);

/** Of each class, the image whose picture `ink` [numImages, 784] is nearest to `image` in pixels. */
export function nearestOfEachClass(labels: Labels, ink: Float32Array, image: Float32Array): number[] {
  const distance = (of: number): number => {
    let squared = 0;
    for (let p = 0, at = of * numPixels; p < numPixels; p++, at++) squared += (ink[at] - image[p]) ** 2;
    return squared;
  };
  return digits.map((digit) => {
    let [nearest, least] = [0, Infinity];
    for (const of of imagesOfClass(labels, digit)) {
      const far = distance(of);
      if (far < least) [nearest, least] = [of, far];
    }
    return nearest;
  });
}

function anyOfEachClass(labels: Labels, seed: number): number[] {
  const random = createRandom(`draw/starts/${seed}`);
  return digits.map((digit) => {
    const images = imagesOfClass(labels, digit);
    return images[random.integer(images.length)];
  });
}
