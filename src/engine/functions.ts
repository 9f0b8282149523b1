/**
 * The functions that checkpoints offer, by name: what goes in, what comes out, and how a long request is cut into slices, between which an
 * abort takes effect and other figures have their turn. Which family has which is in its adapter. Not here: any runtime.
 */
import type { Activations, Unit } from '../networks/generator/activations.ts';
import type { Judgement } from '../networks/gan/predictor.ts';
import type { CodeBatch } from '../networks/generator/codes.ts';
import type { SearchOptions, SearchState } from '../networks/generator/search.ts';
import { concatenate } from '../numerics/arrays.ts';
import { EngineError } from './engine-error.ts';

/** What a classifier sees in an image: the most probable digit. */
export interface Reading {
  readonly digit: number;
  /** In [0, 1], as the classifier claims. */
  readonly probability: number;
}

/** Input and output of each, for a request and for a slice of one alike. */
export interface Functions {
  /**
   * Codes → intensity in [0, 1], [count, imageHeight × imageWidth], row-major, in memory of its own. GLO's generator takes a content and a
   * class an image, that of a GAN one code an image, [count × codeDim].
   */
  generate: { readonly input: CodeBatch | Float32Array; readonly output: Float32Array<ArrayBuffer> };
  /** Intensity in [0, 1], [count × imageHeight × imageWidth] → a score an image, and its gradient by the image. */
  discriminate: { readonly input: Float32Array; readonly output: Judgement };
  /** Intensity in [0, 1], [count × imageHeight × imageWidth] → one reading an image. */
  classify: { readonly input: Float32Array; readonly output: readonly Reading[] };
  /**
   * Intensity in [0, 1], [count × imageHeight × imageWidth] → what the encoder says of each image: its code, or the means of a Gaussian code
   * and then its log variances; of encoders for GLO its class code and then its content code.
   */
  encode: { readonly input: Float32Array; readonly output: Float32Array<ArrayBuffer> };
  /** Codes [count × codeDim] → intensity, [count, imageHeight × imageWidth], which a linear decoder may draw outside [0, 1]. */
  decode: { readonly input: Float32Array; readonly output: Float32Array<ArrayBuffer> };
  /** One pair of codes → the numbers of every layer, and the sum behind one of them. An ONNX graph gives only its image, so tfjs alone has it. */
  observe: {
    readonly input: { readonly codes: CodeBatch; readonly unit: Unit };
    readonly output: Activations;
  };
  /**
   * One image, and how far a search for its codes is → how far it is some passes later. It needs gradients, which an ONNX graph does not give,
   * so tfjs alone has it. Nothing is kept between two requests: who asks decides when and how fast it goes on.
   */
  search: { readonly input: SearchInput; readonly output: SearchOutput };
}

export interface SearchInput {
  /** Intensity in [0, 1], [imageHeight × imageWidth]: what every start is held against. */
  readonly image: Float32Array;
  readonly state: SearchState;
  readonly numPasses: number;
  readonly options: SearchOptions;
}

export interface SearchOutput {
  readonly state: SearchState;
  /** The least loss of each start so far, after each of the passes: `numPasses` arrays of [count]. */
  readonly bestAfter: readonly Float64Array[];
  /** What the best codes of each start draw, intensity in [0, 1], [count, imageHeight × imageWidth]. */
  readonly ink: Float32Array<ArrayBuffer>;
}
export type FunctionName = keyof Functions;

/** The sizes in a manifest that a function needs; a family that draws from codes has theirs. */
interface Dims {
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly contentDim?: number;
  readonly classDim?: number;
  readonly codeDim?: number;
}

export interface Slicing<Name extends FunctionName> {
  /** @throws EngineError when the input does not fit the checkpoint. */
  slices(input: Functions[Name]['input'], dims: Dims): readonly Functions[Name]['input'][];
  join(parts: readonly Functions[Name]['output'][]): Functions[Name]['output'];
  /** What a worker hands over instead of copying. */
  transfer(output: Functions[Name]['output']): Transferable[];
}

/** Images drawn at once. */
const numDrawn = 100;
/** Images encoded or judged, or codes decoded, at once. */
const numCoded = 100;
/** Images classified at once: few, so that a picture that is asked for meanwhile hardly waits. */
const numClassified = 20;

export const slicing: { readonly [Name in FunctionName]: Slicing<Name> } = {
  generate: {
    slices(batch, { contentDim = 0, classDim = 0, codeDim = 0 }) {
      if (batch instanceof Float32Array) {
        checkCodes(batch, codeDim);
        return rowSlices(batch, numDrawn * codeDim);
      }
      checkBatch(batch, { contentDim, classDim });
      return starts(batch.count, numDrawn).map((first) => {
        const end = Math.min(first + numDrawn, batch.count);
        return {
          count: end - first,
          contentCodes: batch.contentCodes.subarray(first * contentDim, end * contentDim),
          classCodes: batch.classCodes.subarray(first * classDim, end * classDim),
        };
      });
    },
    join: concatenate,
    transfer: ({ buffer }) => [buffer],
  },
  discriminate: {
    slices(images, { imageHeight, imageWidth }) {
      const numPixels = imageHeight * imageWidth;
      checkImages(images, numPixels);
      return rowSlices(images, numCoded * numPixels);
    },
    join: (parts) => ({
      scores: concatenate(parts.map(({ scores }) => scores)),
      gradients: concatenate(parts.map(({ gradients }) => gradients)),
    }),
    transfer: ({ scores, gradients }) => [scores.buffer, gradients.buffer],
  },
  classify: {
    slices(images, { imageHeight, imageWidth }) {
      const numPixels = imageHeight * imageWidth;
      checkImages(images, numPixels);
      return rowSlices(images, numClassified * numPixels);
    },
    join: (parts) => parts.flat(),
    transfer: () => [],
  },
  encode: {
    slices(images, { imageHeight, imageWidth }) {
      const numPixels = imageHeight * imageWidth;
      checkImages(images, numPixels);
      return rowSlices(images, numCoded * numPixels);
    },
    join: concatenate,
    transfer: ({ buffer }) => [buffer],
  },
  decode: {
    slices(codes, { codeDim = 0 }) {
      checkCodes(codes, codeDim);
      return rowSlices(codes, numCoded * codeDim);
    },
    join: concatenate,
    transfer: ({ buffer }) => [buffer],
  },
  observe: {
    slices(input, { contentDim = 0, classDim = 0 }) {
      checkBatch(input.codes, { contentDim, classDim });
      return [input];
    },
    join: ([only]) => only,
    transfer: ({ layers, sum }) => [...layers, sum.from, sum.inputs, sum.weights].map(({ buffer }) => buffer),
  },
  search: {
    slices(input, { imageHeight, imageWidth, contentDim = 0, classDim = 0 }) {
      const numPixels = imageHeight * imageWidth;
      if (input.image.length !== numPixels) {
        throw new EngineError(
          'internal',
          `A search is for one image of ${numPixels} numbers; got ${input.image.length}.`,
        );
      }
      checkBatch(input.state.codes, { contentDim, classDim });
      return [input];
    },
    join: ([only]) => only,
    transfer: ({ ink }) => [ink.buffer],
  },
};

const starts = (count: number, size: number): number[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, i) => i * size);

const rowSlices = (rows: Float32Array, length: number): readonly Float32Array[] =>
  starts(rows.length, length).map((start) => rows.subarray(start, start + length));

function checkCodes({ length }: Float32Array, codeDim: number): void {
  if (length % codeDim === 0) return;
  throw new EngineError('internal', `Codes have ${codeDim} numbers each here; got ${length} in all.`);
}

function checkBatch(
  { count, contentCodes, classCodes }: CodeBatch,
  { contentDim, classDim }: { readonly contentDim: number; readonly classDim: number },
): void {
  if (contentCodes.length !== count * contentDim || classCodes.length !== count * classDim) {
    throw new EngineError(
      'internal',
      `A batch of ${count} needs ${count} × ${contentDim} content and ${count} × ${classDim} class numbers; ` +
        `it has ${contentCodes.length} and ${classCodes.length}. Make it from the same checkpoint with codes.ts.`,
    );
  }
}

function checkImages({ length }: Float32Array, numPixels: number): void {
  if (length % numPixels === 0) return;
  throw new EngineError('internal', `Images have ${numPixels} numbers each; got ${length} in all.`);
}
