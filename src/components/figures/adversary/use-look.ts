/** What the discriminator says of the last picture of a drawing, asked as soon as that is there. The last look stays until the next is there. */
import { useEffect, useState } from 'react';
import type { Picture } from '../shell/state/picture-stream.ts';
import type { Look } from './looks.ts';

export function useLook<Args>(picture: Picture<Args, 'gan'> | undefined): Look | undefined {
  const [look, setLook] = useState<Look>();
  useEffect(() => {
    if (!picture) return;
    const leave = new AbortController();
    const { request, checkpoint, ink } = picture;
    const { imageHeight, imageWidth } = checkpoint.manifest.model;
    // The network is there: it has just drawn. What fails is that the picture gives way to the next.
    request.engine
      .discriminate(request.id, ink.slice(-imageHeight * imageWidth), { signal: leave.signal })
      .then(
        ({ scores, gradients }) => {
          if (!leave.signal.aborted) setLook({ score: scores[0], gradient: Array.from(gradients) });
        },
        () => undefined,
      );
    return () => leave.abort();
  }, [picture]);
  return look;
}
