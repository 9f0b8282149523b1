/** Goes through the epochs while it is on, and says when it has reached the last. */
import { useEffect, useRef } from 'react';
import { playOn, type EpochPlay } from './state.ts';

interface EpochPlayOptions {
  readonly on: boolean;
  readonly epoch: number;
  readonly numEpochs: number;
  /** For readers who asked for less motion. */
  readonly calm: boolean;
  readonly onEpoch: (epoch: number) => void;
  readonly onEnd: () => void;
}

/** A tab that was hidden for a while goes on where it was. */
const longestFrameMs = 250;

export function useEpochPlay(options: EpochPlayOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { on, numEpochs, calm } = options;
  useEffect(() => {
    if (!on) return;
    let play: EpochPlay = { epoch: latest.current.epoch, spentMs: 0 };
    let last: number | undefined;
    let frame = requestAnimationFrame(function next(now) {
      const before = play.epoch;
      play = playOn(play, Math.min(now - (last ?? now), longestFrameMs), { numEpochs, calm });
      last = now;
      if (play.epoch !== before) latest.current.onEpoch(play.epoch);
      if (play.epoch === numEpochs) latest.current.onEnd();
      else frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [on, numEpochs, calm]);
}
