/**
 * The run of a figure for as long as the figure is there: sends what the reader does to the worker, and holds what the worker told. A tab in the
 * background pauses it. Shaped for React's useSyncExternalStore, and usable without it.
 */
import type { FromTrainer, ToTrainer, TrainingSettings } from '../../../engine/trainer-protocol.ts';
import { createTrainer, type Trainer } from '../../../engine/trainer-client.ts';
import { noRun, viewAfter, type RunView } from './run-view.ts';

export type Exported = Extract<FromTrainer, { readonly type: 'exported' }>;

type Beginning = Extract<ToTrainer, { readonly type: 'start' | 'resume' }>;

export interface RunStore {
  readonly get: () => RunView;
  /** Calls `listener` after every message; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends the run before. `onStarted`: what to do with the new one, which waits; it gets the settings that the runs were started with. */
  begin(message: Beginning, onStarted: (settings: readonly TrainingSettings[]) => void): void;
  readonly play: () => void;
  pause(): void;
  /** For everything that only the worker does. */
  send: Trainer['send'];
  /** Rejects when there is nothing to export. */
  exportRun(what: Omit<Extract<ToTrainer, { readonly type: 'export' }>, 'type'>): Promise<Exported>;
  /** To be called when the tab is hidden or seen again. */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

export function createRunStore(makeTrainer: typeof createTrainer = createTrainer): RunStore {
  const listeners = new Set<() => void>();
  let view = noRun;
  let playsWhenSeen = false;
  let started: ((settings: readonly TrainingSettings[]) => void) | undefined;
  let waiting: { resolve: (exported: Exported) => void; reject: (error: Error) => void } | undefined;

  function show(next: RunView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  const trainer = makeTrainer((message) => {
    if (message.type === 'exported') {
      waiting?.resolve(message);
      waiting = undefined;
    } else if (message.type === 'failed' && waiting) {
      waiting.reject(new Error(message.message));
      waiting = undefined;
    } else show(viewAfter(view, message));
    if (message.type === 'started') {
      started?.(message.settings);
      started = undefined;
    }
  });

  const store: RunStore = {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(message, onStarted) {
      started = onStarted;
      show({ ...noRun, phase: 'starting' });
      trainer.send(message);
    },
    play() {
      show({ ...view, phase: 'playing' });
      trainer.send({ type: 'play' });
    },
    pause: () => trainer.send({ type: 'pause' }),
    send: (message) => trainer.send(message),
    exportRun: (what) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        trainer.send({ type: 'export', ...what });
      }),
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
