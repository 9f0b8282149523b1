/** What an experiment with an encoder and a decoder is, whichever its family. */
import type { NetworkSettings } from '../../../src/contract/families/encoder-decoder.ts';
import type { HandOutRecipe } from '../hand-out.ts';

export interface EncoderDecoderRecipe extends HandOutRecipe {
  readonly network: NetworkSettings;
}

export const codeDims = [2, 5, 10, 50, 100] as const;
