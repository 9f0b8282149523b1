/**
 * The run of a figure for as long as the figure is there: sends what the reader does to the worker, and holds what the worker told. A tab in the
 * background pauses it. Shaped for React's useSyncExternalStore, and usable without it.
 */
import type { Failed, MakeTrainer } from '../../../engine/trainer-client.ts';
import type { RunPhase } from './run-phase.ts';

type Started<From> = Extract<From, { readonly type: 'started' }>;

export interface RunStore<View, To, From> {
  readonly get: () => View;
  /** Calls `listener` after every message; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends the run before. `onStarted`: what to do with the new one, which waits. */
  begin(message: To, onStarted: (started: Started<From>) => void): void;
  readonly play: () => void;
  pause(): void;
  /** For everything that only the worker does. */
  send(message: To): void;
  /** To be called when the tab is hidden or seen again. */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

interface RunParts<View, To, From> {
  /** What is seen before the first. */
  readonly noRun: View;
  readonly viewAfter: (view: View, message: From | Failed) => View;
  readonly makeTrainer: MakeTrainer<To | { readonly type: 'play' | 'pause' }, From>;
}

export function createRunStore<
  View extends { readonly phase: RunPhase },
  To,
  From extends { readonly type: string },
>({ noRun, viewAfter, makeTrainer }: RunParts<View, To, From>): RunStore<View, To, From> {
  const listeners = new Set<() => void>();
  let view = noRun;
  let playsWhenSeen = false;
  let whenStarted: ((started: Started<From>) => void) | undefined;

  function show(next: View): void {
    view = next;
    for (const listener of listeners) listener();
  }

  const trainer = makeTrainer((message) => {
    show(viewAfter(view, message));
    if (!isStarted(message)) return;
    whenStarted?.(message);
    whenStarted = undefined;
  });

  const store: RunStore<View, To, From> = {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(message, onStarted) {
      whenStarted = onStarted;
      show({ ...noRun, phase: 'starting' });
      trainer.send(message);
    },
    play() {
      show({ ...view, phase: 'playing' });
      trainer.send({ type: 'play' });
    },
    pause: () => trainer.send({ type: 'pause' }),
    send: (message) => trainer.send(message),
    setHidden(hidden) {
      if (hidden) {
        playsWhenSeen = view.phase === 'playing';
        if (playsWhenSeen) store.pause();
      } else if (playsWhenSeen) {
        playsWhenSeen = false;
        store.play();
      }
    },
    dispose: () => trainer.dispose(),
  };
  return store;
}

const isStarted = <From extends { readonly type: string }>(
  message: From | Failed,
): message is Started<From> => message.type === 'started';
