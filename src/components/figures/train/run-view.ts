/** What the page knows of a run, from what the worker told: messages in, a view out. Pure. */
import type { EngineErrorCode } from '../../../engine/engine-error.ts';
import type { LoadProgress } from '../../../engine/api.ts';
import type { Frame, FromTrainer } from '../../../engine/trainer-protocol.ts';
import type { RunPhase } from './run-phase.ts';

type Told<Type extends FromTrainer['type']> = Extract<FromTrainer, { readonly type: Type }>;

export interface RunView {
  readonly phase: RunPhase;
  readonly progress: LoadProgress | undefined;
  /** What is learned, once it is there. */
  readonly started: Told<'started'> | undefined;
  /** Of each run, at the same step; none before the first. */
  readonly latest: readonly Frame[];
  /** After epochs that the runs can go back to. */
  readonly frames: ReadonlyMap<number, readonly Frame[]>;
  /** Of each run, one a step. */
  readonly losses: readonly (readonly number[])[];
  /** Which run diverged; undefined where none did. */
  readonly divergedRun: number | undefined;
  /** Why it diverged, failed, or is not kept. */
  readonly message: string | undefined;
  readonly code: EngineErrorCode | undefined;
  readonly notKept: string | undefined;
}

export const noRun: RunView = {
  phase: 'idle',
  progress: undefined,
  started: undefined,
  latest: [],
  frames: new Map(),
  losses: [],
  divergedRun: undefined,
  message: undefined,
  code: undefined,
  notKept: undefined,
};

/** Exported files are for whoever asked, and change nothing here. */
export function viewAfter(view: RunView, message: Exclude<FromTrainer, Told<'exported'>>): RunView {
  switch (message.type) {
    case 'loading':
      return { ...view, progress: message.progress };
    case 'started':
      return { ...noRun, phase: 'paused', started: message, notKept: view.notKept };
    case 'progress': {
      if (!view.started) return view; // of the run before, told on the way
      const { frames, losses, firstStep, keptEpochs, isKept } = message;
      const known = new Map(isKept ? [...view.frames, [frames[0].epoch, frames] as const] : view.frames);
      return {
        ...view,
        latest: frames,
        losses: losses.map((ofRun, run) => [
          ...(view.losses.at(run)?.slice(0, firstStep - 1) ?? []),
          ...ofRun,
        ]),
        frames: new Map(
          keptEpochs.flatMap((epoch) => {
            const kept = known.get(epoch);
            return kept ? [[epoch, kept] as const] : [];
          }),
        ),
      };
    }
    case 'stopped':
      return message.why.kind === 'diverged'
        ? { ...view, phase: 'diverged', divergedRun: message.why.run, message: message.why.message }
        : { ...view, phase: 'paused', divergedRun: undefined, message: undefined };
    case 'not-kept':
      return { ...view, notKept: message.message };
    case 'failed':
      return { ...view, phase: 'failed', progress: undefined, code: message.code, message: message.message };
  }
}
