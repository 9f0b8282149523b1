/** The epoch of a figure that can be played: that of its state, or the one where Play is. */
import { useState } from 'react';
import type { IslandOf } from '../shell/hooks/use-island.ts';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { useEpochPlay } from './use-epoch-play.ts';

interface PlayedState {
  readonly epoch: number;
}

export interface EpochPlayer<State extends PlayedState = PlayedState> {
  readonly epoch: number;
  readonly playing: boolean;
  /** Starts where the figure is, or anew from its end. */
  readonly play: () => void;
  /** Ends Play where it is, and changes what else is to change. */
  readonly rest: (changed: Partial<State>) => void;
}

export function useEpochPlayer<State extends PlayedState>(
  { state, change }: Pick<IslandOf<State>, 'state' | 'change'>,
  { numEpochs, works }: { readonly numEpochs: number; readonly works: boolean },
): EpochPlayer<State> {
  const calm = useReducedMotion();
  /** Where Play is, and in which state it was pressed: any other state, such as a link's, ends it. */
  const [play, setPlay] = useState<{ readonly epoch: number; readonly from: State }>();
  const played = play?.from === state ? play.epoch : undefined;
  const playAt = (epoch: number): void => setPlay({ epoch, from: state });
  const epoch = played ?? state.epoch;
  const rest = (changed: Partial<State>): void => {
    setPlay(undefined);
    change({ epoch, ...changed });
  };
  useEpochPlay({
    on: played !== undefined && works,
    epoch,
    numEpochs,
    calm,
    onEpoch: playAt,
    onEnd: () => rest({ epoch: numEpochs } as Partial<State>),
  });
  return {
    epoch,
    playing: played !== undefined,
    play: () => playAt(epoch === numEpochs ? 1 : epoch),
    rest,
  };
}
