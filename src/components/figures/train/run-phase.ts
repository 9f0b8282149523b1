/** Where a run in the page is. Pure. */

/** `idle`: no run yet. */
export type RunPhase = 'idle' | 'starting' | 'playing' | 'paused' | 'diverged' | 'failed';

/** In the words of all figures: whether what is on screen is what was asked for. */
export const islandState = (phase: RunPhase): string =>
  phase === 'starting' ? 'loading' : phase === 'failed' || phase === 'diverged' ? 'error' : 'ready';

export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const momentText = ({ epoch, step }: { readonly epoch: number; readonly step: number }): string =>
  `${counted(epoch, 'epoch')}, ${counted(step, 'step')}`;
