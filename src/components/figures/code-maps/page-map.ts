/** The map of a model's codes as a page gets it: plain halves, made when the site is built, which has read the trainer's file and held it to its schema. */
import { directionNames } from '../../../contract/direction-names.ts';
import { download } from '../../../engine/download.ts';
import { EngineError } from '../../../engine/engine-error.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { floatsToHalves, halvesToFloats } from '../../../numerics/half.ts';

export interface CodeMapsFacts {
  /** Where the maps of the codes are, ending in a slash; src/pages/data/maps/[id].bin.ts */
  readonly mapsUrl: string;
  /** Of each checkpoint. */
  readonly contentDims: Readonly<Record<string, number>>;
}

export const encodePageMap = ({ places, directions, fits }: CodeMap): Uint8Array<ArrayBuffer> =>
  new Uint8Array(floatsToHalves(concatenate([places, directions, fits])).buffer);

interface Size {
  readonly numImages: number;
  readonly contentDim: number;
}

/** @throws EngineError when the file is of another length. */
export function decodePageMap(
  file: Uint8Array<ArrayBuffer>,
  { numImages, contentDim }: Size,
  url: string,
): CodeMap {
  const [ofPlaces, ofDirections] = [2 * numImages, directionNames.length * contentDim];
  const numNumbers = ofPlaces + ofDirections + 2 * directionNames.length;
  if (file.length !== 2 * numNumbers) {
    throw new EngineError(
      'contract',
      `${url} has ${file.length} bytes, and a map of ${numImages} codes of ${contentDim} numbers has ${2 * numNumbers}. Reload the page.`,
    );
  }
  const numbers = halvesToFloats(new Uint16Array(file.buffer));
  return {
    places: numbers.subarray(0, ofPlaces),
    directions: numbers.subarray(ofPlaces, ofPlaces + ofDirections),
    fits: numbers.subarray(ofPlaces + ofDirections),
  };
}

/** @throws EngineError when it is missing, cut off or of other codes. */
export async function loadPageMap(url: string, size: Size, signal: AbortSignal): Promise<CodeMap> {
  const file = await download(url, { signal });
  if (file) return decodePageMap(file, size, url);
  throw new EngineError('checkpoint-missing', `There is no ${url}. Reload the page.`);
}
