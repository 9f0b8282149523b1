/** The run of GLO's figure: a run store that also hands exported files to whoever asked for them. */
import { createTrainer, type MakeTrainer } from '../../../engine/trainer-client.ts';
import type { FromTrainer, ToTrainer } from '../../../engine/trainer-protocol.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { noRun, viewAfter, type RunView } from './run-view.ts';

export type Exported = Extract<FromTrainer, { readonly type: 'exported' }>;
type Others = Exclude<FromTrainer, Exported>;

export interface GloRunStore extends RunStore<RunView, ToTrainer, Others> {
  /** Rejects when there is nothing to export. */
  exportRun(what: Omit<Extract<ToTrainer, { readonly type: 'export' }>, 'type'>): Promise<Exported>;
}

export function createGloRun(makeTrainer: MakeTrainer<ToTrainer, FromTrainer> = createTrainer): GloRunStore {
  let waiting: { resolve: (exported: Exported) => void; reject: (error: Error) => void } | undefined;
  const store = createRunStore<RunView, ToTrainer, Others>({
    noRun,
    viewAfter,
    makeTrainer: (onMessage) =>
      makeTrainer((message) => {
        if (message.type === 'exported') {
          waiting?.resolve(message);
          waiting = undefined;
        } else if (message.type === 'failed' && waiting) {
          waiting.reject(new Error(message.message));
          waiting = undefined;
        } else onMessage(message);
      }),
  });
  return {
    ...store,
    exportRun: (what) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        store.send({ type: 'export', ...what });
      }),
  };
}
