/** What the judge reads in the picture on screen. It is asked when that picture has come to rest and the browser is idle. */
import { useEffect, useState } from 'react';
import type { Reading } from '../../../../engine/api.ts';
import { whenIdle } from '../page-moments.ts';
import type { FigureFacts } from '../state/checkpoints.ts';
import { readPicture, type DrawnPicture } from '../state/readings.ts';

export interface Readings {
  /** One an image of the picture on screen; undefined until they are there. */
  readonly now: readonly Reading[] | undefined;
  /** This figure has been read before, so there is a judge. */
  readonly hasJudge: boolean;
}

export function useReadings(
  { picture, state }: { readonly picture: DrawnPicture | undefined; readonly state: string },
  judge: FigureFacts['judge'],
): Readings {
  const [read, setRead] = useState<{ readonly of: DrawnPicture; readonly readings: readonly Reading[] }>();
  const resting = state === 'ready' ? picture : undefined;

  useEffect(() => {
    if (!resting || !judge) return;
    const leave = new AbortController();
    void whenIdle().then(async () => {
      if (leave.signal.aborted) return;
      const readings = await readPicture(resting, judge, leave.signal);
      if (readings) setRead({ of: resting, readings });
    });
    return () => leave.abort();
  }, [resting, judge]);

  return { now: read && read.of === picture ? read.readings : undefined, hasJudge: read !== undefined };
}
