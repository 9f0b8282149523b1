/** What goes on inside the generator while it draws the picture on screen. An ONNX graph does not tell, so with that engine nothing comes. */
import { useEffect, useState } from 'react';
import { asEngineError, type EngineError } from '../../../engine/api.ts';
import type { Activations, Unit } from '../../../networks/generator/activations.ts';
import type { Picture } from '../shell/state/picture-stream.ts';

export interface Observed<Args> {
  readonly picture: Picture<Args>;
  readonly unit: Unit;
  readonly activations: Activations;
}

/** The newest that is known: until the next is there, that of the picture or number before. */
export function useActivations<Args>(
  picture: Picture<Args> | undefined,
  { layer, index }: Unit,
): { readonly observed: Observed<Args> | undefined; readonly error: EngineError | undefined } {
  const [observed, setObserved] = useState<Observed<Args>>();
  const [failed, setFailed] = useState<{ readonly of: Picture<Args>; readonly error: EngineError }>();
  useEffect(() => {
    if (picture?.request.engine.kind !== 'tfjs') return;
    const { engine, id, args, makeBatch } = picture.request;
    const unit = { layer, index };
    // Not aborted by the next: pictures come one by one, and a drag is to be followed through the layers.
    engine.observe(id, { codes: makeBatch(picture.checkpoint, args), unit }).then(
      (activations) => setObserved({ picture, unit, activations }),
      (error: unknown) => {
        const known = asEngineError(error);
        if (known.code !== 'aborted') setFailed({ of: picture, error: known });
      },
    );
  }, [picture, layer, index]);
  return { observed, error: failed && failed.of === picture ? failed.error : undefined };
}
