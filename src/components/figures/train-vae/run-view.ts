/** What the page knows of a VAE in training, from what the worker told: messages in, a view out. Pure. */
import type { EngineErrorCode } from '../../../engine/engine-error.ts';
import type { EncoderFrame, FromEncoderTrainer } from '../../../engine/encoder-trainer-protocol.ts';
import type { RunPhase } from '../train/run-phase.ts';

export interface VaeView {
  readonly phase: RunPhase;
  /** What is learned, once it is there. */
  readonly started: Extract<FromEncoderTrainer, { readonly type: 'started' }> | undefined;
  readonly latest: EncoderFrame | undefined;
  /** One a step. */
  readonly losses: { readonly data: readonly number[]; readonly divergence: readonly number[] };
  /** Why it diverged or failed. */
  readonly message: string | undefined;
  readonly code: EngineErrorCode | undefined;
}

export const noRun: VaeView = {
  phase: 'idle',
  started: undefined,
  latest: undefined,
  losses: { data: [], divergence: [] },
  message: undefined,
  code: undefined,
};

export function viewAfter(view: VaeView, message: FromEncoderTrainer): VaeView {
  switch (message.type) {
    case 'started':
      return { ...noRun, phase: 'paused', started: message };
    case 'progress': {
      if (!view.started) return view; // of the run before, told on the way
      const { frame, losses } = message;
      return {
        ...view,
        latest: frame,
        losses: {
          data: [...view.losses.data, ...Array.from(losses.data)],
          divergence: [...view.losses.divergence, ...Array.from(losses.divergence)],
        },
      };
    }
    case 'stopped':
      return message.why.kind === 'diverged'
        ? { ...view, phase: 'diverged', message: message.why.message }
        : { ...view, phase: 'paused' };
    case 'failed':
      return { ...view, phase: 'failed', code: message.code, message: message.message };
  }
}
