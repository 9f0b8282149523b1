/** Pictures that a model with an encoder decodes, while the figure is in view; of a model without weights none ever come. */
import { useDrawing, type LivePicture } from '../shell/hooks/use-picture.ts';
import type { EncoderCheckpoint, EncoderFamily, EncoderModel } from './models.ts';

interface DecodedOptions<Args> {
  readonly model: EncoderModel;
  readonly args: Args;
  /** Must be the same function in every render. */
  readonly makeCodes: (checkpoint: EncoderCheckpoint, args: Args) => Float32Array;
  readonly active: boolean;
}

export const useDecoded = <Args>({
  model: { id, family, shipped },
  args,
  makeCodes,
  active,
}: DecodedOptions<Args>): LivePicture<Args, EncoderFamily> =>
  useDrawing<Args, EncoderFamily>({ family, id, args, makeBatch: makeCodes, active: active && shipped });
