/** What it takes to find the codes of one image, in multiply-adds, from the settings alone: unlike milliseconds, the same on every machine. */
import type { SettingOf } from '../../../contract/metrics.ts';
import { codeEncoderLayers } from '../../../networks/amortized/architecture.ts';
import type { ImageShape } from '../../../networks/blocks/image-shape.ts';
import { generatorForward, layersForward } from '../../../networks/multiply-adds.ts';

/** Of a search, as it was measured: steps, of which the last only looks, and starts of an image that begins at nothing. */
const numSteps = 80;
const numStarts = 2 * 10;

export interface SearchCost {
  /** Both encoders, once. */
  readonly encoded: number;
  /** And a search from there. */
  readonly refined: number;
  /** A search alone. */
  readonly searched: number;
}

/** A step is a pass forward, and one back to the codes. */
export function costOf({ model }: Pick<SettingOf<'amortized'>, 'model'>, images: ImageShape): SearchCost {
  const encoded = layersForward(codeEncoderLayers({ ...model, ...images }));
  const search = (numSteps + 1) * 2 * generatorForward({ ...model, ...images });
  return { encoded, refined: encoded + search, searched: numStarts * search };
}
